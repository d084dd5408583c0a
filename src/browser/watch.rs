//! What is seen of a request while it is under way.

use super::clock;
use super::indexing::Indexing;
use playground_core::http::Answer;
use playground_core::json::Document;
use std::cell::{Cell, RefCell};

/// How often it is told how far an answer is, in milliseconds.
const TELL: f64 = 80.0;

/// How much of an answer is shown before all of it is there, in bytes.
const HEAD: usize = 24_000;

/// How far a request is.
pub enum Progress {
    /// So many bytes of a large upload have gone.
    Sent {
        /// How many.
        bytes: u64,
        /// Of how many.
        of: u64,
    },
    /// So many bytes of the answer have come, decoded.
    Received {
        /// How many.
        bytes: u64,
        /// Of how many, where the server said so.
        of: Option<u64>,
    },
    /// The beginning of an answer that takes its time.
    Begins(Answer),
}

type Listener = Box<dyn Fn(Progress)>;

/// Watches a request.
pub(super) struct Watch {
    /// When it was sent.
    pub(super) began: f64,
    answered: Cell<Option<f64>>,
    told: Cell<f64>,
    begins: Cell<bool>,
    kept: RefCell<Option<Answer>>,
    /// Whether the last byte of a large upload has gone.
    pub(super) uploaded: Cell<bool>,
    listener: Option<Listener>,
}

impl Watch {
    /// Begins to watch.
    pub(super) fn new(listener: Option<Listener>) -> Self {
        let now = clock::monotonic_ms();
        Self {
            began: now,
            answered: Cell::new(None),
            told: Cell::new(now),
            begins: Cell::new(false),
            kept: RefCell::new(None),
            uploaded: Cell::new(false),
            listener,
        }
    }

    /// The headers of the answer are there.
    pub(super) fn answered(&self) {
        if self.answered.get().is_none() {
            self.answered.set(Some(clock::monotonic_ms()));
        }
    }

    /// More of the answer has come.
    pub(super) fn received(&self, answer: &Answer, indexing: &Indexing) {
        let now = clock::monotonic_ms();
        if now - self.told.get() < TELL {
            return;
        }
        self.told.set(now);
        if indexing.bytes().len() >= HEAD && !self.begins.replace(true) {
            let head = indexing.bytes().get(..HEAD).unwrap_or_default();
            self.tell(Progress::Begins(Answer {
                decoded: None,
                status: answer.status,
                headers: answer.headers.clone(),
                body: Document::parse(head.to_vec()),
            }));
        }
        self.tell(Progress::Received {
            bytes: indexing.received(),
            of: indexing.announced(),
        });
    }

    /// Keeps what came of an answer that ends here.
    pub(super) fn keep(&self, answer: Answer) {
        self.kept.replace(Some(answer));
    }

    /// Returns what came of an answer that has ended early.
    pub(super) fn kept(&self) -> Option<Answer> {
        self.kept.take()
    }

    /// Returns how long the headers took, in milliseconds.
    pub(super) fn first_byte(&self) -> Option<f64> {
        self.answered.get().map(|at| at - self.began)
    }

    /// Tells whoever listens.
    pub(super) fn tell(&self, progress: Progress) {
        if let Some(listener) = &self.listener {
            listener(progress);
        }
    }
}
