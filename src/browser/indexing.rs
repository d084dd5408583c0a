//! Takes the bytes of an answer in while they come, without keeping the page from drawing.

use super::clock;
use super::task::TIME_SLICE_MS;
use js_sys::Uint8Array;
use playground_core::json::{Builder, Document};

/// How many bytes are looked at before the clock is, again.
const PIECE: u32 = 128 * 1024;

/// The most memory that is set aside for an answer by its own word, in bytes.
const TRUSTED: usize = 64_000_000;

/// The document of an answer that is on its way.
pub(super) struct Indexing {
    builder: Builder,
    /// The length that the server announced.
    announced: Option<u64>,
    /// When the browser had its turn the last time.
    rested: f64,
}

impl Indexing {
    /// Begins with nothing. The length is a hint, in bytes.
    pub(super) fn new(announced: Option<u64>) -> Self {
        let size = announced.and_then(|size| usize::try_from(size).ok());
        Self {
            builder: Builder::with_capacity(size.unwrap_or(0).min(TRUSTED)),
            announced,
            rested: clock::monotonic_ms(),
        }
    }

    /// Takes the next bytes.
    pub(super) async fn take(&mut self, bytes: &Uint8Array) {
        let mut at = 0;
        while at < bytes.length() {
            let end = bytes.length().min(at.saturating_add(PIECE));
            self.builder.feed(&bytes.subarray(at, end).to_vec());
            at = end;
            if clock::monotonic_ms() - self.rested > TIME_SLICE_MS {
                clock::breathe().await;
                self.rested = clock::monotonic_ms();
            }
        }
    }

    /// Returns the bytes that have come.
    pub(super) fn bytes(&self) -> &[u8] {
        self.builder.so_far().bytes()
    }

    /// Returns how many bytes have come.
    pub(super) fn received(&self) -> u64 {
        self.bytes().len() as u64
    }

    /// Returns the length that the server announced. A compressed answer has announced less than what comes out of it.
    pub(super) fn announced(&self) -> Option<u64> {
        self.announced.filter(|size| *size >= self.received())
    }

    /// Returns the document.
    pub(super) fn finish(self) -> Document {
        self.builder.finish()
    }
}
