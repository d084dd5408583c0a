//! Reading the operations of a document.

use super::document::Document;
use super::error::Error;
use super::flags::{flag_ambiguous_paths, flags};
use super::path::{check_parameters, split_query};
use super::read_answers::read_answers;
use super::read_schema::read_schema;
use super::token::read_token;
use super::yaml::Node;
use playground_core::catalogue::{
    Area, Body, BodyKind, Flags, Harm, Method, Operation, Parameter, Place, Schema,
};

const METHODS: &[&str] = &["get", "post", "put", "delete"];
const OPERATION_KEYS: &[&str] = &[
    "operationId",
    "deprecated",
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
pub(super) fn read_operations(area: Area, document: Document<'_>) -> Result<Vec<Operation>, Error> {
    let mut operations = Vec::<Operation>::new();
    for (key, item) in document.root().need("paths")?.entries()? {
        for (method, node) in item.entries_of(METHODS)? {
            let id = node.need("operationId")?.text()?;
            if operations.iter().any(|known| known.id == id) {
                return Err(node.error("another operation has this id").in_operation(id));
            }
            let operation = read_operation(area, document, key, method, node);
            operations.push(operation.map_err(|error| error.at(node.place()).in_operation(id))?);
        }
    }
    flag_ambiguous_paths(&mut operations);
    Ok(operations)
}

fn read_operation(
    area: Area,
    document: Document<'_>,
    key: &str,
    method: &str,
    node: Node<'_>,
) -> Result<Operation, Error> {
    node.entries_of(OPERATION_KEYS)?;
    let (path, query) = split_query(key);
    let (answers, binary_answer) = read_answers(document, node.need("responses")?)?;
    let mut operation = Operation {
        area,
        id: node.need("operationId")?.text()?.to_owned().into(),
        title: node.need("summary")?.text()?.trim().to_owned().into(),
        group: read_group(node.need("tags")?)?.to_owned().into(),
        method: read_method(method),
        path: path.to_owned().into(),
        fixed_query: query.unwrap_or_default().to_owned().into(),
        token: read_token(document, node)?,
        deprecated: node.boolean_or("deprecated", false)?,
        harm: Harm::default(),
        flags: Flags {
            binary_answer,
            ..Flags::default()
        },
        parameters: read_parameters(document, node)?.into(),
        body: node
            .get("requestBody")
            .map(|body| read_body(document, body))
            .transpose()?,
        answers: answers.into(),
        gives: Vec::new().into(),
    };
    check_parameters(path, &operation.parameters).map_err(|message| node.error(message))?;
    operation.flags = flags(&operation);
    Ok(operation)
}

/// Reads the method by its key, which is one of [`METHODS`].
fn read_method(key: &str) -> Method {
    match key {
        "post" => Method::Post,
        "put" => Method::Put,
        "delete" => Method::Delete,
        _ => Method::Get,
    }
}

/// Reads the one tag of an operation.
fn read_group<'a>(tags: Node<'a>) -> Result<&'a str, Error> {
    let mut groups = tags.items()?;
    match (groups.next(), groups.next()) {
        (Some(group), None) => group.text(),
        _ => Err(tags.error("one tag is expected")),
    }
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
    Ok(Parameter {
        name: node.need("name")?.text()?.to_owned().into(),
        place: match place.text()? {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            other => return Err(place.error(format!("a parameter cannot be in `{other}`"))),
        },
        required: node.boolean_or("required", false)?,
        schema: schema(document, node.need("schema")?)?,
    })
}

/// Reads a body. It is required unless the document says otherwise: nearly all of SeaTable's
/// operations that describe a body need it, and nearly none says so.
fn read_body(document: Document<'_>, node: Node<'_>) -> Result<Body, Error> {
    let node = document.resolve(node)?;
    node.entries_of(BODY_KEYS)?;
    let content = node.need("content")?;
    let [(media, described)] = content.entries()?[..] else {
        return Err(content.error("one media type is expected"));
    };
    let kinds = [BodyKind::Json, BodyKind::Form, BodyKind::Multipart];
    let kind = kinds.into_iter().find(|kind| kind.media() == media);
    let body = Body {
        kind: kind.ok_or_else(|| content.error(format!("a body cannot be `{media}`")))?,
        required: node.boolean_or("required", true)?,
        schema: schema(document, described.need("schema")?)?,
    };
    match body.members() {
        None if body.kind != BodyKind::Json => Err(described.error("a form has members")),
        _ => Ok(body),
    }
}

/// Reads a schema as the catalogue has it.
pub(super) fn schema(document: Document<'_>, node: Node<'_>) -> Result<Schema, Error> {
    let keywords = read_schema(document, node)?;
    keywords
        .try_into()
        .map_err(|message: String| node.error(message))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{BODY, CAT_ID, item, read};
    use serde_json::json;

    #[test]
    fn an_operation_is_read_without_its_prose() {
        let operations = read(&item("/cats/{id}/", "get", "getCat", CAT_ID)).unwrap();
        let expected = json!([{
            "area": "base",
            "id": "getCat",
            "title": "A Cat",
            "group": "Cats",
            "method": "GET",
            "path": "/cats/{id}/",
            "token": null,
            "parameters": [
                {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}},
            ],
            "answers": [{"status": 200, "media": "application/json", "example": 1}],
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
}
