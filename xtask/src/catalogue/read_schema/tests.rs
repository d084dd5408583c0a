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
    let schema = read("s: {type: object, properties: {title: {type: string}, description: {}}}");
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
        "1:30: this choice isn't a value of the declared type"
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
