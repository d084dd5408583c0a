//! What is said of a response beside SeaTable's documents.

use super::size;
use crate::catalogue::{Documented, Place};
use crate::documented::{Difference, Expected, FaultPlace, Held, What};
use crate::json::Kind;

/// What stands beside an operation that the practice SeaTable doesn't answer.
pub const SAMPLE_ONLY: &str = "(in practice a sample only)";

/// What is said where there is no schema. There may be a sample all the same.
const UNDESCRIBED: &str = "SeaTable’s documents don’t say what this response has in it.";

/// Says in a line how a response agrees with the documents.
pub fn summary(held: &Held) -> String {
    let is_undescribed = held.undescribed.iter().any(String::is_empty);
    match held.differences.len() {
        0 if held.is_unnamed_error => {
            "SeaTable’s documents name no errors for this operation.".to_owned()
        }
        0 if is_undescribed => UNDESCRIBED.to_owned(),
        0 => match undescribed(held) {
            Some(places) => format!("As documented. {places}"),
            None => "As documented.".to_owned(),
        },
        _ if held.is_cut => "Differs from the documents in many places.".to_owned(),
        1 => "Differs from the documents in one place.".to_owned(),
        count => format!("Differs from the documents in {count} places."),
    }
}

/// Says of which places the documents do not describe the content; `None` if they describe all that came.
pub fn undescribed(held: &Held) -> Option<String> {
    if held.undescribed.is_empty() {
        return None;
    }
    let places: Vec<_> = held.undescribed.iter().map(|place| path(place)).collect();
    Some(match places.as_slice() {
        [whole] if whole.is_empty() => UNDESCRIBED.to_owned(),
        places => format!("They don’t describe {}.", listed(places, "and")),
    })
}

/// Names the place of a difference: `rows/*/Name`.
pub fn place(difference: &Difference) -> String {
    match path(&difference.place) {
        whole if whole.is_empty() => "The response".to_owned(),
        path => path,
    }
}

fn path(place: &str) -> String {
    place.strip_prefix('/').unwrap_or(place).to_owned()
}

/// Names what the documents get wrong; `None` if that is the operation itself.
pub fn fault_place(place: &FaultPlace) -> Option<String> {
    Some(match place {
        FaultPlace::Operation => return None,
        FaultPlace::Statuses => "statuses".to_owned(),
        FaultPlace::Request(path) if path.place == Place::Body && path.steps.is_empty() => {
            "body".to_owned()
        }
        FaultPlace::Request(path) => path.steps.to_string(),
        FaultPlace::Response { status, place } if place.is_empty() => format!("response {status}"),
        FaultPlace::Response { status, place } => format!("response {status}, {}", path(place)),
    })
}

/// Says where a sample of a response is from.
pub fn sample(documented: &Documented) -> &'static str {
    match documented.example {
        Some(_) => "Sample, from SeaTable’s documents:",
        None => "Sample, made from the schema in SeaTable’s documents:",
    }
}

/// Says that there is only a sample of a response.
pub fn unpractised() -> &'static str {
    "The practice SeaTable doesn’t support this operation, so nothing is sent. A sample takes the place of the response."
}

/// Says what differs at a place. The sentence goes on after the name of the place, where there is one.
pub fn difference(difference: &Difference) -> String {
    let told = match &difference.what {
        What::Status(documented) if documented.is_empty() => {
            return "The documents name no status.".to_owned();
        }
        What::Status(documented) => {
            let named: Vec<_> = documented.iter().map(ToString::to_string).collect();
            let named = listed(&named, "and");
            return format!("The documents don’t name this status. They name {named}.");
        }
        What::Media { documented, came } => return media(documented, came),
        What::NoJson => {
            return "The body isn’t JSON, or isn’t complete. The documents say that it is JSON."
                .to_owned();
        }
        What::Unnamed => "isn’t documented".to_owned(),
        What::Missing { required: true } => "is missing, and the documents require it".to_owned(),
        What::Missing { required: false } => "is in the documents, and missing here".to_owned(),
        What::Kind { expected, found } => {
            format!(
                "is {}, the documents say {}",
                kind(*found),
                expectation(*expected)
            )
        }
        What::Value => "isn’t one of the documented values".to_owned(),
    };
    match (difference.count, difference.of) {
        (_, 0 | 1) => told,
        (count, of) => format!("{told}, in {} of {}", size::count(count), size::count(of)),
    }
}

/// Says beside a value in a few words what differs there.
pub fn mark(difference: &Difference) -> String {
    match &difference.what {
        What::Unnamed => "not documented".to_owned(),
        What::Missing { .. } => {
            let name = difference.place.rsplit('/').next().unwrap_or_default();
            format!("lacks {}", crate::json::pointer::unescaped(name))
        }
        What::Kind { expected, .. } => format!("documented as {}", expectation(*expected)),
        What::Value => "not among the documented values".to_owned(),
        What::Status(_) | What::Media { .. } | What::NoJson => String::new(),
    }
}

fn media(documented: &[std::borrow::Cow<'static, str>], came: &str) -> String {
    let named: Vec<_> = documented
        .iter()
        .filter(|media| !media.is_empty())
        .collect();
    let named: Vec<_> = named.iter().map(ToString::to_string).collect();
    let came = match came {
        "" => "The response names no media type.".to_owned(),
        came => format!("The media type is {came}."),
    };
    match named.as_slice() {
        [] => format!("{came} The documents name no body."),
        named => format!("{came} The documents name {}.", listed(named, "or")),
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "an object",
        Kind::Array => "a list",
        Kind::String => "a text",
        Kind::Number => "a number",
        Kind::Boolean => "true or false",
        Kind::Null => "null",
    }
}

fn expectation(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::Integer => "a whole number",
        Expected::Number => "a number",
        Expected::Boolean => "true or false",
        Expected::List => "a list",
        Expected::Object => "an object",
        Expected::OneOf => "one of several kinds",
        Expected::Any => "anything",
    }
}

/// Lists a few names.
fn listed(names: &[String], word: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(place: &str, what: What, count: usize, of: usize) -> Difference {
        Difference {
            place: place.to_owned(),
            what,
            first: None,
            count,
            of,
            known: None,
        }
    }

    #[test]
    fn a_difference_is_said_in_a_sentence() {
        let kind = What::Kind {
            expected: Expected::Number,
            found: Kind::String,
        };
        let media = |documented: &[&'static str], came: &str| What::Media {
            documented: documented.iter().map(|media| (*media).into()).collect(),
            came: came.to_owned(),
        };
        for (what, of, told) in [
            (kind.clone(), 1, "is a text, the documents say a number"),
            (
                kind,
                1_200,
                "is a text, the documents say a number, in 1 of 1,200",
            ),
            (What::Unnamed, 1, "isn’t documented"),
            (
                What::Status(vec![200, 400, 403]),
                1,
                "The documents don’t name this status. They name 200, 400 and 403.",
            ),
            (
                media(&["application/json"], ""),
                1,
                "The response names no media type. The documents name application/json.",
            ),
            (
                media(&[""], "text/html"),
                1,
                "The media type is text/html. The documents name no body.",
            ),
        ] {
            assert_eq!(super::difference(&difference("", what, 1, of)), told);
        }
    }

    #[test]
    fn the_summary_says_what_the_documents_leave_open() {
        let held = |differences: usize, undescribed: &[&str]| Held {
            differences: (0..differences)
                .map(|_| difference("/a", What::Unnamed, 1, 1))
                .collect(),
            undescribed: undescribed
                .iter()
                .map(|place| (*place).to_owned())
                .collect(),
            ..Held::default()
        };
        for (held, told) in [
            (held(0, &[]), "As documented."),
            (
                held(0, &[""]),
                "SeaTable’s documents don’t say what this response has in it.",
            ),
            (
                held(0, &["/rows/*", "/metadata"]),
                "As documented. They don’t describe rows/* and metadata.",
            ),
            (held(1, &[""]), "Differs from the documents in one place."),
            (held(3, &[]), "Differs from the documents in 3 places."),
        ] {
            assert_eq!(summary(&held), told);
        }
        let error = Held {
            is_unnamed_error: true,
            ..held(0, &[])
        };
        let told = "SeaTable’s documents name no errors for this operation.";
        assert_eq!(summary(&error), told);
    }

    #[test]
    fn a_mark_names_what_an_object_lacks() {
        let missing = What::Missing { required: false };
        let lacks = difference("/rows/*/a~1b", missing, 1, 1);
        assert_eq!(mark(&lacks), "lacks a/b");
    }
}
