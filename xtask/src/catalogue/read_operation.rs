//! Reading the operations of a document.

use super::document::Document;
use super::error::Error;
use super::flags::{flag_ambiguous_paths, flags};
use super::operation::{Answer, Body, Content, Operation, Parameter};
use super::path::{check_parameters, split_query};
use super::read_schema::read_schema;
use super::token::read_token;
use super::yaml::Node;

const METHODS: &[&str] = &["get", "post", "put", "delete"];
const OPERATION_KEYS: &[&str] = &[
    "operationId",
    "summary",
    "description",
    "tags",
    "security",
    "parameters",
    "requestBody",
    "responses",
];
const PARAMETER_KEYS: &[&str] = &["name", "in", "required", "schema", "description", "example"];
const BODY_KEYS: &[&str] = &["required", "content", "description"];

/// Reads all operations of a document, in its order.
pub(super) fn read_operations(document: Document<'_>) -> Result<Vec<Operation>, Error> {
    let mut operations = Vec::<Operation>::new();
    for (key, item) in document.root().need("paths")?.entries()? {
        for (method, node) in item.entries_of(METHODS)? {
            let id = node.need("operationId")?.text()?;
            if operations.iter().any(|known| known.id == id) {
                return Err(node.error("another operation has this id").in_operation(id));
            }
            let operation = read_operation(document, key, method, node);
            operations.push(operation.map_err(|error| error.at(node.place()).in_operation(id))?);
        }
    }
    flag_ambiguous_paths(&mut operations);
    Ok(operations)
}

fn read_operation(
    document: Document<'_>,
    key: &str,
    method: &str,
    node: Node<'_>,
) -> Result<Operation, Error> {
    node.entries_of(OPERATION_KEYS)?;
    let (path, query) = split_query(key);
    let mut operation = Operation {
        id: node.need("operationId")?.text()?.to_owned(),
        title: node.need("summary")?.text()?.trim().to_owned(),
        method: method.to_ascii_uppercase(),
        path: path.to_owned(),
        query: query.map(str::to_owned),
        token: read_token(document, node)?,
        parameters: read_parameters(document, node)?,
        body: node
            .get("requestBody")
            .map(|body| read_body(document, body))
            .transpose()?,
        answers: read_answers(document, node.need("responses")?)?,
        flags: Vec::new(),
    };
    check_parameters(path, &operation.parameters).map_err(|message| node.error(message))?;
    operation.flags = flags(&operation);
    Ok(operation)
}

fn read_parameters(document: Document<'_>, node: Node<'_>) -> Result<Vec<Parameter>, Error> {
    let Some(list) = node.get("parameters") else {
        return Ok(Vec::new());
    };
    let mut parameters = Vec::<Parameter>::new();
    for item in list.items()? {
        let parameter = read_parameter(document, document.resolve(item)?)?;
        let same =
            |known: &Parameter| known.name == parameter.name && known.place == parameter.place;
        if parameters.iter().any(same) {
            return Err(item.error(format!("`{}` is declared twice", parameter.name)));
        }
        parameters.push(parameter);
    }
    Ok(parameters)
}

fn read_parameter(document: Document<'_>, node: Node<'_>) -> Result<Parameter, Error> {
    node.entries_of(PARAMETER_KEYS)?;
    let place = node.need("in")?;
    if !["path", "query", "header"].contains(&place.text()?) {
        return Err(place.error(format!("a parameter cannot be in `{}`", place.text()?)));
    }
    Ok(Parameter {
        name: node.need("name")?.text()?.to_owned(),
        place: place.text()?.to_owned(),
        required: node.boolean_or("required", false)?,
        schema: read_schema(document, node.need("schema")?)?,
    })
}

/// Reads a body. It is required unless the document says otherwise: nearly all of SeaTable's
/// operations that describe a body need it, and nearly none says so.
fn read_body(document: Document<'_>, node: Node<'_>) -> Result<Body, Error> {
    let node = document.resolve(node)?;
    node.entries_of(BODY_KEYS)?;
    let content = |(media, node): (&str, Node<'_>)| {
        let schema = read_schema(document, node.need("schema")?)?;
        Ok(Content {
            media: media.to_owned(),
            schema,
        })
    };
    Ok(Body {
        required: node.boolean_or("required", true)?,
        content: node
            .need("content")?
            .entries()?
            .into_iter()
            .map(content)
            .collect::<Result<_, Error>>()?,
    })
}

fn read_answers(document: Document<'_>, responses: Node<'_>) -> Result<Vec<Answer>, Error> {
    let answer = |(status, node): (&str, Node<'_>)| {
        let content = document.resolve(node)?.get("content");
        let media = content.map(Node::entries).transpose()?.unwrap_or_default();
        Ok(Answer {
            status: status.to_owned(),
            is_binary: media.iter().any(|(name, node)| is_binary(name, *node)),
            media: media.into_iter().map(|(name, _)| name.to_owned()).collect(),
        })
    };
    responses.entries()?.into_iter().map(answer).collect()
}

/// Whether a media type brings a file. SeaTable declares some files as JSON and then says nothing
/// about them, neither schema nor example.
fn is_binary(media: &str, node: Node<'_>) -> bool {
    let is_text = media == "application/json" || media.starts_with("text/");
    !is_text || node.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{BODY, CAT_ID, item, read};
    use serde_json::{Value, json};

    #[test]
    fn an_operation_is_read_without_its_prose() {
        let operations = read(&item("/cats/{id}/", "get", "getCat", CAT_ID)).unwrap();
        let expected = json!([{
            "id": "getCat",
            "title": "A Cat",
            "method": "GET",
            "path": "/cats/{id}/",
            "token": null,
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}},
            ],
            "answers": [{"status": "200", "media": ["application/json"]}],
        }]);
        assert_eq!(operations, expected);
    }

    #[test]
    fn a_query_string_in_a_path_key_is_kept_apart() {
        let operations = read(&item("/cats/?ret-json=1", "post", "addCat", "")).unwrap();
        assert_eq!(operations[0]["path"], "/cats/");
        assert_eq!(operations[0]["query"], "ret-json=1");
    }

    #[test]
    fn an_id_used_twice_in_a_document_is_refused() {
        let paths = item("/cats/", "get", "cats", "") + &item("/dogs/", "get", "cats", "");
        let error = read(&paths).unwrap_err();
        assert_eq!(
            error.to_string(),
            "3:17: cats: another operation has this id"
        );
    }

    #[test]
    fn an_error_names_its_operation() {
        let error = read(&item(
            "/cats/",
            "get",
            "listCats",
            ", security: [{CatAuth: []}]",
        ));
        let error = error.unwrap_err().to_string();
        assert!(
            error.contains(": listCats: the security scheme `CatAuth`"),
            "{error}"
        );
        let error = read(&item("/cats/{id}/", "get", "getCat", "")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "2:22: getCat: `{id}` has no required path parameter"
        );
    }

    #[test]
    fn a_method_that_seatable_does_not_use_is_refused() {
        let error = read(&item("/cats/", "patch", "patchCat", "")).unwrap_err();
        assert_eq!(error.to_string(), "2:19: `patch` is not understood here");
    }

    #[test]
    fn an_optional_parameter_need_not_say_so() {
        let parameters = ", parameters: [{name: page, in: query, schema: {type: integer}}]";
        let operations = read(&item("/cats/", "get", "listCats", parameters)).unwrap();
        assert_eq!(operations[0]["parameters"][0]["required"], false);
    }

    #[test]
    fn an_array_in_the_query_stays_an_array() {
        let parameters =
            ", parameters: [{name: ids, in: query, schema: {type: array, items: {type: string}}}]";
        let operations = read(&item("/cats/", "get", "listCats", parameters)).unwrap();
        let schema = json!({"type": "array", "items": {"type": "string"}});
        assert_eq!(operations[0]["parameters"][0]["schema"], schema);
    }

    #[test]
    fn siblings_of_a_parameter_reference_are_ignored() {
        let paths = item(
            "/cats/",
            "get",
            "listCats",
            ", parameters: [{$ref: '#/components/page', required: true}]",
        );
        let components = "components: {page: {name: page, in: query, schema: {type: integer}}}";
        let operations = read(&(paths + components)).unwrap();
        assert_eq!(operations[0]["parameters"][0]["required"], false);
    }

    #[test]
    fn a_parameter_of_a_cookie_is_refused() {
        let parameters = ", parameters: [{name: a, in: cookie, schema: {type: string}}]";
        let error = read(&item("/cats/", "get", "listCats", parameters)).unwrap_err();
        assert!(
            error.to_string().ends_with("cannot be in `cookie`"),
            "{error}"
        );
    }

    #[test]
    fn a_body_is_required_unless_the_document_says_otherwise() {
        let required = |body: &str| {
            let operations = read(&item("/cats/", "post", "addCat", body)).unwrap();
            operations[0]["body"]["required"].clone()
        };
        assert_eq!(required(BODY), true);
        assert_eq!(
            required(&BODY.replace("{content", "{required: true, content")),
            true
        );
        assert_eq!(
            required(&BODY.replace("{content", "{required: false, content")),
            false
        );
    }

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
            json!(["binary-answer"])
        );
        assert_eq!(
            flags("200", "{application/json: {}}"),
            json!(["binary-answer"])
        );
        assert_eq!(
            flags("200", "{application/json: {example: 1}}"),
            Value::Null
        );
        assert_eq!(flags("404", "{application/json: {}}"), Value::Null);
    }
}
