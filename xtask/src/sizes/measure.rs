//! Files and their size, as they are and as a host would compress them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

/// A file of the built page; sizes are in bytes.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    /// The path below `dist/`, with `/` between its parts.
    pub(super) path: String,
    /// The size as it is there.
    pub(super) raw: u64,
    /// The size after gzip at level 9.
    pub(super) gzip: u64,
    /// The size after brotli at quality 11.
    pub(super) brotli: u64,
}

/// Measures all files below `root`, in the order of their paths.
pub(super) fn directory(root: &Path) -> Result<Vec<Measured>> {
    let paths = paths_below(root)?;
    paths.iter().map(|path| file(root, path)).collect()
}

/// Reads all files below `root`, in the order of their paths: each by its path from there on, with `/` between its parts.
#[cfg(feature = "publish")]
pub(crate) fn files_below(root: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let paths = paths_below(root)?;
    let read = |path: &PathBuf| {
        let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        Ok((name(root, path), content))
    };
    paths.iter().map(read).collect()
}

fn paths_below(directory: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    let entries =
        fs::read_dir(directory).with_context(|| format!("reading {}", directory.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            paths.extend(paths_below(&path)?);
        } else {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn name(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn file(root: &Path, path: &Path) -> Result<Measured> {
    let content = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
    Ok(Measured {
        path: name(root, path),
        raw: content.len() as u64,
        gzip: gzip(&content)?,
        brotli: brotli(&content)?,
    })
}

fn gzip(content: &[u8]) -> Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len() as u64)
}

fn brotli(content: &[u8]) -> Result<u64> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_measured() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("practice")).unwrap();
        fs::write(root.path().join("index.html"), "<p>a</p>").unwrap();
        fs::write(root.path().join("a.js"), "x".repeat(1000)).unwrap();
        fs::write(root.path().join("practice/b.wasm"), "index.html").unwrap();

        let files = directory(root.path()).unwrap();
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["a.js", "index.html", "practice/b.wasm"]);
        assert_eq!(files[0].raw, 1000);
        assert!(files[0].gzip < 50 && files[0].brotli < 30, "{:?}", files[0]);
    }
}
