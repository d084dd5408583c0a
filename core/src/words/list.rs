//! Lists that are long, or came in part.

use super::size;

/// Says which rows came; `is_cut` says whether there may be more.
pub fn rows(start: usize, count: usize, is_cut: bool) -> String {
    let (first, last) = (size::count(start + 1), size::count(start + count));
    match (count, is_cut) {
        (0, _) => format!("No rows after row {}.", size::count(start)),
        (_, true) => format!("Rows {first} to {last}. There may be more."),
        (_, false) => format!("Rows {first} to {last}."),
    }
}

/// Why SQL may have given less than there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SqlCut {
    /// LIMIT allows no more.
    Limit,
    /// SQL gives no more.
    Most,
    /// SQL gives no more without LIMIT.
    WithoutLimit,
}

/// Says that SQL may have given less than there is.
pub fn cut_by_sql(count: usize, why: SqlCut) -> String {
    let why = match why {
        SqlCut::Limit => "as many as LIMIT allows",
        SqlCut::Most => "the most that SQL returns",
        SqlCut::WithoutLimit => "the most without LIMIT",
    };
    format!("{} rows, {why}. There may be more.", size::count(count))
}

/// Says that not all the entries to choose from are shown.
pub fn choices(shown: usize, found: usize) -> String {
    format!(
        "The first {shown} of {} are shown. Search to find the others.",
        size::count(found)
    )
}
