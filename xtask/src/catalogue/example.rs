//! The examples of answers: reading them, and leaving out those that break their own schema.

use super::document::Document;
use super::error::Error;
use super::scalar;
use super::yaml::Node;
use playground_core::catalogue::{Additional, Documented, Keywords, Operation};
use playground_core::documented::{What, hold};
use playground_core::http::Answer;
use playground_core::json;
use serde_json::{Map, Value};

/// Reads the example of an answer: its own, or the first of several, or that of its schema.
pub(super) fn read_example(
    document: Document<'_>,
    described: Node<'_>,
    keywords: &Keywords,
) -> Result<Option<String>, Error> {
    let Some(node) = find(document, described)? else {
        return Ok(None);
    };
    let value = value(node, Some(keywords));
    let text = value.map(|value| serde_json::to_string_pretty(&value));
    text.transpose()
        .map_err(|error| node.error(error.to_string()))
}

fn find<'a>(document: Document<'a>, described: Node<'a>) -> Result<Option<Node<'a>>, Error> {
    if let Some(example) = described.get("example") {
        return Ok(Some(example));
    }
    if let Some(examples) = described.get("examples")
        && let Some((_, first)) = examples.entries()?.first()
    {
        return Ok(document.resolve(*first)?.get("value"));
    }
    let schema = described.get("schema");
    let schema = schema.map(|schema| document.resolve(schema)).transpose()?;
    Ok(schema.and_then(|schema| schema.get("example")))
}

/// Returns what a node says. Scalars are of the type that the schema gives them, where they can be; a member without a value is none.
fn value(node: Node<'_>, schema: Option<&Keywords>) -> Option<Value> {
    if let Ok(entries) = node.entries() {
        let member = |(name, node): (&str, Node<'_>)| {
            let schema = schema.and_then(|schema| schema_of(schema, name));
            Some((name.to_owned(), value(node, schema)?))
        };
        return Some(
            entries
                .into_iter()
                .filter_map(member)
                .collect::<Map<_, _>>()
                .into(),
        );
    }
    if let Ok(items) = node.items() {
        let schema = schema.and_then(|schema| schema.items.as_deref());
        return Some(items.filter_map(|item| value(item, schema)).collect());
    }
    let declared = schema.and_then(|schema| schema.kind);
    let plain = scalar::value(node, None)?;
    if plain.is_null() {
        return Some(plain);
    }
    scalar::value(node, declared).or(Some(plain))
}

fn schema_of<'a>(schema: &'a Keywords, name: &str) -> Option<&'a Keywords> {
    let named = schema.properties.iter().find(|(known, _)| known == name);
    match (named, &schema.additional_properties) {
        (Some((_, schema)), _) => Some(schema),
        (None, Some(Additional::Of(schema))) => Some(schema),
        (None, _) => None,
    }
}

/// Takes out the examples that break their own schemas, and returns where they were.
pub(super) fn leave_out_broken(operations: &mut [Operation]) -> Vec<String> {
    let mut left_out = Vec::new();
    for operation in operations {
        let id = operation.id.clone();
        for documented in operation.answers.to_mut() {
            if is_broken(documented) {
                documented.example = None;
                left_out.push(format!("{id} {}", documented.status));
            }
        }
    }
    left_out
}

/// Whether an example is no such answer. Members that the schema does not name are no fault of it.
fn is_broken(documented: &Documented) -> bool {
    let Some(example) = &documented.example else {
        return false;
    };
    let answer = Answer {
        status: documented.status,
        headers: vec![(
            "content-type".to_owned(),
            documented.media.clone().into_owned(),
        )],
        body: json::Document::parse(example.as_bytes().to_vec()),
        decoded: None,
    };
    let held = hold(&answer, std::slice::from_ref(documented), &[]);
    let breaks = |what: &What| !matches!(what, What::Unnamed | What::Missing { required: false });
    held.differences
        .iter()
        .any(|difference| breaks(&difference.what))
}

#[cfg(test)]
mod tests {
    use super::leave_out_broken;
    use crate::catalogue::document::Document;
    use crate::catalogue::read_operation::read_operations;
    use crate::catalogue::sample::item;
    use crate::catalogue::yaml::Yaml;
    use playground_core::catalogue::Area;
    use serde_json::{Value, json};

    /// Returns the example of an answer with this content, and how many were left out.
    fn example(content: &str) -> (Option<Value>, usize) {
        let usual = "{application/json: {example: 1}}";
        let paths = item("/cats/", "get", "getCat", "").replace(usual, content);
        let components = "components: {cat: {value: {name: Tom}}, ";
        let schema = "cats: {type: object, example: {name: Kit}}}";
        let yaml = Yaml::parse(&format!("paths:\n{paths}{components}{schema}")).unwrap();
        let mut read = read_operations(Area::Base, Document::new(yaml.root())).unwrap();
        let left_out = leave_out_broken(&mut read).len();
        let example = read[0].answers[0].example.as_deref();
        let example = example.map(|text| serde_json::from_str(text).unwrap());
        (example, left_out)
    }

    fn of(schema: &str, text: &str) -> (Option<Value>, usize) {
        example(&format!(
            "{{application/json: {{schema: {schema}, example: {text}}}}}"
        ))
    }

    #[test]
    fn an_example_stands_at_the_answer_among_several_or_at_the_schema() {
        for (content, expected) in [
            ("{example: {name: Tom}}", json!({"name": "Tom"})),
            (
                "{examples: {one: {value: [1, 2]}, two: {value: 3}}}",
                json!([1, 2]),
            ),
            (
                "{examples: {one: {$ref: '#/components/cat'}}}",
                json!({"name": "Tom"}),
            ),
            (
                "{schema: {$ref: '#/components/cats'}}",
                json!({"name": "Kit"}),
            ),
        ] {
            let content = format!("{{application/json: {content}}}");
            assert_eq!(example(&content), (Some(expected), 0));
        }
        assert_eq!(example("{application/json: {}}"), (None, 0));
    }

    #[test]
    fn scalars_are_of_the_type_that_the_schema_gives_them() {
        let schema = "{type: object, properties: {id: {type: string}, at: {type: array, items: {type: string}}}}";
        let read = of(
            schema,
            "{id: 0000, at: [2026-07-14, 12], more: 0000, n: 12, none: null}",
        );
        let expected = json!({"id": "0000", "at": ["2026-07-14", "12"], "more": "0000", "n": 12, "none": null});
        assert_eq!(read, (Some(expected), 0));
    }

    #[test]
    fn a_member_without_a_value_is_none() {
        let read = of("{type: object}", "{name: Tom, color: , kittens: {}}");
        assert_eq!(read, (Some(json!({"name": "Tom", "kittens": {}})), 0));
    }

    #[test]
    fn an_example_that_breaks_its_schema_is_left_out() {
        let schema = "{type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}";
        for (example, broken) in [
            ("{id: 1, name: Tom, more: 1}", false),
            ("{id: 1}", false),
            ("{name: Tom}", true),
            ("{id: a}", true),
            ("{id: 1, name: null}", true),
            ("[{id: 1}]", true),
            ("success:true", true),
        ] {
            assert_eq!(of(schema, example).1, usize::from(broken), "{example}");
        }
    }
}
