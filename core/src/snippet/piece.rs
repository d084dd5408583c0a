//! Code in coloured pieces.

/// What a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Anything without a colour of its own.
    Plain,
    /// A word of the language, or the command.
    Keyword,
    /// A string literal with its quotes.
    String,
    /// The name of an option, argument or property.
    Name,
    /// A number.
    Number,
    /// A variable that stands for a secret.
    Variable,
}

/// A piece of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub class: Class,
    /// The code.
    pub text: String,
}

/// Code: its pieces, one after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    pieces: Vec<Piece>,
}

impl Snippet {
    /// Returns the pieces. No two neighbours are of the same class.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Returns the code.
    pub fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| piece.text.as_str())
            .collect()
    }

    pub(super) fn plain(&mut self, text: &str) -> &mut Self {
        self.push(Class::Plain, text)
    }

    pub(super) fn keyword(&mut self, text: &str) -> &mut Self {
        self.push(Class::Keyword, text)
    }

    pub(super) fn string(&mut self, text: &str) -> &mut Self {
        self.push(Class::String, text)
    }

    pub(super) fn name(&mut self, text: &str) -> &mut Self {
        self.push(Class::Name, text)
    }

    pub(super) fn number(&mut self, text: &str) -> &mut Self {
        self.push(Class::Number, text)
    }

    pub(super) fn variable(&mut self, text: &str) -> &mut Self {
        self.push(Class::Variable, text)
    }

    fn push(&mut self, class: Class, text: &str) -> &mut Self {
        match self.pieces.last_mut() {
            Some(last) if last.class == class => last.text.push_str(text),
            _ => self.pieces.push(Piece {
                class,
                text: text.to_owned(),
            }),
        }
        self
    }
}
