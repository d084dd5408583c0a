//! Finding a text in the keys and values of a document.

mod fold;
mod matches;
mod needle;

pub use fold::fold;
pub use needle::Needle;

use super::{Document, Kind, NodeId};
use matches::Matches;
use std::ops::Range;

/// A search through a document, done in steps so that the caller can do other things in between.
///
/// Large and small letters are the same to it, in the Latin, Greek, Cyrillic and Armenian alphabets. What is looked for counts as found where it stands
/// as it is shown, and where it stands once the escapes are decoded: `Größe` finds `"Gr\u00f6\u00dfe"`, and `\n` finds
/// the two characters of that escape. It has to stand within one key or one value; brackets, commas, colons and the quotes
/// around a text are never found. What is not UTF-8 is not found either.
///
/// The document is handed in each time; it has to be the same.
pub struct Search {
    needle: Needle,
    matches: Matches,
    /// How many values begin at or before the last match.
    begun: u32,
    /// The key in front of the value with a number, kept since many matches may ask for it.
    key: Option<(u32, Range<usize>)>,
    hits: Vec<NodeId>,
}

impl Search {
    /// Begins a search.
    pub fn new(needle: Needle) -> Self {
        Self {
            needle,
            matches: Matches::default(),
            begun: 0,
            key: None,
            hits: Vec::new(),
        }
    }

    /// Looks at about so many further bytes, and returns whether all of the document was looked at. A key or
    /// a value in which something is found is left at once, however long it is.
    pub fn advance(&mut self, document: &Document, bytes: usize) -> bool {
        let text = document.bytes.get(..document.indexed as usize);
        let text = text.unwrap_or_default();
        let stop = self.matches.at().saturating_add(bytes.max(1));
        while let Some(found) = self.matches.next(&self.needle, text, stop.min(text.len())) {
            if let Some((id, inside)) = self.token_at(document, found.start)
                && found.end <= inside.end
            {
                if self.hits.last() != Some(&id) {
                    self.hits.push(id);
                }
                self.matches.leave(inside.end);
            }
        }
        self.matches.at() >= text.len()
    }

    /// Returns the values found so far, each once and in the order of the text: those with a match in their key, or in
    /// themselves where they contain no others.
    pub fn hits(&self) -> &[NodeId] {
        &self.hits
    }

    /// Returns what is looked for.
    pub fn needle(&self) -> &Needle {
        &self.needle
    }

    /// Returns the value whose key or content stands at an offset, and where that begins and ends. Offsets must not go back.
    fn token_at(&mut self, document: &Document, at: usize) -> Option<(NodeId, Range<usize>)> {
        let starts = |node: u32| {
            let node = document.nodes.get(node as usize)?;
            Some(node.start as usize)
        };
        while starts(self.begun).is_some_and(|start| start <= at) {
            self.begun += 1;
        }
        let current = self.begun.checked_sub(1).map(NodeId);
        let here = current.and_then(|id| Some((id, leaf(document, id)?)));
        here.filter(|(_, inside)| inside.contains(&at)).or_else(|| {
            let inside = self.key_in_front(document)?;
            inside.contains(&at).then_some((NodeId(self.begun), inside))
        })
    }

    /// Returns where the key stands that belongs to the next value.
    fn key_in_front(&mut self, document: &Document) -> Option<Range<usize>> {
        if self.key.as_ref().is_none_or(|(of, _)| *of != self.begun) {
            let inside = key(document, NodeId(self.begun)).unwrap_or_default();
            self.key = Some((self.begun, inside));
        }
        self.key.as_ref().map(|(_, inside)| inside.clone())
    }
}

/// Returns where the content of a value stands; none for a container.
fn leaf(document: &Document, id: NodeId) -> Option<Range<usize>> {
    let span = document.span(id);
    match document.kind(id) {
        Kind::Object | Kind::Array => None,
        Kind::String => Some(between_quotes(span)),
        Kind::Number | Kind::Boolean | Kind::Null => Some(span),
    }
}

/// Returns where the key of a value stands, without its quotes.
fn key(document: &Document, id: NodeId) -> Option<Range<usize>> {
    let length = document.key(id)?.raw().len();
    let before = document.bytes.get(..document.span(id).start)?;
    let before = before.trim_ascii_end().strip_suffix(b":")?;
    let end = before.trim_ascii_end().len();
    Some(between_quotes(end.saturating_sub(length)..end))
}

fn between_quotes(span: Range<usize>) -> Range<usize> {
    span.start + 1..span.end.saturating_sub(1)
}

#[cfg(test)]
mod tests;
