//! What requests have made.

use crate::walkthrough::Thing;

/// Why the page does not remove what it may take for another thing.
pub const UNSURE: &str = "the page cannot be sure where it is, so remove it in SeaTable";

/// Names the kind of a thing.
pub fn noun(what: Thing) -> &'static str {
    match what {
        Thing::Row => "Row",
        Thing::Column => "Column",
        Thing::File => "File",
        Thing::Token => "API-Token",
        Thing::Table => "Table",
        Thing::Base => "Base",
        Thing::User => "User",
    }
}

/// Names a thing, with the thing that it is in.
pub fn name(what: Thing, name: &str, inside: Option<&str>) -> String {
    let Some(inside) = inside else {
        return name.to_owned();
    };
    match what {
        Thing::Column => format!("“{name}” of the table “{inside}”"),
        Thing::Token => format!("“{name}” of the base “{inside}”"),
        Thing::Table => format!("“{name}” in the base “{inside}”"),
        Thing::Row | Thing::File | Thing::Base | Thing::User => format!("{name} in “{inside}”"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_is_named_with_what_it_is_in() {
        for (what, inside, expected) in [
            (Thing::Row, Some("T"), "x in “T”"),
            (Thing::Column, Some("T"), "“x” of the table “T”"),
            (Thing::Table, Some("B"), "“x” in the base “B”"),
            (Thing::Token, Some("B"), "“x” of the base “B”"),
            (Thing::Base, None, "x"),
        ] {
            assert_eq!(name(what, "x", inside), expected);
        }
    }
}
