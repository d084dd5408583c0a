//! Builds the index of a document in one pass, while its bytes arrive.

mod tokens;

use super::fault::position;
use super::node::{NONE, Node};
use super::token::{Number, Quoted, word};
use super::{Document, Fault, Reason};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What the text may go on with.
#[derive(Clone, Copy)]
enum State {
    /// The beginning, where a byte order mark may stand.
    Begin,
    /// A value. Behind an opening bracket (`first`) its closing one will do as well.
    Value { first: bool },
    /// A key. Behind an opening brace (`first`) its closing one will do as well.
    Key { first: bool },
    /// The colon behind a key.
    Colon,
    /// A comma, or the end of the innermost container.
    Separator,
    /// White space after the root.
    End,
    /// The rest of a string that began at `start`.
    String {
        start: u32,
        is_key: bool,
        so_far: Quoted,
    },
    /// The rest of a number.
    Number { start: u32, so_far: Number },
    /// The rest of `true`, `false` or `null`.
    Word { start: u32, rest: &'static [u8] },
    /// Nothing more: there was a fault.
    Broken,
}

/// Takes a text in chunks, cut anywhere, and builds its [`Document`].
///
/// The time of [`Builder::feed`] grows with the chunk alone, so that the size of the chunks
/// decides how long the caller is kept.
pub struct Builder {
    document: Document,
    state: State,
    /// The first byte that was not looked at yet.
    at: usize,
    /// The innermost open container.
    open: u32,
    /// The number of open containers.
    depth: u32,
}

impl Builder {
    /// Begins a document.
    pub fn new() -> Self {
        Self::over(Vec::new())
    }

    /// Begins a document whose size is known, in bytes. A wrong size does no harm.
    pub fn with_capacity(size: usize) -> Self {
        Self::over(Vec::with_capacity(size))
    }

    /// Begins a document over bytes that nobody has looked at yet.
    pub(super) fn over(bytes: Vec<u8>) -> Self {
        let document = Document {
            bytes,
            ..Document::default()
        };
        Self {
            document,
            state: State::Begin,
            at: 0,
            open: NONE,
            depth: 0,
        }
    }

    /// Takes the next chunk.
    pub fn feed(&mut self, chunk: &[u8]) {
        self.document.bytes.extend_from_slice(chunk);
        self.advance();
    }

    /// Returns the document as far as it has come; what is open counts as such.
    pub fn so_far(&self) -> &Document {
        &self.document
    }

    /// Returns the document. If the text ends too early, it says so.
    pub fn finish(mut self) -> Document {
        match self.state {
            State::End | State::Broken => {}
            State::Number { start, so_far } if self.open == NONE && so_far.is_complete() => {
                self.leaf(start);
            }
            State::Begin | State::Value { .. } if self.at < self.document.bytes.len() => {
                // Too few bytes for the byte order mark that they begin like.
                self.fail(Reason::Value);
            }
            State::Begin | State::Value { .. } if self.document.nodes.is_empty() => {
                self.fail(Reason::Nothing);
            }
            _ => self.fail(Reason::EndsEarly),
        }
        self.document
    }

    /// Looks at all bytes that have come.
    pub(super) fn advance(&mut self) {
        if self.document.bytes.len() >= NONE as usize {
            self.at = self.at.min(NONE as usize - 1);
            self.fail(Reason::TooLong);
        }
        while let Some(&byte) = self.document.bytes.get(self.at) {
            match self.state {
                State::Begin => {
                    if !self.skip_byte_order_mark() {
                        return;
                    }
                }
                State::String {
                    start,
                    is_key,
                    so_far,
                } => self.string(start, is_key, so_far),
                State::Number { start, so_far } => self.number(start, so_far, byte),
                State::Word { start, rest } => self.word(start, rest, byte),
                State::Broken => return,
                _ if matches!(byte, b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                State::Value { first } => self.value(first, byte),
                State::Key { first } => self.key(first, byte),
                State::Colon if byte == b':' => self.go(State::Value { first: false }),
                State::Colon => self.fail(Reason::Colon),
                State::Separator => self.separator(byte),
                State::End => self.fail(Reason::Extra),
            }
        }
        self.document.indexed = self.at as u32;
    }

    /// Returns whether enough bytes are there to tell.
    fn skip_byte_order_mark(&mut self) -> bool {
        let bytes = &self.document.bytes;
        if bytes.len() < BYTE_ORDER_MARK.len() && BYTE_ORDER_MARK.starts_with(bytes) {
            return false;
        }
        self.at = if bytes.starts_with(BYTE_ORDER_MARK) {
            BYTE_ORDER_MARK.len()
        } else {
            0
        };
        self.state = State::Value { first: false };
        true
    }

    fn value(&mut self, first: bool, byte: u8) {
        let start = self.at as u32;
        match byte {
            b'"' => self.go(State::String {
                start,
                is_key: false,
                so_far: Quoted::Plain,
            }),
            b'{' => self.enter(State::Key { first: true }),
            b'[' => self.enter(State::Value { first: true }),
            b']' if first => self.leave(),
            b']' if self.is_behind_comma() => self.fail(Reason::TrailingComma),
            b'\'' => self.fail(Reason::SingleQuote),
            _ => {
                if let Some(so_far) = Number::begin(byte) {
                    self.go(State::Number { start, so_far });
                } else if let Some(rest) = word(byte) {
                    self.go(State::Word { start, rest });
                } else {
                    self.fail(Reason::Value);
                }
            }
        }
    }

    fn key(&mut self, first: bool, byte: u8) {
        let start = self.at as u32;
        match byte {
            b'"' => self.go(State::String {
                start,
                is_key: true,
                so_far: Quoted::Plain,
            }),
            b'}' if first => self.leave(),
            b'}' => self.fail(Reason::TrailingComma),
            b'\'' => self.fail(Reason::SingleQuote),
            _ => self.fail(Reason::Key),
        }
    }

    fn separator(&mut self, byte: u8) {
        match (self.is_in_object(), byte) {
            (true, b',') => self.go(State::Key { first: false }),
            (false, b',') => self.go(State::Value { first: false }),
            (true, b'}') | (false, b']') => self.leave(),
            (true, _) => self.fail(Reason::CommaOrBrace),
            (false, _) => self.fail(Reason::CommaOrBracket),
        }
    }

    /// Takes the byte, and goes on.
    fn go(&mut self, state: State) {
        self.at += 1;
        self.state = state;
    }

    /// Adds the value without members that ends here.
    fn leaf(&mut self, start: u32) {
        let after = self.document.nodes.len() as u32 + 1;
        self.push(Node {
            start,
            end: self.at as u32,
            after,
            parent: self.open,
        });
        self.state = self.after_value();
    }

    fn enter(&mut self, state: State) {
        let id = self.document.nodes.len() as u32;
        let start = self.at as u32;
        self.push(Node {
            start,
            end: NONE,
            after: NONE,
            parent: self.open,
        });
        self.open = id;
        self.depth += 1;
        self.document.deepest = self.document.deepest.max(self.depth);
        self.go(state);
    }

    fn push(&mut self, node: Node) {
        let id = self.document.nodes.len() as u32;
        self.document.opened.begin(id, self.depth);
        self.document.nodes.push(node);
    }

    fn leave(&mut self) {
        self.at += 1;
        let after = self.document.nodes.len() as u32;
        let id = self.open;
        if let Some(node) = self.document.nodes.get_mut(id as usize) {
            node.end = self.at as u32;
            node.after = after;
            self.open = node.parent;
            self.depth -= 1;
            if id + 1 < after {
                self.document.opened.end(self.depth);
            }
        }
        self.state = self.after_value();
    }

    fn after_value(&self) -> State {
        if self.open == NONE {
            State::End
        } else {
            State::Separator
        }
    }

    fn is_in_object(&self) -> bool {
        self.opening() == Some(b'{')
    }

    /// Whether a value is missing in an array, which is behind a comma.
    fn is_behind_comma(&self) -> bool {
        self.opening() == Some(b'[')
    }

    fn opening(&self) -> Option<u8> {
        let node = self.document.nodes.get(self.open as usize)?;
        self.document.bytes.get(node.start as usize).copied()
    }

    fn fail(&mut self, reason: Reason) {
        let (line, column) = position(&self.document.bytes, self.at);
        self.document.fault = Some(Fault {
            offset: self.at,
            line,
            column,
            reason,
        });
        self.document.indexed = self.at as u32;
        self.state = State::Broken;
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests;
