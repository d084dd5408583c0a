//! Parameters of the path, the query and the header.

use crate::request::Request;
use crate::schema::{misfits, typed};
use serde_json::Value;

/// The parameters that a document declares for an operation.
pub(crate) type Parameters = Vec<Value>;

pub(crate) fn path_faults(parameters: &Parameters, captures: &[(&str, String)]) -> Vec<String> {
    let faults = captures.iter().flat_map(|(name, value)| {
        // A few documents name a parameter in the path that they do not declare.
        let declared = find(parameters, "path", name);
        declared
            .map(|one| value_faults(one, value))
            .unwrap_or_default()
    });
    faults.collect()
}

/// `own` is the query string that stands in the path key of one operation.
pub(crate) fn query_faults(parameters: &Parameters, own: &str, query: &str) -> Vec<String> {
    let pairs = |text: &str| -> Vec<(String, String)> {
        form_urlencoded::parse(text.as_bytes())
            .into_owned()
            .collect()
    };
    let (own, sent) = (pairs(own), pairs(query));
    let mut faults = Vec::new();
    for (i, (name, value)) in sent.iter().enumerate() {
        if sent[..i].iter().any(|(other, _)| other == name) {
            faults.push(format!("query parameter {name} is sent twice"));
        }
        match find(parameters, "query", name) {
            Some(declared) => faults.extend(value_faults(declared, value)),
            None if own.contains(&(name.clone(), value.clone())) => {}
            None => faults.push(format!("query parameter {name} is not declared")),
        }
    }
    let required = declared_in(parameters, "query").filter(|one| one["required"] == true);
    let missing = required.filter(|one| !sent.iter().any(|(name, _)| one["name"] == **name));
    faults.extend(missing.map(|one| {
        format!(
            "query parameter {} is missing",
            one["name"].as_str().unwrap_or_default()
        )
    }));
    faults
}

/// Looks at the headers that no browser adds by itself; the token is looked at elsewhere.
pub(crate) fn header_faults(parameters: &Parameters, request: &Request<'_>) -> Vec<String> {
    let own = request.headers.iter().filter(|(name, _)| {
        let name = name.to_ascii_lowercase();
        // A proxy's mark, with which the practice server is told how it was called.
        name.starts_with("x-") && name != "x-forwarded-proto"
    });
    own.flat_map(|(name, value)| {
        declared_in(parameters, "header")
            .find(|one| {
                one["name"]
                    .as_str()
                    .is_some_and(|it| it.eq_ignore_ascii_case(name))
            })
            .map_or_else(
                || vec![format!("header {name} is not declared")],
                |one| value_faults(one, value),
            )
    })
    .collect()
}

fn value_faults(declared: &Value, text: &str) -> Vec<String> {
    let schema = &declared["schema"];
    let word = |key| declared[key].as_str().unwrap_or_default();
    let (place, name) = (word("in"), word("name"));
    let faults = misfits(schema, &typed(text, schema)).into_iter();
    faults
        .map(|fault| format!("{place} parameter {name}: {fault}"))
        .collect()
}

fn find<'a>(parameters: &'a Parameters, place: &'a str, name: &str) -> Option<&'a Value> {
    declared_in(parameters, place).find(|one| one["name"] == *name)
}

fn declared_in<'a>(parameters: &'a Parameters, place: &'a str) -> impl Iterator<Item = &'a Value> {
    parameters.iter().filter(move |one| one["in"] == *place)
}
