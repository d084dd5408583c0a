//! What a form must know about an operation before anything is sent.

use super::operation::{Content, Flag, Operation};
use super::path::shape;

/// Returns the flags that an operation earns by itself.
pub(super) fn flags(operation: &Operation) -> Vec<Flag> {
    let body = operation.body.as_ref();
    let on = |method: &str| body.is_some() && operation.method == method;
    let uploads = body.is_some_and(|body| body.content.iter().any(carries_file));
    let brings_file = operation
        .answers
        .iter()
        .any(|answer| answer.status.starts_with('2') && answer.is_binary);
    [
        (uploads, Flag::Upload),
        (brings_file, Flag::BinaryAnswer),
        (on("GET"), Flag::BodyOnGet),
        (on("DELETE"), Flag::BodyOnDelete),
    ]
    .into_iter()
    .filter_map(|(holds, flag)| holds.then_some(flag))
    .collect()
}

fn carries_file(content: &Content) -> bool {
    content.media == "multipart/form-data"
        && content
            .schema
            .properties
            .iter()
            .any(|(_, member)| member.is_file())
}

/// Flags the operations of a document that differ in nothing but the names of path parameters.
pub(super) fn flag_ambiguous_paths(operations: &mut [Operation]) {
    let shape_of = |operation: &Operation| (operation.method.clone(), shape(&operation.path));
    let shapes: Vec<_> = operations.iter().map(shape_of).collect();
    for (operation, shape) in operations.iter_mut().zip(&shapes) {
        if shapes.iter().filter(|other| *other == shape).count() > 1 {
            operation.flags.push(Flag::AmbiguousPath);
        }
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
        assert_eq!(flags("get"), json!(["body-on-get"]));
        assert_eq!(flags("delete"), json!(["body-on-delete"]));
        assert_eq!(flags("put"), Value::Null);
    }

    #[test]
    fn a_file_or_a_list_of_files_in_a_multipart_body_is_an_upload() {
        let flags = |media: &str, photo: &str| {
            let body = format!(
                ", requestBody: {{content: {{{media}: {{schema: {{properties: {{photo: {photo}}}}}}}}}}}"
            );
            read(&item("/cats/", "post", "addCat", &body)).unwrap()[0]["flags"].clone()
        };
        let file = "{type: string, format: binary}";
        assert_eq!(flags("multipart/form-data", file), json!(["upload"]));
        let files = format!("{{type: array, items: {file}}}");
        assert_eq!(flags("multipart/form-data", &files), json!(["upload"]));
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
        assert_eq!(operations[0]["flags"], json!(["ambiguous-path"]));
        assert_eq!(operations[1]["flags"], json!(["ambiguous-path"]));
        assert_eq!(operations[2]["flags"], Value::Null);
    }
}
