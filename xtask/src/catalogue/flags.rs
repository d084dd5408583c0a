//! What a form must know about an operation before anything is sent.

use super::path::shape;
use playground_core::catalogue::{Body, BodyKind, Flags, Method, Operation, Schema, Shape};

/// Returns the flags that an operation earns by itself.
pub(super) fn flags(operation: &Operation) -> Flags {
    let body = operation.body.as_ref();
    let on = |method| body.is_some() && operation.method == method;
    Flags {
        uploads: body.is_some_and(carries_file),
        body_on_get: on(Method::Get),
        body_on_delete: on(Method::Delete),
        ..operation.flags
    }
}

fn carries_file(body: &Body) -> bool {
    let mut members = body.members().into_iter().flatten();
    body.kind == BodyKind::Multipart && members.any(|member| is_file(&member.schema))
}

/// Whether this is a file, or a list of files.
fn is_file(schema: &Schema) -> bool {
    match &schema.shape {
        Shape::File => true,
        Shape::List(item) => is_file(item),
        _ => false,
    }
}

/// Whether a status says that the request was carried out.
pub(super) fn is_good(status: u16) -> bool {
    (200..300).contains(&status)
}

/// Flags the operations of a document that differ in nothing but the names of path parameters.
pub(super) fn flag_ambiguous_paths(operations: &mut [Operation]) {
    let shape_of = |operation: &Operation| (operation.method, shape(&operation.path));
    let shapes: Vec<_> = operations.iter().map(shape_of).collect();
    for (operation, shape) in operations.iter_mut().zip(&shapes) {
        let alike = shapes.iter().filter(|other| *other == shape);
        operation.flags.ambiguous_path = alike.count() > 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::sample::{BODY, CAT_ID, item, read};
    use serde_json::{Value, json};

    #[test]
    fn bodies_where_none_is_usual_are_flagged() {
        let flags =
            |method: &str| read(&item("/cats/", method, "cat", BODY)).unwrap()[0]["flags"].clone();
        assert_eq!(flags("get"), json!({"body_on_get": true}));
        assert_eq!(flags("delete"), json!({"body_on_delete": true}));
        assert_eq!(flags("put"), Value::Null);
    }

    #[test]
    fn a_file_or_a_list_of_files_in_a_multipart_body_is_an_upload() {
        let flags = |media: &str, photo: &str| {
            let body = format!(
                ", requestBody: {{content: {{{media}: {{schema: {{type: object, properties: {{photo: {photo}}}}}}}}}}}"
            );
            read(&item("/cats/", "post", "addCat", &body)).unwrap()[0]["flags"].clone()
        };
        let file = "{type: string, format: binary}";
        assert_eq!(flags("multipart/form-data", file), json!({"uploads": true}));
        let files = format!("{{type: array, items: {file}}}");
        assert_eq!(
            flags("multipart/form-data", &files),
            json!({"uploads": true})
        );
        assert_eq!(flags("multipart/form-data", "{type: string}"), Value::Null);
        assert_eq!(flags("application/json", file), Value::Null);
    }

    #[test]
    fn operations_with_the_same_method_and_shape_are_both_flagged() {
        let ancestor = CAT_ID.replace("name: id", "name: parent_id");
        let paths = item("/cats/{id}/", "get", "getCat", CAT_ID)
            + &item("/cats/{parent_id}/", "get", "listKittens", &ancestor)
            + &item("/dogs/{id}/", "get", "getDog", CAT_ID);
        let operations = read(&paths).unwrap();
        assert_eq!(operations[0]["flags"], json!({"ambiguous_path": true}));
        assert_eq!(operations[1]["flags"], json!({"ambiguous_path": true}));
        assert_eq!(operations[2]["flags"], Value::Null);
    }
}
