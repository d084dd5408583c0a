//! Answers against the schemas of SeaTable's OpenAPI documents.
//!
//! The documents are looked for in the directory that SEATABLE_OPENAPI names, then beside the
//! repository. Most of their answers are objects without properties; those that say more are held to
//! it.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::{Request, World, handle};
use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

const NOW_MS: u64 = 1_780_000_000_000;

/// Document, path in the document, method, address, body. `{…}` in an address is filled in.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const BASE: &str = "base_operations.yaml";
const USER: &str = "user_account_operations.yaml";
const TEAM: &str = "team_admin_account_operations.yaml";
const TOKENS: &str = "authentication.yaml";
const FILES: &str = "file_operations.yaml";
const ROOT: &str = "/api-gateway/api/v2/dtables/{base_uuid}/";

const CASES: &[Case] = &[
    (
        TOKENS,
        "/api2/auth-token/",
        "post",
        "",
        r#"{"username":"ada@practice.example","password":"practice-password"}"#,
    ),
    (TOKENS, "/api/v2.1/dtable/app-access-token/", "get", "", ""),
    (
        TOKENS,
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/access-token/",
        "get",
        "",
        "",
    ),
    (
        TOKENS,
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/temp-api-token/",
        "get",
        "",
        "",
    ),
    (
        TOKENS,
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/",
        "get",
        "",
        "",
    ),
    (
        TOKENS,
        "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}/api-tokens/",
        "post",
        "",
        r#"{"app_name":"x","permission":"rw"}"#,
    ),
    (USER, "/api2/account/info/", "get", "", ""),
    (USER, "/api/v2.1/workspaces/", "get", "", ""),
    (USER, "/api/v2.1/user-admin-dtables/", "get", "", ""),
    (
        USER,
        "/api/v2.1/dtables/",
        "post",
        "",
        r#"{"name":"x","workspace_id":"{workspace_id}"}"#,
    ),
    (TEAM, "/api/v2.1/org/admin/info/", "get", "", ""),
    (TEAM, "/api/v2.1/org/{org_id}/admin/users/", "get", "", ""),
    (
        TEAM,
        "/api/v2.1/org/{org_id}/admin/users/",
        "post",
        "",
        r#"{"email":"x@practice.example","password":"x"}"#,
    ),
    (
        TEAM,
        "/api/v2.1/org/{org_id}/admin/users/{user_id}/",
        "get",
        "",
        "",
    ),
    (
        TEAM,
        "/api/v2.1/org/{org_id}/admin/users/{user_id}/",
        "put",
        "",
        r#"{"name":"x"}"#,
    ),
    (TEAM, "/api/v2.1/org/{org_id}/admin/dtables/", "get", "", ""),
    (FILES, "/api/v2.1/dtable/app-upload-link/", "get", "", ""),
    (BASE, "metadata/", "get", "", ""),
    (BASE, "related-users/", "get", "", ""),
    (BASE, "rows/", "get", "?table_name=Table1", ""),
    (
        BASE,
        "rows/",
        "post",
        "",
        r#"{"table_name":"Table1","rows":[{"Name":"x"}]}"#,
    ),
    (
        BASE,
        "sql/",
        "post",
        "",
        r#"{"sql":"select * from Table1"}"#,
    ),
    (
        BASE,
        "sql/",
        "post",
        "",
        r#"{"sql":"select * from nothing"}"#,
    ),
    (
        BASE,
        "tables/",
        "post",
        "",
        r#"{"table_name":"x","columns":[]}"#,
    ),
    (BASE, "columns/", "get", "?table_name=Table1", ""),
    (
        BASE,
        "columns/",
        "post",
        "",
        r#"{"table_name":"Table1","column_name":"x","column_type":"number"}"#,
    ),
    (
        BASE,
        "columns/",
        "put",
        "",
        r#"{"table_name":"Table1","column":"Age","op_type":"rename_column","new_column_name":"x"}"#,
    ),
    (BASE, "views/", "get", "?table_name=Table1", ""),
    (
        BASE,
        "views/",
        "post",
        "?table_name=Table1",
        r#"{"name":"x"}"#,
    ),
];

/// Where an answer is right and the document is not.
const EXCEPTIONS: &[(&str, &str)] = &[
    // `last_login` of a user who never logged in is null in the example, a string in the schema.
    ("/api/v2.1/org/{org_id}/admin/users/", "post"),
    ("/api/v2.1/org/{org_id}/admin/users/{user_id}/", "put"),
];

#[test]
fn answers_fit_the_schemas_of_the_documents() {
    let Some(folder) = folder() else {
        println!(
            "Left out: SeaTable's OpenAPI documents are neither in SEATABLE_OPENAPI nor in ../shared/openapi."
        );
        return;
    };
    let (mut checked, mut faults) = (0, Vec::new());
    for &(file, path, method, query, body) in CASES {
        let document = read(&folder.join(file));
        let template = if file == BASE {
            format!("{ROOT}{path}")
        } else {
            path.to_owned()
        };
        let (status, answer) = ask(file, &template, method, query, body);
        let responses = &document["paths"][&template][method]["responses"];
        assert!(
            responses.is_object(),
            "{method} {template} is not in {file}"
        );
        let content = &responses[&status]["content"]["application/json"]["schema"];
        if content.is_null() || EXCEPTIONS.contains(&(template.as_str(), method)) {
            continue;
        }
        checked += 1;
        let schema = resolved(content, &document);
        if let Err(error) = jsonschema::validate(&schema, &answer) {
            faults.push(format!(
                "{method} {template}: {error} at {}",
                error.instance_path()
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(checked > 20, "{checked} answers");
}

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("SEATABLE_OPENAPI").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/openapi");
    named
        .into_iter()
        .chain([beside])
        .find(|folder| folder.join(BASE).is_file())
}

/// Asks a fresh world, with the token that the document's operations want.
fn ask(file: &str, template: &str, method: &str, query: &str, body: &str) -> (String, Value) {
    let mut world = World::practice(NOW_MS);
    let credentials = world.credentials();
    let users = format!("/api/v2.1/org/{}/admin/users/", credentials.org_id);
    let users = send(&mut world, "GET", &users, &credentials.account_token, "").1;
    let filled = |text: &str| {
        text.replace("{workspace_id}", &credentials.workspace_id.to_string())
            .replace("{base_name}", "Practice%20base")
            .replace("{base_uuid}", &credentials.base_uuid)
            .replace("{org_id}", &credentials.org_id.to_string())
            .replace(
                "{user_id}",
                users["user_list"][1]["email"].as_str().unwrap(),
            )
    };
    let exchange = "/api/v2.1/dtable/app-access-token/";
    let token = match file {
        BASE => {
            let answer = send(&mut world, "GET", exchange, &credentials.api_token, "").1;
            answer["access_token"].as_str().unwrap().to_owned()
        }
        FILES => credentials.api_token.clone(),
        _ if template == exchange => credentials.api_token.clone(),
        _ => credentials.account_token.clone(),
    };
    let target = format!("{}{query}", filled(template));
    send(
        &mut world,
        &method.to_uppercase(),
        &target,
        &token,
        &filled(body),
    )
}

fn send(world: &mut World, method: &str, target: &str, token: &str, body: &str) -> (String, Value) {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let request = Request {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: vec![
            ("authorization".to_owned(), format!("Bearer {token}")),
            ("content-type".to_owned(), "application/json".to_owned()),
        ],
        body: body.as_bytes().to_vec(),
        now_ms: NOW_MS,
    };
    let answer = handle(world, &request);
    (
        answer.status.to_string(),
        serde_json::from_slice(&answer.body).unwrap(),
    )
}

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap();
    to_json(&Yaml::load_from_str(&text).unwrap()[0])
}

fn to_json(yaml: &Yaml<'_>) -> Value {
    match yaml {
        Yaml::Value(Scalar::Boolean(flag)) => json!(flag),
        Yaml::Value(Scalar::Integer(number)) => json!(number),
        Yaml::Value(Scalar::FloatingPoint(number)) => json!(number.into_inner()),
        Yaml::Value(Scalar::String(text)) => json!(text),
        Yaml::Sequence(items) => items.iter().map(to_json).collect(),
        Yaml::Mapping(members) => members
            .iter()
            .map(|(key, value)| {
                let key = to_json(key);
                (
                    key.as_str().map_or(key.to_string(), str::to_owned),
                    to_json(value),
                )
            })
            .collect::<Map<_, _>>()
            .into(),
        _ => Value::Null,
    }
}

/// Puts the referred schemas in place, and writes OpenAPI's `nullable` as JSON Schema does.
fn resolved(schema: &Value, document: &Value) -> Value {
    match schema {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                let target = document.pointer(reference.trim_start_matches('#')).unwrap();
                return resolved(target, document);
            }
            let is_nullable = members.get("nullable") == Some(&json!(true));
            let member = |(key, value): (&String, &Value)| match key.as_str() {
                "type" if is_nullable && value.is_string() => (key.clone(), json!([value, "null"])),
                _ => (key.clone(), resolved(value, document)),
            };
            // Examples are data, not schemas.
            let kept = members.iter().filter(|(key, _)| *key != "example");
            kept.map(member).collect::<Map<_, _>>().into()
        }
        Value::Array(items) => items.iter().map(|item| resolved(item, document)).collect(),
        other => other.clone(),
    }
}
