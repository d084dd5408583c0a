//! The facts, by subject.

mod admins;
mod bases;
mod big_data;
mod columns;
mod errors;
mod files;
mod groups;
mod history;
mod kept;
mod numbers;
mod outside_links;
mod rows;
mod shapes;
mod sharing;
mod sql;
mod storage;
mod structure;
mod team;
mod team_bases;
mod tokens;
mod views;
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
        views::FACTS,
        history::FACTS,
        groups::FACTS,
        sharing::FACTS,
        outside_links::FACTS,
        bases::FACTS,
        kept::FACTS,
        storage::FACTS,
        team_bases::FACTS,
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
