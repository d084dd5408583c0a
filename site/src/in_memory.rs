//! A file that was read, for tower-http to hand out.

use std::fs;
use std::future::{Ready, ready};
use std::io::{self, Cursor};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::SystemTime;

use hyper::body::Bytes;
use tokio::io::{AsyncRead, AsyncSeek, ReadBuf};
use tower_http::services::fs::{File, Metadata};

/// What comes when a file has been read.
pub(crate) type Later<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

/// What is known of a file without reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    is_dir: bool,
    length: u64,
    modified: Option<SystemTime>,
}

impl Known {
    /// Asks the disk.
    pub(crate) fn of(path: &Path) -> io::Result<Self> {
        let metadata = fs::metadata(path)?;
        Ok(Self {
            is_dir: metadata.is_dir(),
            length: metadata.len(),
            modified: metadata.modified().ok(),
        })
    }

    /// A folder, or a file, of which nobody knows when it changed.
    pub(crate) fn undated(is_dir: bool) -> Self {
        Self {
            is_dir,
            length: 0,
            modified: None,
        }
    }
}

impl Metadata for Known {
    fn is_dir(&self) -> bool {
        self.is_dir
    }

    fn modified(&self) -> io::Result<SystemTime> {
        self.modified.ok_or(io::ErrorKind::Unsupported.into())
    }

    fn len(&self) -> u64 {
        self.length
    }
}

/// A file that was read.
pub(crate) struct InMemory {
    pub(crate) bytes: Cursor<Bytes>,
    pub(crate) known: Known,
}

impl InMemory {
    pub(crate) fn new(bytes: Bytes, known: Known) -> Self {
        let length = bytes.len() as u64;
        Self {
            bytes: Cursor::new(bytes),
            known: Known { length, ..known },
        }
    }
}

impl AsyncRead for InMemory {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.bytes).poll_read(context, buffer)
    }
}

impl AsyncSeek for InMemory {
    fn start_seek(mut self: Pin<&mut Self>, position: io::SeekFrom) -> io::Result<()> {
        Pin::new(&mut self.bytes).start_seek(position)
    }

    fn poll_complete(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<u64>> {
        Pin::new(&mut self.bytes).poll_complete(context)
    }
}

impl File for InMemory {
    type Metadata = Known;
    type MetadataFuture<'a> = Ready<io::Result<Known>>;

    fn metadata(&self) -> Self::MetadataFuture<'_> {
        ready(Ok(self.known))
    }
}
