//! Answers beside the samples of the documents. Most schemas say no more than that the answer is an object; the samples show
//! what is in it.

use crate::shop::Shop;
use contract::Documents;
use serde_json::Value;
use std::collections::BTreeSet;

/// Rules are kept as they are sent, so their samples show what others have sent.
const SENT: [&str; 2] = ["/trigger/", "/action"];

/// Members of a sample that an answer here has not: the operation and the place.
const LEFT_OUT: &[(&str, &str)] = &[
    // The samples are of other columns, tables and rows.
    (
        "GET /api-gateway/api/v2/dtables/{}/activities/",
        "/activities/0/detail/row_data/0/column_data/format",
    ),
    (
        "GET /api-gateway/api/v2/dtables/{}/activities/",
        "/activities/0/detail/row_data/0/old_value",
    ),
    ("GET /api-gateway/api/v2/dtables/{}/rows/", "/rows/0/Name"),
    ("GET /api-gateway/api/v2/dtables/{}/rows/", "/rows/0/link"),
    ("GET /api-gateway/api/v2/dtables/{}/rows/{}/", "/Content"),
    ("GET /api-gateway/api/v2/dtables/{}/rows/{}/", "/Date"),
    ("GET /api-gateway/api/v2/dtables/{}/rows/{}/", "/link"),
    (
        "GET /api-gateway/api/v2/dtables/{}/views/{}/",
        "/colorbys/color_by_rules",
    ),
    (
        "GET /api-gateway/api/v2/dtables/{}/views/{}/",
        "/colorbys/type",
    ),
    (
        "PUT /api-gateway/api/v2/dtables/{}/views/{}/",
        "/colorbys/color_by_rules",
    ),
    (
        "PUT /api-gateway/api/v2/dtables/{}/views/{}/",
        "/colorbys/type",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/condition_conjunction",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/conditions",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/formula",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/include_condition",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/link_column_key",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/operated_columns",
    ),
    (
        "POST /api-gateway/api/v2/dtables/{}/columns/",
        "/data/result_type",
    ),
    // Recorded answers of a server have them not.
    (
        "GET /api-gateway/api/v2/dtables/{}/metadata/",
        "/metadata/settings/securities",
    ),
    (
        "GET /api-gateway/api/v2/dtables/{}/views/",
        "/views/0/group_rows",
    ),
    (
        "GET /api-gateway/api/v2/dtables/{}/views/{}/",
        "/group_rows",
    ),
    ("GET /api-gateway/api/v2/dtables/{}/views/{}/", "/link_rows"),
    ("POST /api-gateway/api/v2/dtables/{}/views/", "/group_rows"),
    ("POST /api-gateway/api/v2/dtables/{}/views/", "/link_rows"),
    (
        "PUT /api-gateway/api/v2/dtables/{}/views/{}/",
        "/group_rows",
    ),
    ("PUT /api-gateway/api/v2/dtables/{}/views/{}/", "/link_rows"),
    (
        "PUT /api-gateway/api/v2/dtables/{}/column-options/",
        "/options",
    ),
    ("GET /api/v2.1/org/admin/info/", "/ai_cost"),
    ("GET /api/v2.1/org/admin/info/", "/ai_credit"),
    ("GET /api/v2.1/org/admin/info/", "/scripts_running_count"),
    ("GET /api/v2.1/org/admin/info/", "/scripts_running_limit"),
    // SeaTable's source and its Python client know no such wrapper.
    ("GET /api/v2.1/dtable/custom/app-download-link/", "/dirent"),
    ("GET /api/v2.1/dtable/custom/app-upload-link/", "/dirent"),
];

#[test]
fn every_answer_has_the_members_of_its_sample() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let mut found = BTreeSet::new();
    let mut count = 0;
    for case in crate::cases() {
        if case.status >= 300 {
            continue;
        }
        let samples = documents.examples(&case.operation());
        let answer = Shop::open().ask(case).1;
        count += usize::from(!samples.is_empty());
        if let Some(missing) = samples
            .iter()
            .map(|sample| missing(sample, &answer))
            .min_by_key(Vec::len)
        {
            let own = missing
                .into_iter()
                .filter(|place| !SENT.iter().any(|sent| place.contains(sent)));
            found.extend(own.map(|place| (case.operation(), place)));
        }
    }
    assert!(count > 200, "{count} samples");
    let known: BTreeSet<(String, String)> = LEFT_OUT
        .iter()
        .map(|(operation, place)| ((*operation).to_owned(), (*place).to_owned()))
        .collect();
    let new: Vec<_> = found.difference(&known).collect();
    assert!(new.is_empty(), "left out: {new:#?}");
    let outlived: Vec<_> = known.difference(&found).collect();
    assert!(outlived.is_empty(), "there after all: {outlived:#?}");
}

/// Returns the places of the members that the sample has and the answer has not. A list is judged by its first item; of an
/// object whose members are named by ids, each stands for all.
fn missing(sample: &Value, answer: &Value) -> Vec<String> {
    let mut places = Vec::new();
    match (sample, answer) {
        (Value::Object(wanted), Value::Object(given)) => {
            let is_id = |name: &String| {
                name.parse::<u64>().is_ok()
                    || (name.len() > 20 && name.contains(|c: char| c.is_ascii_digit()))
            };
            let is_map = wanted.keys().all(is_id);
            if is_map {
                let first =
                    |object: &serde_json::Map<String, Value>| object.values().next().cloned();
                return first(wanted)
                    .zip(first(given))
                    .map(|(wanted, given)| missing(&wanted, &given))
                    .unwrap_or_default();
            }
            for (name, value) in wanted {
                match given.get(name) {
                    None => places.push(format!("/{name}")),
                    Some(given) => places.extend(
                        missing(value, given)
                            .into_iter()
                            .map(|place| format!("/{name}{place}")),
                    ),
                }
            }
        }
        (Value::Array(wanted), Value::Array(given)) => {
            if let (Some(wanted), Some(given)) = (wanted.first(), given.first()) {
                places.extend(
                    missing(wanted, given)
                        .into_iter()
                        .map(|place| format!("/0{place}")),
                );
            }
        }
        _ => {}
    }
    places
}

#[test]
fn a_member_that_is_not_there_is_named() {
    let sample = serde_json::json!({ "list": [{ "a": 1, "b": { "c": 1 } }] });
    let answer = serde_json::json!({ "list": [{ "b": {} }] });
    assert_eq!(missing(&sample, &answer), ["/list/0/a", "/list/0/b/c"]);
}
