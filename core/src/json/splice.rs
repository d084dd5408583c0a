//! Edits of a JSON text that leave every other byte as it was.

use super::{Document, Kind, NodeId, quote};
use std::ops::Range;

/// An object in a text.
struct Object<'a> {
    text: &'a str,
    document: Document,
    id: NodeId,
}

/// Returns the exact text of a member of the object at a JSON Pointer. Of several members with the same name the last
/// counts, as in `JSON.parse` and serde_json. None in text that is not JSON, and where there is no object.
pub fn member(text: &str, pointer: &str, name: &str) -> Option<String> {
    let object = Object::find(text, pointer)?;
    let id = object.document.member(object.id, name)?;
    text.get(object.document.span(id)).map(str::to_owned)
}

/// Sets a member of the object at a JSON Pointer to a value, which is given as JSON, or removes it. Returns the new text.
/// None in text that is not JSON, and where there is no object.
///
/// A member that is there keeps its place; of several with the same name the last is set, which is the one that counts.
/// A new one goes to the end and looks like the one before it. All that have the name are removed.
pub fn set_member(text: &str, pointer: &str, name: &str, value: Option<&str>) -> Option<String> {
    let object = Object::find(text, pointer)?;
    match (object.document.member(object.id, name), value) {
        (Some(id), Some(value)) => replace(text, object.document.span(id), &[value]),
        (None, Some(value)) => object.append(name, value),
        (None, None) => Some(text.to_owned()),
        (Some(_), None) => {
            let mut text = object.remove(name)?;
            loop {
                let object = Object::find(&text, pointer)?;
                if object.document.member(object.id, name).is_none() {
                    break;
                }
                text = object.remove(name)?;
            }
            Some(text)
        }
    }
}

impl<'a> Object<'a> {
    fn find(text: &'a str, pointer: &str) -> Option<Self> {
        let document = Document::parse(text.as_bytes().to_vec());
        let id = document.pointer(pointer)?;
        let is_object = document.fault().is_none() && document.kind(id) == Kind::Object;
        is_object.then_some(Self { text, document, id })
    }

    /// Puts a new member after the last one.
    fn append(&self, name: &str, value: &str) -> Option<String> {
        let key = quote(name);
        let inside = self.inside();
        let Some(last) = self.document.children(self.id).last() else {
            let line = indentation(self.text.get(..inside.start)?);
            return replace(
                self.text,
                inside,
                &["\n", line, "  ", &key, ": ", value, "\n", line],
            );
        };
        let last_key = self.key_span(last)?;
        let place = self.document.span(last);
        let before = self.text.get(..last_key.start)?;
        let space = before.get(before.trim_end().len()..)?;
        let colon = self.text.get(last_key.end..place.start)?;
        // `{"a": 1}` says how much air there is, though nothing is in front of its only key.
        let is_airy = space.is_empty() && colon.ends_with(' ');
        let space = if is_airy { " " } else { space };
        replace(
            self.text,
            place.end..place.end,
            &[",", space, &key, colon, value],
        )
    }

    /// Takes away the last member with that name, with its comma and its white space.
    fn remove(&self, name: &str) -> Option<String> {
        let id = self.document.member(self.id, name)?;
        let siblings = || self.document.children(self.id);
        let end = self.document.span(id).end;
        let gap = match (
            siblings().take_while(|&other| other != id).last(),
            self.document.next_sibling(id),
        ) {
            (Some(before), _) => self.document.span(before).end..end,
            (None, Some(after)) => self.key_span(id)?.start..self.key_span(after)?.start,
            (None, None) => self.inside(),
        };
        replace(self.text, gap, &[])
    }

    /// Returns what stands between the braces.
    fn inside(&self) -> Range<usize> {
        let Range { start, end } = self.document.span(self.id);
        start + 1..end.saturating_sub(1)
    }

    /// Returns where the key of a member stands, quotes included.
    fn key_span(&self, id: NodeId) -> Option<Range<usize>> {
        let before = self.text.get(..self.document.span(id).start)?;
        let end = before.trim_end().strip_suffix(':')?.trim_end().len();
        let length = self.document.key(id)?.raw().len();
        Some(end.checked_sub(length)?..end)
    }
}

/// Returns the text with something else in that place.
pub(crate) fn replace(text: &str, place: Range<usize>, with: &[&str]) -> Option<String> {
    let mut out = text.get(..place.start)?.to_owned();
    with.iter().for_each(|piece| out.push_str(piece));
    out.push_str(text.get(place.end..)?);
    Some(out)
}

/// Returns the white space that the last line begins with.
fn indentation(text: &str) -> &str {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let length = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..length).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str, value: Option<&str>) -> String {
        set_member(text, "", "b", value).unwrap()
    }

    #[test]
    fn a_member_is_read_as_it_stands() {
        let text = r#"{"rows": [{"a": 1.0, "a": 1e400, "b~/": [ 1 ]}]}"#;
        assert_eq!(member(text, "/rows/0", "a").unwrap(), "1e400");
        assert_eq!(member(text, "/rows/0", "b~/").unwrap(), "[ 1 ]");
        assert_eq!(member(text, "/rows/0", "c"), None);
        assert_eq!(member(text, "/rows", "0"), None);
        assert_eq!(member(&text[1..], "/rows/0", "a"), None);
        assert_eq!(member(&text[..text.len() - 1], "/rows/0", "a"), None);
    }

    #[test]
    fn a_member_that_is_there_keeps_its_place() {
        assert_eq!(
            set(r#"{ "b" :1 , "c":2}"#, Some("[]")),
            r#"{ "b" :[] , "c":2}"#
        );
        assert_eq!(set(r#"{"b":1,"b":2}"#, Some("3")), r#"{"b":1,"b":3}"#);
    }

    #[test]
    fn a_new_member_looks_like_the_one_before_it() {
        for (text, with) in [
            (r#"{"a":1}"#, r#"{"a":1,"b":2}"#),
            (r#"{"a": 1}"#, r#"{"a": 1, "b": 2}"#),
            (r#"{ "a": 1 }"#, r#"{ "a": 1, "b": 2 }"#),
            ("{\n\t\"a\" : 1\n}\n", "{\n\t\"a\" : 1,\n\t\"b\" : 2\n}\n"),
            ("{}", "{\n  \"b\": 2\n}"),
            (
                "{\r\n  \"a\": {}\r\n}",
                "{\r\n  \"a\": {},\r\n  \"b\": 2\r\n}",
            ),
        ] {
            assert_eq!(set(text, Some("2")), with);
            assert_eq!(set(with, None), text, "and it goes without a trace");
        }
        assert_eq!(
            set_member("[\n    {},\n    0\n]", "/0", "ü\"", Some("\"x\"")).unwrap(),
            "[\n    {\n      \"ü\\\"\": \"x\"\n    },\n    0\n]"
        );
    }

    #[test]
    fn a_member_goes_with_its_comma() {
        for (text, without) in [
            (r#"{ "b": 1, "c": 2 }"#, r#"{ "c": 2 }"#),
            (r#"{ "a": 1, "b": 2, "c": 3 }"#, r#"{ "a": 1, "c": 3 }"#),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}", "{\n  \"a\": 1\n}"),
            ("{ \"b\": 1 }", "{}"),
            (r#"{"b":1,"a":0,"b":2}"#, r#"{"a":0}"#),
            (r#"{"b":1,"b":2}"#, "{}"),
            (r#"{"a":1}"#, r#"{"a":1}"#),
        ] {
            assert_eq!(set(text, None), without);
        }
    }

    #[test]
    fn what_is_no_object_has_no_members() {
        for (text, pointer) in [
            ("[]", ""),
            ("{\"a\":1", ""),
            ("{}", "/a"),
            ("{} 1", ""),
            ("", ""),
        ] {
            assert_eq!(set_member(text, pointer, "b", Some("1")), None, "{text}");
            assert_eq!(set_member(text, pointer, "b", None), None, "{text}");
        }
    }
}
