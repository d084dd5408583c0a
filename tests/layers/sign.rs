//! The signs by which the rules recognise what they are of.

use crate::tokens::Token;

/// How something shows in the tokens.
pub(crate) enum Sign {
    /// A name on its own: `leptos`.
    Name(&'static str),
    /// A call of a method: `.unwrap(`.
    Call(&'static str),
    /// A method that is called, or handed on as a path: `.reveal(`, `Secret::reveal`.
    Method(&'static str),
    /// A macro: `panic!`.
    Macro(&'static str),
    /// An attribute in a view: `style=`.
    Attribute(&'static str),
    /// Part of a string: `"…innerHTML…"`.
    InText(&'static str),
    /// A path through a module, or its import: `words::row`, `use crate::words;`.
    Module(&'static str),
    /// A string that is a sentence for people: `"That worked."`.
    Sentence,
    /// A sentence that is put together: `format!("{count} hits.")`.
    FormattedSentence,
}

impl Sign {
    /// Whether it is at a place among the tokens.
    pub(crate) fn is_at(&self, tokens: &[Token], i: usize) -> bool {
        let text = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map(|t| t.text.as_str());
        let here = text(Some(i)).unwrap_or_default();
        let (before, next, after) = (text(i.checked_sub(1)), text(Some(i + 1)), text(Some(i + 2)));
        match self {
            Self::Name(name) => here == *name,
            Self::Call(name) => here == *name && before == Some(".") && next == Some("("),
            Self::Method(name) => here == *name && matches!(before, Some("." | ":")),
            Self::Macro(name) => here == *name && next == Some("!") && after != Some("="),
            Self::Attribute(name) => {
                here == *name && next == Some("=") && after != Some("=") && before != Some("let")
            }
            Self::InText(part) => here.ends_with('"') && here.contains(part),
            Self::Module(name) => {
                let is_path = next == Some(":") && after == Some(":");
                here == *name && (before == Some(":") || is_path)
            }
            Self::Sentence => is_sentence(here),
            Self::FormattedSentence => {
                let macro_name = text(i.checked_sub(3));
                let is_formatted = before == Some("(") && text(i.checked_sub(2)) == Some("!");
                is_formatted && macro_name == Some("format") && is_sentence(here)
            }
        }
    }
}

/// Whether a token is a string that people read as a sentence: it begins with a capital or with something to fill in, has a space,
/// and ends as a sentence does, or has one that ends inside.
fn is_sentence(token: &str) -> bool {
    let text = token.trim_matches('"').trim();
    let begins = text.starts_with(|c: char| c.is_uppercase() || matches!(c, '{' | '“'));
    token.ends_with('"')
        && begins
        && text.contains(' ')
        && (text.ends_with(['.', '?']) || text.contains(". "))
}
