//! The body of a request.

use crate::form;
use crate::request::Request;
use crate::schema::{misfits, strict};
use serde_json::Value;

/// Returns what is wrong with a body. `declared` is the document's `requestBody`, null where it has none.
pub(crate) fn faults(declared: &Value, request: &Request<'_>) -> Vec<String> {
    let Some(contents) = declared["content"].as_object() else {
        let none_is_sent = request.body.is_empty();
        return fault_unless(none_is_sent, "a body is sent, and none is declared");
    };
    if request.body.is_empty() {
        // The documents call hardly any body required, but name required members.
        let is_optional = declared["required"] != true
            && contents
                .values()
                .all(|content| content["schema"]["required"].is_null());
        return fault_unless(is_optional, "there is no body");
    }
    let Some(media_type) = request.media_type() else {
        return vec!["there is no Content-Type".to_owned()];
    };
    let Some(content) = contents.get(&media_type) else {
        return vec![format!("Content-Type {media_type} is not declared")];
    };
    let schema = &content["schema"];
    let value = match media_type.as_str() {
        "application/json" => serde_json::from_slice(request.body)
            .map_err(|error| vec![format!("the body is no JSON: {error}")]),
        "application/x-www-form-urlencoded" => form::urlencoded(request.body, schema),
        "multipart/form-data" => form::multipart(request, schema),
        other => Err(vec![format!("this check cannot read {other}")]),
    };
    match value {
        Ok(value) => misfits(&strict(schema), &value)
            .into_iter()
            .map(|fault| format!("body: {fault}"))
            .collect(),
        Err(faults) => faults,
    }
}

fn fault_unless(is_right: bool, fault: &str) -> Vec<String> {
    if is_right {
        Vec::new()
    } else {
        vec![fault.to_owned()]
    }
}
