//! SeaTable's OpenAPI documents, where they are at hand.

use saphyr::{LoadableYamlNode, Scalar, Yaml};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The documents of one folder.
pub(crate) struct Documents(Vec<Value>);

impl Documents {
    /// Reads them from the folder that SEATABLE_OPENAPI names, else from the one beside the
    /// repository; says so if neither is there.
    pub(crate) fn find() -> Option<&'static Self> {
        static FOUND: OnceLock<Option<Documents>> = OnceLock::new();
        FOUND.get_or_init(Self::load).as_ref()
    }

    fn load() -> Option<Self> {
        let named = std::env::var_os("SEATABLE_OPENAPI").map(PathBuf::from);
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/openapi");
        let mut folders = named.into_iter().chain([beside]);
        let Some(folder) = folders.find(|folder| folder.join("base_operations.yaml").is_file())
        else {
            // Not `println!`, which the test harness would keep to itself.
            let mut out = std::io::stdout();
            writeln!(
                out,
                "Left out: SeaTable's OpenAPI documents are neither in SEATABLE_OPENAPI \
                 nor in ../shared/openapi."
            )
            .unwrap();
            return None;
        };
        let files = std::fs::read_dir(folder).unwrap();
        let files = files.map(|entry| entry.unwrap().path());
        let documents = files.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
        Some(Self(documents.map(|path| read(&path)).collect()))
    }

    /// Returns the statuses for which an operation's JSON answer has a schema, beside the operation.
    pub(crate) fn answers(&self, wanted: &str) -> Vec<(String, u16)> {
        let schemas = self.schemas(wanted);
        schemas
            .map(|(status, _)| (wanted.to_owned(), status))
            .collect()
    }

    /// Returns what a document says about an answer.
    pub(crate) fn answer(&self, wanted: &str, status: u16) -> Option<Answer> {
        let mut schemas = self.schemas(wanted);
        schemas
            .find(|(given, _)| *given == status)
            .map(|(_, schema)| Answer::new(&schema))
    }

    fn schemas(&self, wanted: &str) -> impl Iterator<Item = (u16, Value)> {
        let operations = self.0.iter().flat_map(move |document| {
            let paths = members(&document["paths"]);
            let methods = paths.flat_map(|(path, methods)| {
                members(methods).map(move |(method, found)| (operation(method, path), found))
            });
            methods
                .filter(move |(name, _)| name == wanted)
                .map(move |(_, found)| (document, found))
        });
        operations.flat_map(|(document, found)| {
            members(&found["responses"]).filter_map(|(status, response)| {
                let schema = &response["content"]["application/json"]["schema"];
                let is_given = schema.is_object();
                is_given.then(|| (status.parse().unwrap(), resolved(schema, document)))
            })
        })
    }
}

/// What a document says about an answer.
pub(crate) struct Answer(jsonschema::Validator);

impl Answer {
    pub(crate) fn new(schema: &Value) -> Self {
        Self(jsonschema::validator_for(schema).unwrap())
    }

    /// Returns where an answer does not fit, and why.
    pub(crate) fn misfits(&self, answer: &Value) -> Vec<(String, String)> {
        let errors = self.0.iter_errors(answer);
        errors
            .map(|error| (error.instance_path().to_string(), error.to_string()))
            .collect()
    }
}

/// Names an operation; what the path's parameters are called makes no difference.
pub(crate) fn operation(method: &str, path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        if segment.starts_with('{') {
            "{}"
        } else {
            segment
        }
    });
    let path = segments.collect::<Vec<_>>().join("/");
    format!("{} {path}", method.to_uppercase())
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flatten()
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
