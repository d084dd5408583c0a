//! Files that lie on the disk as they are, and seem to lie there compressed as well.

use std::collections::HashMap;
use std::fmt::{self, Debug, Formatter};

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::body::Bytes;
use tokio::sync::OnceCell;
use tower_http::services::fs::Backend;

use crate::in_memory::{InMemory, Known, Later};

/// The endings of files that get smaller.
const SMALLER: [&str; 8] = ["html", "css", "js", "wasm", "json", "svg", "txt", "md"];

/// The disk, with `NAME.br` and `NAME.gz` beside the files that get smaller by it. Each is made once, when it is asked for.
#[derive(Clone)]
pub(crate) struct Compressing {
    quality: u32,
    kept: Arc<Mutex<HashMap<PathBuf, Kept>>>,
}

/// A compressed file, and which state of its original it was made of.
#[derive(Clone)]
struct Kept {
    original: Known,
    bytes: Arc<OnceCell<Bytes>>,
}

impl Compressing {
    /// Compresses by brotli of this quality, from 0 to 11, and by gzip of a like one.
    pub(crate) fn new(quality: u32) -> Self {
        Self {
            quality,
            kept: Arc::default(),
        }
    }

    async fn find(self, path: PathBuf) -> io::Result<InMemory> {
        let Some((original, way)) = original(&path) else {
            let known = Known::of(&path)?;
            return Ok(InMemory::new(read(path).await?, known));
        };
        let known = Known::of(&original)?;
        let bytes = self
            .kept(path, known)
            .get_or_try_init(|| async {
                let content = read(original).await?;
                let quality = self.quality;
                let work = move || compressed(&content, way, quality);
                tokio::task::spawn_blocking(work).await?.map(Bytes::from)
            })
            .await?
            .clone();
        Ok(InMemory::new(bytes, known))
    }

    /// Returns the place of a compressed file, an empty one if the original is not what it was.
    fn kept(&self, path: PathBuf, original: Known) -> Arc<OnceCell<Bytes>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let fresh = || Kept {
            original,
            bytes: Arc::default(),
        };
        let entry = kept.entry(path).or_insert_with(fresh);
        if entry.original != original {
            *entry = fresh();
        }
        entry.bytes.clone()
    }
}

impl Debug for Compressing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Compressing({})", self.quality)
    }
}

impl Backend for Compressing {
    type File = InMemory;
    type Metadata = Known;
    type OpenFuture = Later<InMemory>;
    type MetadataFuture = Later<Known>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        Box::pin(self.clone().find(path))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        let files = self.clone();
        Box::pin(async move {
            match original(&path) {
                // How long it is shows only when it is there.
                Some(_) => Ok(files.find(path).await?.known),
                None => Known::of(&path),
            }
        })
    }
}

#[derive(Clone, Copy)]
enum Way {
    Brotli,
    Gzip,
}

/// Returns whether a path is that of a compressed file.
pub(crate) fn is_compressed(path: &Path) -> bool {
    original(path).is_some()
}

/// Returns what a compressed file is made of, and how; none for other files.
fn original(path: &Path) -> Option<(PathBuf, Way)> {
    let way = match path.extension()?.to_str()? {
        "br" => Way::Brotli,
        "gz" => Way::Gzip,
        _ => return None,
    };
    let original = path.with_extension("");
    let ending = original.extension()?.to_str()?;
    SMALLER.contains(&ending).then_some((original, way))
}

async fn read(path: PathBuf) -> io::Result<Bytes> {
    tokio::fs::read(path).await.map(Bytes::from)
}

fn compressed(content: &[u8], way: Way, quality: u32) -> io::Result<Vec<u8>> {
    match way {
        Way::Brotli => {
            let parameters = BrotliEncoderParams {
                quality: i32::try_from(quality).unwrap_or(i32::MAX),
                ..Default::default()
            };
            let mut result = Vec::new();
            brotli::BrotliCompress(&mut &*content, &mut result, &parameters)?;
            Ok(result)
        }
        Way::Gzip => {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::new(quality.min(9)));
            encoder.write_all(content)?;
            encoder.finish()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[tokio::test]
    async fn a_file_is_compressed_once_and_again_when_it_changed() {
        let place = tempfile::tempdir().unwrap();
        let path = |name: &str| place.path().join(name);
        fs::write(path("a.js"), "1").unwrap();
        let files = Compressing::new(4);
        let open = || async {
            files
                .open(path("a.js.br"))
                .await
                .unwrap()
                .bytes
                .into_inner()
        };

        let first = open().await;
        assert_eq!(first.as_ptr(), open().await.as_ptr());
        fs::write(path("a.js"), "longer").unwrap();
        let changed = open().await;
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*changed, &mut plain).unwrap();
        assert_eq!(plain, b"longer");
    }

    #[test]
    fn only_what_gets_smaller_is_compressed() {
        assert!(is_compressed(Path::new("/a/b.wasm.br")));
        assert!(is_compressed(Path::new("b.html.gz")));
        for path in ["b.wasm", "b.png.br", "b.br", ".br", ""] {
            assert!(!is_compressed(Path::new(path)), "{path}");
        }
    }
}
