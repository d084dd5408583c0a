//! What a person is asked before a request is sent that could do harm.

use super::{kind, size};
use crate::harm::{Back, Named, Question, Whole};
use crate::known::Kind;
use crate::sql::{Statement, Verb};

/// How many things are named one by one.
const LISTED: usize = 5;

/// Names the kind of what a request hits, and how many there are.
pub fn hit(named: &Named) -> String {
    kind::heading(&kind::some(named.kind, named.values.len()))
}

/// Lists things by their names, as far as they are known, and by what they are named by in the request.
pub fn names(named: &Named, name_of: impl Fn(&str) -> Option<String>) -> String {
    let one = |value: &String| match name_of(value) {
        Some(name) if name != *value => format!("“{name}” ({value})"),
        _ => format!("“{value}”"),
    };
    let listed: Vec<_> = named.values.iter().take(LISTED).map(one).collect();
    let listed = listed.join(", ");
    match named.values.len().saturating_sub(LISTED) {
        0 => listed,
        more => format!("{listed} and {} more", size::count(more)),
    }
}

/// Says what the request does to them.
pub fn told(question: &Question) -> Vec<String> {
    let mut told = Vec::new();
    told.extend(question.statement.as_ref().map(statement));
    told.extend(question.destroys.and_then(whole));
    if question.enforces {
        told.push("It affects other people at once.".to_owned());
    }
    if question.is_of_many {
        told.push("It can change many things at once.".to_owned());
    }
    told
}

/// Says below Send that a request removes something, and what becomes of it.
pub fn removes(back: Back) -> &'static str {
    match back {
        Back::Never => "This removes something. The API documents no operation that restores it.",
        Back::Trash(_) => "This moves something to the trash.",
        Back::Anew(_) => "This removes something that you can set up again.",
    }
}

/// What becomes of what no operation brings back.
pub const GONE: &str = "The API documents no operation that restores it.";

/// What becomes of what goes to the trash, before the title of the operation that restores it.
pub const TRASH: &str = "It goes to the trash. To get it back:";

/// What stands before the title of the operation that does the same over again.
pub const AGAIN: &str = "To set it up again:";

fn whole(whole: Whole) -> Option<String> {
    let told = match whole {
        Whole::Named => return None,
        Whole::OwnTeam => "It acts on the team of the account whose token you send.",
        Whole::Trash => "Every base in the trash is deleted for good.",
    };
    Some(told.to_owned())
}

fn statement(statement: &Statement) -> String {
    let of = match &statement.table {
        Some(table) => format!("the table “{table}”"),
        None => "the table".to_owned(),
    };
    match statement.verb {
        Verb::Delete if statement.is_of_all_rows() => {
            format!("Your statement has no WHERE: it deletes every row of {of}.")
        }
        Verb::Update if statement.is_of_all_rows() => {
            format!("Your statement has no WHERE: it changes every row of {of}.")
        }
        Verb::Delete => {
            format!("Your statement deletes the rows of {of} that meet its condition.")
        }
        Verb::Update => {
            format!("Your statement changes the rows of {of} that meet its condition.")
        }
        Verb::Insert => format!("Your statement adds rows to {of}."),
        Verb::Select | Verb::Other => {
            "Your statement is not a SELECT, so it may change the base.".to_owned()
        }
    }
}

/// What has to be typed before something is destroyed: its name, as far as that is known, or what the request names it by.
pub fn wanted(question: &Question, name_of: impl Fn(Kind, &str) -> Option<String>) -> String {
    match question.destroys {
        None => String::new(),
        Some(Whole::OwnTeam) => "delete my team".to_owned(),
        Some(Whole::Trash) => "empty the trash".to_owned(),
        Some(Whole::Named) => {
            let first = question.hits.first();
            let value = first.and_then(|named| Some((named.kind, named.values.first()?)));
            value.map_or_else(String::new, |(kind, value)| {
                name_of(kind, value).unwrap_or_else(|| value.clone())
            })
        }
    }
}

/// Asks for the words that have to be typed.
pub fn to_go_on(wanted: &str) -> String {
    format!("To go on, type: {wanted}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(kind: Kind, values: &[&str]) -> Named {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        Named { kind, values }
    }

    fn question(hits: Vec<Named>, destroys: Option<Whole>) -> Question {
        Question {
            hits,
            destroys,
            removes: true,
            enforces: false,
            is_of_many: false,
            statement: None,
            back: Back::Never,
            shown_by: None,
        }
    }

    #[test]
    fn things_are_named_by_name_and_counted() {
        let rows = named(Kind::Row, &["a", "b", "c", "d", "e", "f", "g"]);
        assert_eq!(hit(&rows), "7 rows");
        let name_of = |value: &str| (value == "a").then(|| "Ada".to_owned());
        let listed = names(&rows, name_of);
        assert_eq!(listed, "“Ada” (a), “b”, “c”, “d”, “e” and 2 more");
        let table = named(Kind::Table, &["Büro"]);
        assert_eq!(hit(&table), "Table");
        assert_eq!(names(&table, |_| Some("Büro".to_owned())), "“Büro”");
        assert_eq!(hit(&named(Kind::ApiToken, &["x"])), "API-Token");
    }

    #[test]
    fn what_comes_back_is_not_said_to_be_gone() {
        assert!(removes(Back::Never).contains("no operation"));
        for back in [Back::Trash(0), Back::Anew(0)] {
            assert!(!removes(back).contains("no operation"), "{back:?}");
        }
    }

    #[test]
    fn a_statement_without_a_condition_is_told_to_be_of_every_row() {
        for (text, expected) in [
            (
                "DELETE FROM T",
                "Your statement has no WHERE: it deletes every row of the table “T”.",
            ),
            (
                "update T set a = 1",
                "Your statement has no WHERE: it changes every row of the table “T”.",
            ),
            (
                "delete from T where a",
                "Your statement deletes the rows of the table “T” that meet its condition.",
            ),
            (
                "INSERT INTO T (a) VALUES (1)",
                "Your statement adds rows to the table “T”.",
            ),
            (
                "DROP TABLE T",
                "Your statement is not a SELECT, so it may change the base.",
            ),
        ] {
            let mut question = question(Vec::new(), None);
            question.statement = Statement::gravest(text);
            assert_eq!(told(&question), [expected], "{text}");
        }
    }

    #[test]
    fn what_has_to_be_typed_is_the_name() {
        let hits = vec![named(Kind::Base, &["uuid"]), named(Kind::Group, &["7"])];
        let name_of = |kind: Kind, _: &str| (kind == Kind::Base).then(|| "Sales".to_owned());
        for (destroys, known, typed) in [
            (Some(Whole::Named), true, "Sales"),
            (Some(Whole::Named), false, "uuid"),
            (Some(Whole::Trash), true, "empty the trash"),
            (Some(Whole::OwnTeam), true, "delete my team"),
            (None, true, ""),
        ] {
            let question = question(hits.clone(), destroys);
            let name_of = |kind: Kind, value: &str| name_of(kind, value).filter(|_| known);
            assert_eq!(wanted(&question, name_of), typed);
        }
    }
}
