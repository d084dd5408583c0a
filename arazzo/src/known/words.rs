//! The words for what is known of things.

use super::Meant;
use crate::fault::Faults;
use crate::kinds::KINDS;
use crate::members::text;
use crate::yaml::{Node, Position};
use playground_core::known::{Facet, Kind};

const FACETS: [(&str, Facet); 9] = [
    ("id", Facet::Id),
    ("uuid", Facet::Uuid),
    ("name", Facet::Name),
    ("key", Facet::Key),
    ("token", Facet::Token),
    ("email", Facet::Email),
    ("contact", Facet::Contact),
    ("id-in-team", Facet::IdInTeam),
    ("path", Facet::Path),
];

/// Returns the word for a kind.
pub(super) fn of_kind(kind: Kind) -> &'static str {
    let found = KINDS.iter().find(|(_, other)| *other == kind);
    found.map_or("", |(word, _)| word)
}

/// Reads a kind.
pub(super) fn kind(node: &Node, faults: &mut Faults) -> Option<Kind> {
    let word = text(node, "a kind", faults)?;
    kind_of(&word.text, word.at, faults)
}

/// Finds the kind that a word stands for.
pub(super) fn kind_of(word: &str, at: Position, faults: &mut Faults) -> Option<Kind> {
    let found = KINDS.iter().find(|(known, _)| *known == word);
    if found.is_none() {
        let words: Vec<_> = KINDS.iter().map(|(word, _)| *word).collect();
        faults.push(at, format!("the kind \"{word}\""), words.join(", "));
    }
    found.map(|(_, kind)| *kind)
}

/// Finds what a word such as `uuid` or `base.uuid` means; the former is of a kind that is known already.
pub(super) fn meant(
    word: &str,
    own: Option<Kind>,
    at: Position,
    faults: &mut Faults,
) -> Option<Meant> {
    let (kind, facet) = match (word.split_once('.'), own) {
        (Some((kind, facet)), _) => (kind_of(kind, at, faults)?, facet),
        (None, Some(own)) => (own, word),
        (None, None) => {
            faults.push(
                at,
                format!("\"{word}\""),
                "a kind and what of it, as base.uuid",
            );
            return None;
        }
    };
    let found = FACETS.iter().find(|(known, _)| *known == facet);
    let found = found.map(|(_, facet)| *facet);
    let found = found.filter(|facet| kind.facets().contains(facet));
    if found.is_none() {
        let is_of_kind = |(_, facet): &&(&str, Facet)| kind.facets().contains(facet);
        let words: Vec<_> = FACETS
            .iter()
            .filter(is_of_kind)
            .map(|(word, _)| *word)
            .collect();
        let told = format!("\"{facet}\" of a {}", of_kind(kind));
        faults.push(at, told, words.join(", "));
    }
    Some((kind, found?))
}
