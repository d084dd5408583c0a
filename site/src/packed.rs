//! Files that are part of a program, compressed by brotli.

use std::future::{Ready, ready};
use std::io;
use std::path::{Path, PathBuf};

use hyper::body::Bytes;
use tower_http::services::fs::Backend;

use crate::in_memory::{InMemory, Known};

/// A file of a program: its path from the folder on, with `/` between its parts, and its content compressed by brotli.
pub type PackedFile = (&'static str, &'static [u8]);

/// Files that seem to lie in a folder, each with `NAME.br` beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed(pub(crate) &'static [PackedFile]);

impl Packed {
    fn content(self, path: &Path) -> Option<&'static [u8]> {
        let path = path.strip_prefix(".").unwrap_or(path);
        let mut files = self.0.iter();
        files.find_map(|(name, content)| (path == Path::new(name)).then_some(*content))
    }

    fn find(self, path: &Path) -> io::Result<InMemory> {
        let undated = Known::undated(false);
        if let Some(content) = self.content(path) {
            let mut plain = Vec::new();
            brotli::BrotliDecompress(&mut &*content, &mut plain)?;
            return Ok(InMemory::new(plain.into(), undated));
        }
        let is_brotli = path.extension().is_some_and(|ending| ending == "br");
        let content = is_brotli.then(|| self.content(&path.with_extension("")));
        let content = content.flatten().ok_or(io::ErrorKind::NotFound)?;
        Ok(InMemory::new(Bytes::from_static(content), undated))
    }

    fn known(self, path: &Path) -> io::Result<Known> {
        let folder = path.strip_prefix(".").unwrap_or(path);
        let mut files = self.0.iter();
        let is_folder = |name| {
            let name = Path::new(name);
            name != folder && name.starts_with(folder)
        };
        match files.any(|(name, _)| is_folder(name)) {
            true => Ok(Known::undated(true)),
            false => Ok(self.find(path)?.known),
        }
    }
}

impl Backend for Packed {
    type File = InMemory;
    type Metadata = Known;
    type OpenFuture = Ready<io::Result<InMemory>>;
    type MetadataFuture = Ready<io::Result<Known>>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        ready(self.find(&path))
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        ready(self.known(&path))
    }
}
