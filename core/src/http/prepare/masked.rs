//! JSON that a person typed, with the secrets in it kept apart.

use crate::auth::Secret;
use crate::catalogue::{Further, Schema, Shape};
use crate::http::{Text, Writing};
use crate::json::{self, Document, Kind, NodeId};
use std::ops::Range;

/// Returns a JSON text with what the schema knows for secrets kept apart. Of a text that is no JSON nobody can tell where they are, so
/// all of it counts as one.
pub(super) fn of(name: &str, schema: &Schema, text: &str) -> Text {
    if !schema.has_secret() {
        return text.into();
    }
    let document = Document::parse(text.as_bytes().to_vec());
    let mut found = Vec::new();
    match document.root().filter(|_| document.fault().is_none()) {
        Some(root) => find(schema, name, &document, root, &mut found),
        None => return Text::secret(name.to_owned(), Writing::Plain, Secret::new(text)),
    }
    let mut out = Text::default();
    let mut end = 0;
    for place in found {
        // Where kinds of a value overlap, the wider place comes first.
        if place.range.start >= end {
            out.push(text.get(end..place.range.start).unwrap_or_default());
            let source = text.get(place.range.clone()).unwrap_or_default();
            push(&mut out, place.name, source, document.string(place.node));
            end = place.range.end;
        }
    }
    out.push(text.get(end..).unwrap_or_default());
    out
}

/// A secret in a document.
struct Found {
    name: String,
    node: NodeId,
    range: Range<usize>,
}

/// Finds the secrets in a value. A value of another kind than the one that has them is one as a whole.
fn find(schema: &Schema, name: &str, document: &Document, node: NodeId, found: &mut Vec<Found>) {
    if !schema.has_secret() || document.kind(node) == Kind::Null {
        return;
    }
    match (&schema.shape, document.kind(node)) {
        (Shape::List(item), Kind::Array) => {
            for child in document.children(node) {
                find(item, name, document, child, found);
            }
        }
        (Shape::Object { members, further }, Kind::Object) => {
            for child in document.children(node) {
                let key = document.key(child).map(|key| key.text().into_owned());
                let key = key.unwrap_or_default();
                let named = members.iter().find(|member| member.name == key);
                match (named, further) {
                    (Some(member), _) => find(&member.schema, &key, document, child, found),
                    (None, Further::Of(schema)) => find(schema, &key, document, child, found),
                    (None, Further::None | Further::Any) => {}
                }
            }
        }
        (Shape::OneOf(kinds), _) => {
            for kind in kinds.iter() {
                find(kind, name, document, node, found);
            }
        }
        _ => note(name, node, document.span(node), found),
    }
}

fn note(name: &str, node: NodeId, range: Range<usize>, found: &mut Vec<Found>) {
    let is_before = |other: &Found| {
        (other.range.start, range.end) < (range.start, other.range.end) || other.range == range
    };
    let at = found.partition_point(is_before);
    found.insert(
        at,
        Found {
            name: name.to_owned(),
            node,
            range,
        },
    );
}

/// Appends a secret so that it is sent to the letter as it was typed.
fn push(out: &mut Text, name: String, source: &str, string: Option<String>) {
    match string.filter(|string| json::quote(string) == source) {
        Some(string) => out.push_secret(name, Writing::Json, Secret::new(string)),
        None => out.push_secret(name, Writing::Plain, Secret::new(source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Member;

    fn object(members: Vec<(&'static str, Schema)>, further: Further) -> Schema {
        let member = |(name, schema): (&'static str, Schema)| Member {
            name: name.into(),
            required: false,
            schema,
        };
        Shape::Object {
            members: members.into_iter().map(member).collect(),
            further,
        }
        .into()
    }

    fn user() -> Schema {
        let password = || ("password", Shape::Secret.into());
        let detail = object(vec![password()], Further::None);
        let secrets = Further::Of(Box::new(Shape::Secret.into()));
        object(
            vec![
                password(),
                ("name", Shape::TEXT.into()),
                ("detail", detail),
                ("keys", object(Vec::new(), secrets)),
                ("codes", Shape::List(Box::new(Shape::Secret.into())).into()),
            ],
            Further::Any,
        )
    }

    fn shown(schema: &Schema, text: &str) -> String {
        let masked = of("user", schema, text);
        assert_eq!(masked.in_the_clear(), text, "it is sent to the letter");
        masked.shown().into_owned()
    }

    #[test]
    fn each_secret_of_the_schema_is_found_wherever_it_stands() {
        for (text, expected) in [
            (
                r#"{"name": "n", "password" : "fake" }"#,
                r#"{"name": "n", "password" : "{password}" }"#,
            ),
            (
                r#"{"p\u0061ssword":"fa","password":"ke"}"#,
                r#"{"p\u0061ssword":"{password}","password":"{password}"}"#,
            ),
            (
                r#"{"detail":{"name":1,"password":"fake"}}"#,
                r#"{"detail":{"name":1,"password":"{password}"}}"#,
            ),
            (r#"{"keys":{"a":"fake"}}"#, r#"{"keys":{"a":"{a}"}}"#),
            (
                r#"{"codes":["fake",12,null]}"#,
                r#"{"codes":["{codes}",{codes},null]}"#,
            ),
            (
                r#"{"other":{"password":"x"}}"#,
                r#"{"other":{"password":"x"}}"#,
            ),
            // What is written in another way than the page would, and what is no text, are kept as they are.
            (r#"{"password":"f\u0061ke"}"#, r#"{"password":{password}}"#),
            (r#"{"password":{"a":"fake"}}"#, r#"{"password":{password}}"#),
            // Another kind of value than the one that has a secret in it.
            (r#"{"detail":"fake"}"#, r#"{"detail":"{detail}"}"#),
            (r#"[{"password":"fake"}]"#, "{user}"),
            // No JSON, so nobody knows.
            (r#"{"password":"fake"#, "{user}"),
            (r#"{"password":"fake"} x"#, "{user}"),
            ("fake", "{user}"),
        ] {
            assert_eq!(shown(&user(), text), expected, "{text}");
        }
    }

    #[test]
    fn of_several_kinds_each_has_its_secrets_hidden() {
        let kinds = vec![
            object(vec![("password", Shape::Secret.into())], Further::None),
            object(
                vec![
                    (
                        "a",
                        object(vec![("b", Shape::Secret.into())], Further::None),
                    ),
                    ("new_password", Shape::Secret.into()),
                ],
                Further::None,
            ),
            object(vec![("a", Shape::Secret.into())], Further::None),
        ];
        let schema = Shape::OneOf(kinds.into()).into();
        assert_eq!(
            shown(&schema, r#"{"new_password":"fa","x":1,"password":"ke"}"#),
            r#"{"new_password":"{new_password}","x":1,"password":"{password}"}"#
        );
        assert_eq!(shown(&schema, r#"{"a":{"b":"fake"}}"#), r#"{"a":{a}}"#);
    }

    #[test]
    fn where_the_schema_knows_no_secret_the_text_stays() {
        let schema = object(vec![("name", Shape::TEXT.into())], Further::Any);
        for text in [r#"{"password": "x"}"#, "no JSON"] {
            assert_eq!(of("user", &schema, text), Text::from(text));
        }
    }
}
