//! Where the files are: on the disk, or in the program.

use std::io;
use std::path::PathBuf;

use tower_http::services::fs::Backend;

use crate::compressing::Compressing;
use crate::in_memory::{InMemory, Known, Later};
use crate::packed::Packed;

/// The files of a site.
#[derive(Clone, Debug)]
pub(crate) enum Files {
    /// They are compressed when they are asked for.
    OnDisk(Compressing),
    /// They were compressed when the program was built.
    Inside(Packed),
}

impl Backend for Files {
    type File = InMemory;
    type Metadata = Known;
    type OpenFuture = Later<InMemory>;
    type MetadataFuture = Later<Known>;

    fn open(&self, path: PathBuf) -> Self::OpenFuture {
        match self {
            Self::OnDisk(files) => files.open(path),
            Self::Inside(files) => later(files.open(path)),
        }
    }

    fn metadata(&self, path: PathBuf) -> Self::MetadataFuture {
        match self {
            Self::OnDisk(files) => files.metadata(path),
            Self::Inside(files) => later(files.metadata(path)),
        }
    }
}

fn later<T>(outcome: impl Future<Output = io::Result<T>> + Send + 'static) -> Later<T> {
    Box::pin(outcome)
}
