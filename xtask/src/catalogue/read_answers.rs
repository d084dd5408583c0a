//! Reading the documented answers of an operation.

use super::document::Document;
use super::error::Error;
use super::example::read_example;
use super::flags::is_good;
use super::read_operation::schema;
use super::read_schema::read_schema;
use super::yaml::Node;
use playground_core::catalogue::Documented;

/// Reads the answers, one for each status and media type, and whether success brings a file.
pub(super) fn read_answers(
    document: Document<'_>,
    responses: Node<'_>,
) -> Result<(Vec<Documented>, bool), Error> {
    let mut answers = Vec::new();
    let mut brings_file = false;
    for (key, node) in responses.entries()? {
        let status = key
            .parse()
            .map_err(|_| node.error(format!("`{key}` isn't a status")))?;
        let content = document.resolve(node)?.get("content");
        let contents = content.map(Node::entries).transpose()?.unwrap_or_default();
        if contents.is_empty() {
            answers.push(Documented {
                status,
                media: "".into(),
                schema: None,
                example: None,
            });
        }
        for (media, described) in contents {
            brings_file |= is_good(status) && is_binary(media, described);
            let schema = described.get("schema");
            let keywords = schema.map(|node| read_schema(document, node));
            let keywords = keywords.transpose()?.unwrap_or_default();
            answers.push(Documented {
                status,
                media: media.to_owned().into(),
                schema: schema
                    .map(|node| self::schema(document, node))
                    .transpose()?,
                example: read_example(document, described, &keywords)?.map(Into::into),
            });
        }
    }
    Ok((answers, brings_file))
}

/// Whether a media type brings a file. SeaTable declares some files as JSON and then says nothing
/// about them, neither schema nor example.
fn is_binary(media: &str, node: Node<'_>) -> bool {
    let is_text = media == "application/json" || media.starts_with("text/");
    !is_text || node.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{item, read};
    use serde_json::{Value, json};

    #[test]
    fn an_answer_that_is_no_text_or_json_without_a_word_is_a_file() {
        let flags = |status: &str, content: &str| {
            let path = item("/cats/", "get", "getCat", "");
            let usual = "'200': {content: {application/json: {example: 1}}}";
            let path = path.replace(usual, &format!("'{status}': {{content: {content}}}"));
            read(&path).unwrap()[0]["flags"].clone()
        };
        assert_eq!(
            flags("200", "{application/x-zip-compressed: {}}"),
            json!({"binary_answer": true})
        );
        assert_eq!(
            flags("200", "{application/json: {}}"),
            json!({"binary_answer": true})
        );
        assert_eq!(
            flags("200", "{application/json: {example: 1}}"),
            Value::Null
        );
        assert_eq!(flags("404", "{application/json: {}}"), Value::Null);
    }
}
