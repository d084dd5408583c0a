//! What requests have made.

use super::{failure, fate, kind, status};
use crate::http::{Exchange, Outcome};
use crate::known::Kind;

/// Why the page does not remove what it may take for another thing.
pub const UNSURE: &str = "the page can't be sure where it is; remove it in SeaTable";

/// Names the kind of a thing.
pub fn noun(what: Kind) -> String {
    kind::heading(kind::one(what))
}

/// Names a thing, with the thing that it is in.
pub fn name(what: Kind, name: &str, inside: Option<&str>) -> String {
    let Some(inside) = inside else {
        return name.to_owned();
    };
    match what {
        Kind::Column | Kind::View => format!("“{name}” of the table “{inside}”"),
        Kind::ApiToken => format!("“{name}” of the base “{inside}”"),
        Kind::Table => format!("“{name}” in the base “{inside}”"),
        _ => format!("{name} in “{inside}”"),
    }
}

/// Says why a request has not removed something.
pub fn not_removed(exchange: &Exchange, host: &str) -> String {
    match &exchange.outcome {
        Outcome::Answer(answer) => {
            let words = answer.error_text();
            words.unwrap_or_else(|| status::name(answer.status).to_owned())
        }
        Outcome::Failure(failure) => {
            let told = failure::told(failure, host);
            [told, fate::told(exchange).unwrap_or_default()].join(" ")
        }
    }
}

/// Tells whoever waits for it that something was not removed, and why.
pub fn said_not_removed(why: &str) -> String {
    ["Not removed: ", why].concat()
}

/// Says in the list that something was not removed, and why.
pub fn listed_not_removed(why: &str) -> String {
    ["not removed: ", why].concat()
}

/// Says what became of something that was in something of this name.
pub fn gone_with(name: &str) -> String {
    format!("it was in “{name}”, which is removed")
}

/// Names the button that removes so many things.
pub fn remove_all(count: usize) -> String {
    format!("Remove all {count}")
}

/// The words that have to be typed before so many things are removed.
pub fn all(count: usize) -> String {
    format!("remove all {count}")
}

/// Asks for words that have to be typed before something is removed.
pub fn to_go_on(wanted: &str) -> String {
    ["This can't be undone. To go on, type: ", wanted].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_named_with_what_it_is_in() {
        for (what, inside, expected) in [
            (Kind::Row, Some("T"), "x in “T”"),
            (Kind::Column, Some("T"), "“x” of the table “T”"),
            (Kind::Table, Some("B"), "“x” in the base “B”"),
            (Kind::ApiToken, Some("B"), "“x” of the base “B”"),
            (Kind::Base, None, "x"),
        ] {
            assert_eq!(name(what, "x", inside), expected);
        }
    }
}
