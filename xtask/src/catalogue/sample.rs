//! Small documents for the tests.

use super::document::Document;
use super::error::Error;
use super::read_operation::read_operations;
use super::yaml::Yaml;
use playground_core::catalogue::Area;
use serde_json::Value;

/// Reads the operations of a document with these path items.
pub(super) fn read(paths: &str) -> Result<Value, Error> {
    let yaml = Yaml::parse(&format!("paths:\n{paths}")).unwrap();
    let operations = read_operations(Area::Base, Document::new(yaml.root()))?;
    Ok(serde_json::to_value(operations).unwrap())
}

/// A path item of one operation, with more of it in `rest`.
pub(super) fn item(path: &str, method: &str, id: &str, rest: &str) -> String {
    format!(
        "  {path}: {{{method}: {{operationId: {id}, summary: A Cat, tags: [Cats], description: Miaow., responses: {{'200': {{content: {{application/json: {{example: 1}}}}}}}}{rest}}}}}\n"
    )
}

pub(super) const BODY: &str =
    ", requestBody: {content: {application/json: {schema: {type: string}}}}";
pub(super) const CAT_ID: &str =
    ", parameters: [{name: id, in: path, required: true, schema: {type: integer}}]";
