//! Builds the index of a document in one pass, while its bytes arrive.

use super::document::{NONE, Node};
use super::fault::position;
use super::token::{Number, Quoted, Step, word};
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
    /// White space behind the root.
    End,
    /// The rest of a string that began at `start`.
    String { start: u32, is_key: bool, so_far: Quoted },
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
        let document = Document { bytes, ..Document::default() };
        Self { document, state: State::Begin, at: 0, open: NONE }
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
                State::String { start, is_key, so_far } => self.string(start, is_key, so_far),
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
        self.at = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
        self.state = State::Value { first: false };
        true
    }

    fn value(&mut self, first: bool, byte: u8) {
        let start = self.at as u32;
        match byte {
            b'"' => self.go(State::String { start, is_key: false, so_far: Quoted::Plain }),
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
            b'"' => self.go(State::String { start, is_key: true, so_far: Quoted::Plain }),
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

    fn string(&mut self, start: u32, is_key: bool, mut so_far: Quoted) {
        let mut at = self.at;
        while let Some(&byte) = self.document.bytes.get(at) {
            match (so_far, byte) {
                (Quoted::Plain, b'"') => {
                    self.at = at + 1;
                    return if is_key { self.state = State::Colon } else { self.leaf(start) };
                }
                (Quoted::Plain, b'\\') => so_far = Quoted::Escape,
                (Quoted::Plain, 0..0x20) => self.document.tolerated += 1,
                (Quoted::Plain, _) => {}
                _ => match so_far.escape(byte) {
                    Some(next) => so_far = next,
                    None => {
                        self.at = at;
                        return self.fail(Reason::Escape);
                    }
                },
            }
            at += 1;
        }
        self.at = at;
        self.state = State::String { start, is_key, so_far };
    }

    fn number(&mut self, start: u32, so_far: Number, byte: u8) {
        match so_far.step(byte) {
            Step::Goes(so_far) => self.go(State::Number { start, so_far }),
            Step::Ends => self.leaf(start),
            Step::Breaks => self.fail(Reason::Number),
        }
    }

    fn word(&mut self, start: u32, rest: &'static [u8], byte: u8) {
        match rest.split_first() {
            Some((&expected, _)) if byte != expected => self.fail(Reason::Word),
            Some((_, [])) => {
                self.at += 1;
                self.leaf(start);
            }
            Some((_, rest)) => self.go(State::Word { start, rest }),
            None => self.leaf(start),
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
        self.document.nodes.push(Node { start, end: self.at as u32, after, parent: self.open });
        self.state = self.after_value();
    }

    fn enter(&mut self, state: State) {
        let id = self.document.nodes.len() as u32;
        let start = self.at as u32;
        self.document.nodes.push(Node { start, end: NONE, after: NONE, parent: self.open });
        self.open = id;
        self.go(state);
    }

    fn leave(&mut self) {
        self.at += 1;
        let after = self.document.nodes.len() as u32;
        if let Some(node) = self.document.nodes.get_mut(self.open as usize) {
            node.end = self.at as u32;
            node.after = after;
            self.open = node.parent;
        }
        self.state = self.after_value();
    }

    fn after_value(&self) -> State {
        if self.open == NONE { State::End } else { State::Separator }
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
        self.document.fault = Some(Fault { offset: self.at, line, column, reason });
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
mod tests {
    use super::*;
    use crate::json::NodeId;

    fn spans(document: &Document) -> Vec<(&[u8], Option<NodeId>)> {
        let ids = (0..document.node_count() as u32).map(NodeId);
        ids.map(|id| (document.source(id), document.parent(id))).collect()
    }

    #[test]
    fn chunks_cut_anywhere_give_the_same_document() {
        for text in [
            "\u{feff}{\"a\\u00e9\\\\\":[1,-2.5e+7,0,true,false,null,\"ü\\n\"],\"b\":{}} \n",
            "-12.5e3",
            "{\"a\":[1,2,{\"b\":tru",
            "[1, 2, \u{7}]",
            "\u{feff}",
            "<html>",
        ] {
            let whole = Document::parse(text.as_bytes().to_vec());
            for size in 1..text.len() {
                let mut builder = Builder::new();
                for chunk in text.as_bytes().chunks(size) {
                    builder.feed(chunk);
                }
                let document = builder.finish();
                assert_eq!(document.fault(), whole.fault(), "{text} by {size}");
                assert_eq!(spans(&document), spans(&whole), "{text} by {size}");
                assert_eq!(document.bytes(), text.as_bytes());
            }
        }
    }

    #[test]
    fn control_characters_in_strings_are_tolerated_and_counted() {
        let document = Document::parse(b"{\"error\n\":\"two\nlines\t\0\"}".to_vec());
        assert_eq!(document.fault(), None);
        assert_eq!(document.tolerated(), 4);
    }

    #[test]
    fn a_byte_order_mark_is_no_fault_and_half_of_one_is() {
        assert_eq!(Document::parse("\u{feff}{}".as_bytes().to_vec()).fault(), None);
        let half = Document::parse(vec![0xEF, 0xBB]);
        assert_eq!(half.fault().map(|fault| fault.offset), Some(0));
    }

    #[test]
    fn bytes_behind_a_fault_are_kept() {
        let mut builder = Builder::with_capacity(8);
        builder.feed(b"[1,?");
        builder.feed(b"[[[");
        let document = builder.finish();
        assert_eq!(document.bytes(), b"[1,?[[[");
        assert_eq!(document.node_count(), 2);
        assert_eq!(document.source(NodeId(0)), b"[1,");
    }

    #[test]
    fn a_document_can_be_read_while_it_arrives() {
        let mut builder = Builder::new();
        builder.feed(b"{\"rows\":[{\"a\":1},{\"a\":");
        let document = builder.so_far();
        assert_eq!(document.fault(), None);
        assert_eq!(document.len(NodeId(1)), 2);
    }

    #[test]
    fn a_hundred_thousand_open_arrays_are_indexed() {
        let document = Document::parse(vec![b'['; 100_000]);
        assert_eq!(document.node_count(), 100_000);
        assert_eq!(document.depth(NodeId(99_999)), 99_999);
    }
}
