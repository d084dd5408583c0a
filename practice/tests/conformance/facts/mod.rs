//! The facts, by subject.

mod admins;
mod big_data;
mod columns;
mod errors;
mod files;
mod numbers;
mod rows;
mod shapes;
mod sql;
mod structure;
mod team;
mod tokens;
mod walkthroughs;

use crate::Fact;

pub(crate) fn all() -> impl Iterator<Item = &'static Fact> {
    [
        tokens::FACTS,
        errors::FACTS,
        structure::FACTS,
        shapes::FACTS,
        columns::FACTS,
        rows::FACTS,
        numbers::FACTS,
        sql::FACTS,
        big_data::FACTS,
        files::FACTS,
        team::FACTS,
        admins::FACTS,
        walkthroughs::FACTS,
    ]
    .into_iter()
    .flatten()
}

/// Writes a fact.
pub(crate) const fn fact(
    section: &'static str,
    claim: &'static str,
    check: fn(&crate::client::Client),
) -> Fact {
    Fact {
        section,
        claim,
        check,
    }
}

/// Returns the names of an object's members, sorted: their order in an answer means nothing.
pub(crate) fn members(object: &serde_json::Value) -> Vec<&str> {
    let mut names: Vec<&str> = object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    names
}
