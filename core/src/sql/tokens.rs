//! The words of an SQL statement.

/// A piece of a statement, outside of all parentheses.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// A word as it stands.
    Word(String),
    /// A name in quotes.
    Quoted(String),
    /// Where a statement ends.
    End,
}

impl Token {
    /// Whether it is a word, in capitals or not.
    pub(super) fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own.eq_ignore_ascii_case(word))
    }

    /// Returns the name that it is, with or without quotes.
    pub(super) fn name(&self) -> Option<String> {
        match self {
            Self::Word(name) | Self::Quoted(name) => Some(name.clone()),
            Self::End => None,
        }
    }
}

/// Cuts a text up. What stands in comments and in parentheses, and marks that are no words, are left out.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut depth = 0_u32;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, length) = match first {
            '-' if rest.starts_with("--") => (None, until(rest, "\n")),
            '/' if rest.starts_with("/*") => (None, until(rest, "*/")),
            '\'' | '"' | '`' => {
                let length = quoted(rest, first);
                let content = rest.get(1..length - 1).unwrap_or_default();
                (Some(Token::Quoted(content.to_owned())), length)
            }
            '(' | ')' => {
                depth = match first {
                    '(' => depth + 1,
                    _ => depth.saturating_sub(1),
                };
                (None, 1)
            }
            ';' => {
                depth = 0;
                (Some(Token::End), 1)
            }
            _ if is_of_word(first) => {
                let length = rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
                let (word, _) = rest.split_at(length);
                (Some(Token::Word(word.to_owned())), length)
            }
            other => (None, other.len_utf8()),
        };
        // A statement in parentheses is one all the same.
        let is_first = tokens.last().is_none_or(|last| *last == Token::End);
        tokens.extend(token.filter(|_| depth == 0 || is_first));
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

/// Which characters beyond ASCII are letters only large tables know. SQL has no marks among them.
fn is_of_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii()
}

/// Returns how long a text is up to the end of what closes it.
fn until(text: &str, end: &str) -> usize {
    let rest = text.get(2..).unwrap_or_default();
    rest.find(end)
        .map_or(text.len(), |place| 2 + place + end.len())
}

/// Returns how long a text in quotes is, with both of them. A doubled quote and one after a backslash belong to it.
fn quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((place, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        if c == '\\' || (c == quote && next == Some(quote)) {
            characters.next();
        } else if c == quote {
            return place + 1;
        }
    }
    text.len()
}
