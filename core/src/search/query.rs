//! What was typed, read as words, a path and a method.

use super::likeness::Typed;
use super::path;
use super::word::{is_weak, pieces};
use crate::catalogue::Method;

/// The most terms that are looked at. Who types more has said enough.
const MOST: usize = 8;

/// What is looked for.
#[derive(Debug)]
pub(super) enum Term {
    /// A word of a title, an id, a parameter and so on.
    Word(Typed),
    /// A path, or a part of one.
    Path(String),
    /// A method, named as one.
    Method(Method),
}

/// Reads what was typed. `is_name` says of a word whether an id or a parameter begins with it, so that it stays whole.
pub(super) fn read(text: &str, is_name: impl Fn(&str) -> bool) -> Vec<Term> {
    let has_path = text.contains('/');
    let mut terms = Vec::new();
    let mut parts = text.split_whitespace().peekable();
    while let Some(part) = parts.next() {
        let is_open = parts.peek().is_none() && text.ends_with(part);
        if part.contains('/') {
            let path = path::in_address(part);
            // A slash alone agrees with everything.
            if path.contains(|c| c != '/') {
                terms.push(Term::Path(path.to_owned()));
            }
        } else if let Some(method) = method(part, has_path) {
            terms.push(Term::Method(method));
        } else {
            words(part, is_open, &is_name, &mut terms);
        }
    }
    terms.truncate(MOST);
    terms
}

/// Appends the words of a part of what was typed. Where it is open, more of the last may follow.
fn words(part: &str, is_open: bool, is_name: &impl Fn(&str) -> bool, terms: &mut Vec<Term>) {
    let whole = part.to_ascii_lowercase();
    if is_name(&whole) && !is_weak(&whole) {
        return terms.push(Term::Word(Typed::new(whole, is_open)));
    }
    let mut pieces = pieces(part).peekable();
    while let Some(piece) = pieces.next() {
        let is_open = is_open && pieces.peek().is_none();
        // A weak word may become another while it is typed.
        if is_open || !is_weak(piece) {
            let word = piece.to_ascii_lowercase();
            terms.push(Term::Word(Typed::new(word, is_open)));
        }
    }
}

/// The method that a word names. `get` and `delete` are words too: they count where a path is typed, or in capitals.
fn method(word: &str, has_path: bool) -> Option<Method> {
    let named = [Method::Get, Method::Post, Method::Put, Method::Delete]
        .into_iter()
        .find(|method| method.as_str().eq_ignore_ascii_case(word))?;
    let is_meant = match named {
        Method::Post | Method::Put => true,
        Method::Get | Method::Delete => has_path || word == named.as_str(),
    };
    is_meant.then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let terms = read(text, |word| "row_id".starts_with(word) && word.len() > 3);
        let told = terms.iter().map(|term| match term {
            Term::Word(typed) => typed.word.text.clone(),
            Term::Path(path) => path.clone(),
            Term::Method(method) => format!("[{}]", method.as_str()),
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_was_typed_is_read() {
        for (typed, terms) in [
            ("List rows", "list rows"),
            ("listRows", "list rows"),
            ("the rows of a view", "rows view"),
            ("of the ", ""),
            ("list th", "list th"),
            ("list the", "list the"),
            ("row_id", "row_id"),
            ("table-name", "table name"),
            ("POST rows", "[POST] rows"),
            ("delete rows", "delete rows"),
            ("delete /rows", "[DELETE] /rows"),
            ("get https://x.org/api2/ping/", "[GET] /api2/ping/"),
            ("/", ""),
            ("  ", ""),
            ("1 2 3 4 5 6 7 8 9", "1 2 3 4 5 6 7 8"),
        ] {
            assert_eq!(told(typed), terms, "{typed}");
        }
    }
}
