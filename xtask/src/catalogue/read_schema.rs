//! Reading a schema: references resolved, `allOf` merged, prose left out.

use super::document::Document;
use super::error::Error;
use super::merge::merge;
use super::scalar;
use super::yaml::Node;
use playground_core::catalogue::{Additional, Keywords, Type};
use serde_json::{Number, Value};

/// What a schema may hold: facts, then prose, which is not read.
const KNOWN: &[&str] = &[
    "type",
    "format",
    "enum",
    "default",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "nullable",
    "required",
    "properties",
    "items",
    "oneOf",
    "allOf",
    "additionalProperties",
    "title",
    "description",
    "example",
];

/// Reads a schema.
pub(super) fn read_schema<'a>(document: Document<'a>, node: Node<'a>) -> Result<Keywords, Error> {
    Reader {
        document,
        open: Vec::new(),
    }
    .read(node)
}

struct Reader<'a> {
    document: Document<'a>,
    /// The references being followed, outermost first.
    open: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, node: Node<'a>) -> Result<Keywords, Error> {
        match self.document.reference(node)? {
            Some((name, _)) if self.open.contains(&name) => self.stub(node),
            Some((name, target)) => {
                self.open.push(name);
                let schema = self.read(target);
                self.open.pop();
                schema
            }
            None => self.read_here(node),
        }
    }

    /// Ends a recursion: of a schema inside itself only the type is told.
    fn stub(&self, node: Node<'a>) -> Result<Keywords, Error> {
        let target = self.document.resolve(node)?;
        Ok(Keywords {
            kind: declared_type(target)?,
            ..Keywords::default()
        })
    }

    fn read_here(&mut self, node: Node<'a>) -> Result<Keywords, Error> {
        let mut schema = Keywords {
            kind: declared_type(node)?,
            ..Keywords::default()
        };
        let mut parts = Vec::new();
        for (key, value) in node.entries_of(KNOWN)? {
            if key == "allOf" {
                parts = value
                    .items()?
                    .map(|part| self.read(part))
                    .collect::<Result<_, _>>()?;
            } else {
                self.read_keyword(&mut schema, key, value)?;
            }
        }
        for part in parts {
            schema = merge(schema, part).map_err(|message| node.error(message))?;
        }
        drop_wrong_default(&mut schema);
        drop_unknown_names(&mut schema);
        Ok(schema)
    }

    fn read_keyword(
        &mut self,
        schema: &mut Keywords,
        key: &str,
        value: Node<'a>,
    ) -> Result<(), Error> {
        match key {
            "format" => schema.format = Some(value.text()?.to_owned()),
            "enum" => schema.choices = choices(value, schema.kind)?,
            "default" => schema.default = scalar::value(value, schema.kind),
            "minimum" => schema.minimum = Some(bound(value)?),
            "maximum" => schema.maximum = Some(bound(value)?),
            "minLength" => schema.min_length = Some(value.count()?),
            "maxLength" => schema.max_length = Some(value.count()?),
            "pattern" => schema.pattern = Some(value.text()?.to_owned()),
            "nullable" => schema.nullable = value.boolean()?,
            "required" => schema.required = names(value)?,
            "properties" => schema.properties = self.properties(value)?,
            "items" => schema.items = Some(Box::new(self.read(value)?)),
            "oneOf" => {
                schema.one_of = value
                    .items()?
                    .map(|variant| self.read(variant))
                    .collect::<Result<_, _>>()?;
            }
            "additionalProperties" => {
                schema.additional_properties = Some(self.additional(value)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn properties(&mut self, node: Node<'a>) -> Result<Vec<(String, Keywords)>, Error> {
        let members = node.entries()?.into_iter();
        members
            .map(|(name, member)| Ok((name.to_owned(), self.read(member)?)))
            .collect()
    }

    fn additional(&mut self, node: Node<'a>) -> Result<Additional, Error> {
        if node.text().is_ok() {
            return Ok(Additional::Allowed(node.boolean()?));
        }
        Ok(Additional::Of(Box::new(self.read(node)?)))
    }
}

fn declared_type(node: Node<'_>) -> Result<Option<Type>, Error> {
    let Some(declared) = node.get("type") else {
        return Ok(None);
    };
    let name = declared.text()?;
    let kind = Type::from_name(name);
    kind.map(Some)
        .ok_or_else(|| declared.error(format!("`{name}` is no type")))
}

fn choices(node: Node<'_>, kind: Option<Type>) -> Result<Vec<Value>, Error> {
    let choice = |item: Node<'_>| {
        scalar::value(item, kind)
            .ok_or_else(|| item.error("this choice is no value of the declared type"))
    };
    node.items()?.map(choice).collect()
}

fn names(node: Node<'_>) -> Result<Vec<String>, Error> {
    node.items()?
        .map(|name| Ok(name.text()?.to_owned()))
        .collect()
}

fn bound(node: Node<'_>) -> Result<Number, Error> {
    let text = node.text()?;
    scalar::number(text).ok_or_else(|| node.error(format!("`{text}` is no number")))
}

/// Drops a default that is none of the choices, as SeaTable's `order_by` of the scheduler has it.
fn drop_wrong_default(schema: &mut Keywords) {
    let choices = &schema.choices;
    if !choices.is_empty() {
        schema.default.take_if(|default| !choices.contains(default));
    }
}

/// Drops required names that no member has: some texts require members, since they are declared by a part of an object.
fn drop_unknown_names(schema: &mut Keywords) {
    let members = &schema.properties;
    let is_known = |name: &String| members.iter().any(|(member, _)| member == name);
    schema.required.retain(is_known);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::yaml::Yaml;
    use serde_json::json;

    /// Reads the schema at `s` of a document whose components follow the indentation of the tests.
    fn read(text: &str) -> Result<Value, Error> {
        let yaml = Yaml::parse(text).unwrap();
        let schema = read_schema(Document::new(yaml.root()), yaml.root().need("s").unwrap())?;
        Ok(serde_json::to_value(schema).unwrap())
    }

    const CAT: &str = "
components:
  schemas:
    cat: {type: object, required: [name], properties: {name: {type: string, pattern: '^+[a-'}}}
    tree: {type: object, properties: {kids: {type: array, items: {$ref: '#/components/schemas/tree'}}}}
    ring: {$ref: '#/components/schemas/ring'}
";

    #[test]
    fn prose_is_left_out_and_facts_stay() {
        let schema = read(
            "s: {type: integer, minimum: 1, maximum: 10, default: 5, title: A, description: B, example: 'x'}",
        );
        let facts = json!({"type": "integer", "default": 5, "minimum": 1, "maximum": 10});
        assert_eq!(schema.unwrap(), facts);
    }

    #[test]
    fn members_named_like_prose_stay() {
        let schema =
            read("s: {type: object, properties: {title: {type: string}, description: {}}}");
        let properties = json!({"title": {"type": "string"}, "description": {}});
        assert_eq!(schema.unwrap()["properties"], properties);
    }

    #[test]
    fn a_pattern_is_kept_verbatim_even_if_it_is_no_regular_expression() {
        let schema = read(&format!("s: {{$ref: '#/components/schemas/cat'}}{CAT}")).unwrap();
        assert_eq!(schema["properties"]["name"]["pattern"], "^+[a-");
    }

    #[test]
    fn siblings_of_a_reference_are_ignored() {
        let plain = read(&format!("s: {{$ref: '#/components/schemas/cat'}}{CAT}"));
        let sibling = read(&format!(
            "s: {{$ref: '#/components/schemas/cat', nullable: true}}{CAT}"
        ));
        assert_eq!(plain.unwrap(), sibling.unwrap());
    }

    #[test]
    fn a_schema_inside_itself_ends_at_its_type() {
        let schema = read(&format!("s: {{$ref: '#/components/schemas/tree'}}{CAT}"));
        let items = json!({"type": "array", "items": {"type": "object"}});
        assert_eq!(schema.unwrap()["properties"]["kids"], items);
    }

    #[test]
    fn a_reference_to_itself_is_an_error() {
        let error = read(&format!("s: {{$ref: '#/components/schemas/ring'}}{CAT}")).unwrap_err();
        assert!(
            error.to_string().contains("leads back to itself"),
            "{error}"
        );
    }

    #[test]
    fn all_of_is_merged_in_order() {
        let schema = read(&format!(
            "s: {{allOf: [{{$ref: '#/components/schemas/cat'}}, {{type: object, required: [age], properties: {{age: {{type: integer}}}}}}]}}{CAT}"
        ))
        .unwrap();
        assert_eq!(schema["required"], json!(["name", "age"]));
        let merged = json!({
            "type": "object",
            "required": ["name", "age"],
            "properties": {"name": {"type": "string", "pattern": "^+[a-"}, "age": {"type": "integer"}},
        });
        assert_eq!(schema, merged);
    }

    #[test]
    fn a_default_outside_the_choices_is_dropped() {
        assert_eq!(
            read("s: {type: string, enum: [up, down], default: ''}").unwrap(),
            json!({"type": "string", "enum": ["up", "down"]})
        );
        assert_eq!(
            read("s: {type: string, enum: ['', up], default: ''}").unwrap()["default"],
            ""
        );
    }

    #[test]
    fn a_default_of_another_type_is_dropped() {
        assert_eq!(
            read("s: {type: integer, default: ''}").unwrap(),
            json!({"type": "integer"})
        );
    }

    #[test]
    fn choices_of_a_declared_string_are_strings() {
        let schema = read("s: {type: string, enum: [true, false, null, 0000]}").unwrap();
        assert_eq!(schema["enum"], json!(["true", "false", "null", "0000"]));
    }

    #[test]
    fn a_choice_that_does_not_fit_is_an_error_with_its_place() {
        let error = read("s: {type: integer, enum: [1, a]}").unwrap_err();
        assert_eq!(
            error.to_string(),
            "1:30: this choice is no value of the declared type"
        );
    }

    #[test]
    fn an_example_of_another_type_is_ignored() {
        assert_eq!(
            read("s: {type: integer, example: [a]}").unwrap(),
            json!({"type": "integer"})
        );
    }

    #[test]
    fn a_keyword_nobody_reads_is_an_error() {
        let error = read("s: {anyOf: []}").unwrap_err();
        assert_eq!(error.to_string(), "1:12: `anyOf` is not understood here");
    }

    #[test]
    fn one_of_and_additional_members_are_read() {
        let schema = read(
            "s: {oneOf: [{type: string}, {type: object, additionalProperties: {type: integer}}, {additionalProperties: false}]}",
        );
        let variants = json!([
            {"type": "string"},
            {"type": "object", "additionalProperties": {"type": "integer"}},
            {"additionalProperties": false},
        ]);
        assert_eq!(schema.unwrap()["oneOf"], variants);
    }
}
