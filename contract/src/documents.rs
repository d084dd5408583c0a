//! SeaTable's OpenAPI documents, where they are at hand.

use crate::exception;
use crate::operation::Operation;
use crate::request::Request;
use crate::schema::{self, members, resolved};
use left_out::NO_DOCUMENTS;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The documents of one folder.
#[derive(Debug)]
pub struct Documents(Vec<Value>);

impl Documents {
    /// Reads them from the folder that SEATABLE_OPENAPI names, else from the one beside the repository. Where neither is there,
    /// the closing lines of the suite name the test that asks, as one that looks at nothing.
    ///
    /// # Panics
    ///
    /// Where SEATABLE_OPENAPI names a folder that has none.
    pub fn find() -> Option<&'static Self> {
        Self::found().or_else(|| {
            left_out::whole(NO_DOCUMENTS);
            None
        })
    }

    /// Like [`find`](Self::find), for a test that has something to look at without them.
    pub fn find_for_part() -> Option<&'static Self> {
        Self::found().or_else(|| {
            left_out::part(NO_DOCUMENTS);
            None
        })
    }

    fn found() -> Option<&'static Self> {
        static FOUND: OnceLock<Option<Documents>> = OnceLock::new();
        FOUND.get_or_init(Self::load).as_ref()
    }

    fn load() -> Option<Self> {
        let named = std::env::var_os("SEATABLE_OPENAPI").map(PathBuf::from);
        let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/openapi");
        let has_some = |folder: &PathBuf| folder.join("base_operations.yaml").is_file();
        if let Some(named) = &named {
            assert!(has_some(named), "SEATABLE_OPENAPI has no documents");
        }
        let folder = named.into_iter().chain([beside]).find(has_some)?;
        let files = std::fs::read_dir(folder).unwrap();
        let files = files.map(|entry| entry.unwrap().path());
        let documents = files.filter(|path| path.extension().is_some_and(|end| end == "yaml"));
        Some(Self(documents.map(|path| schema::read(&path)).collect()))
    }

    /// Returns the statuses for which an operation's JSON answer has a schema, beside the operation.
    pub fn answers(&self, wanted: &str) -> Vec<(String, u16)> {
        let schemas = self.schemas(wanted);
        schemas
            .map(|(status, _)| (wanted.to_owned(), status))
            .collect()
    }

    /// Returns what a document says about an answer.
    pub fn answer(&self, wanted: &str, status: u16) -> Option<Answer> {
        let mut schemas = self.schemas(wanted);
        schemas
            .find(|(given, _)| *given == status)
            .map(|(_, schema)| Answer::new(&schema))
    }

    /// Returns the examples of an operation's answers of success.
    pub fn examples(&self, wanted: &str) -> Vec<Value> {
        let mut examples = Vec::new();
        for found in self.operations() {
            if operation(found.method, found.template) != wanted {
                continue;
            }
            let answers = members(&found.body["responses"]);
            for (_, answer) in answers.filter(|(status, _)| status.starts_with('2')) {
                let reference = answer["$ref"].as_str();
                let target = reference.map(|to| found.document.pointer(to.trim_start_matches('#')));
                let answer = target.flatten().unwrap_or(answer);
                let content = &answer["content"]["application/json"];
                let several = members(&content["examples"]).map(|(_, one)| &one["value"]);
                let all = several.chain([&content["example"], &content["schema"]["example"]]);
                examples.extend(all.filter(|one| !one.is_null()).cloned());
            }
        }
        examples
    }

    /// Returns what in a request breaks the documents, the exceptions aside.
    pub fn faults(&self, request: &Request<'_>) -> Vec<String> {
        self.judged(request, exception::excuses)
    }

    /// Returns what in a request breaks the documents, be it excused or not.
    pub fn faults_without_exceptions(&self, request: &Request<'_>) -> Vec<String> {
        self.judged(request, |_, _| false)
    }

    fn judged(&self, request: &Request<'_>, excuses: fn(&str, &str) -> bool) -> Vec<String> {
        let name = format!("{} {}", request.method, request.path);
        let Some(operation) = self.operation(request) else {
            return vec![format!("{name}: no document has such an operation")];
        };
        let id = operation.id();
        let faults = operation.faults(request).into_iter();
        faults
            .filter(|fault| !excuses(id, fault))
            .map(|fault| format!("{id}, {name}: {fault}"))
            .collect()
    }

    /// Returns every operation of every document.
    pub(crate) fn operations(&self) -> impl Iterator<Item = Operation<'_>> {
        self.0.iter().flat_map(|document| {
            members(&document["paths"]).flat_map(move |(template, methods)| {
                members(methods).map(move |(method, body)| Operation {
                    document,
                    method,
                    template,
                    body,
                })
            })
        })
    }

    /// Returns the operations whose bodies have a schema that cannot be read.
    pub fn unreadable_bodies(&self) -> Vec<&str> {
        let is_unreadable = |operation: &Operation<'_>| {
            let body = operation.request_body();
            members(&body["content"])
                .any(|(_, content)| !schema::is_readable(&schema::strict(&content["schema"])))
        };
        let operations = self.operations().filter(is_unreadable);
        operations.map(|operation| operation.id()).collect()
    }

    /// Finds the operation of a request. Of several that fit, the one with the fewest parameters in its path is meant; of two with
    /// the same address, the one that the request is right for.
    fn operation(&self, request: &Request<'_>) -> Option<Operation<'_>> {
        let fitting = self
            .operations()
            .filter_map(|operation| Some((operation.captures(request)?.len(), operation)));
        let mut fitting: Vec<_> = fitting.collect();
        let fewest = fitting.iter().map(|(count, _)| *count).min()?;
        fitting.retain(|(count, _)| *count == fewest);
        match fitting.as_slice() {
            [(_, only)] => Some(*only),
            several => several
                .iter()
                .map(|(_, operation)| *operation)
                .min_by_key(|operation| operation.faults(request).len()),
        }
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
#[derive(Debug)]
pub struct Answer(jsonschema::Validator);

impl Answer {
    /// Reads a schema without references.
    pub fn new(schema: &Value) -> Self {
        Self(jsonschema::validator_for(schema).unwrap())
    }

    /// Returns where an answer does not fit, and why.
    pub fn misfits(&self, answer: &Value) -> Vec<(String, String)> {
        let errors = self.0.iter_errors(answer);
        errors
            .map(|error| (error.instance_path().to_string(), error.to_string()))
            .collect()
    }
}

/// Names an operation; what the path's parameters are called makes no difference.
pub fn operation(method: &str, path: &str) -> String {
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
