//! How a run ended, by what Redocly's runner wrote about it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::document::Document;

/// How the runner complains about a member, or about any.
macro_rules! unknown {
    ($($member:literal)?) => {
        concat!("UNEVALUATEDPROPERTIES must NOT have unevaluated properties: \"", $($member, "\"")?)
    };
}

/// An answer that is right and does not fit its schema.
struct Excuse {
    operation: &'static str,
    /// How the complaints about it begin.
    complaints: &'static [&'static str],
}

/// Each is a fault of SeaTable's documents; besides, the runner takes every schema for a list of all members.
const EXCUSES: &[Excuse] = &[
    // Null for who never logged in, and no number for who has no workspace, as in the document's own example.
    Excuse {
        operation: "team-admin.addUser",
        complaints: &["TYPE must be string", "TYPE must be integer"],
    },
    // SeaTable gives members that the document does not name.
    Excuse {
        operation: "base.querySQL",
        complaints: &[unknown!("error_message"), unknown!("is_join_stmt")],
    },
    Excuse {
        operation: "base.createTable",
        complaints: &[unknown!("header_settings"), unknown!("view_structure")],
    },
    // The columns of a row are people's own.
    Excuse {
        operation: "base.getRow",
        complaints: &[unknown!()],
    },
];

/// Reads the report of a run.
///
/// # Errors
///
/// Fails with everything that went wrong: steps that did not run, and checks that failed and are not excused.
pub(super) fn judge(document: &Document, report: &Path) -> Result<()> {
    let text = fs::read_to_string(report).context("the runner wrote no report")?;
    let faults = faults(document, &serde_json::from_str(&text)?);
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

fn faults(document: &Document, report: &Value) -> Vec<String> {
    let files = report["files"].as_object().into_iter().flatten();
    let workflows = files.flat_map(|(_, file)| items(&file["executedWorkflows"]));
    let executed: Vec<&Value> = workflows
        .flat_map(|workflow| items(&workflow["executedSteps"]))
        .collect();
    let mut faults = Vec::new();
    for (id, operation) in &document.steps {
        let Some(step) = executed.iter().find(|step| step["stepId"] == **id) else {
            faults.push(format!("{id} did not run"));
            continue;
        };
        let failed = items(&step["checks"]).filter(|check| check["passed"] != true);
        faults.extend(
            failed
                .filter(|check| !is_excused(operation, check))
                .map(|check| {
                    let word = |key| check[key].as_str().unwrap_or_default();
                    format!("{id}: {}: {}", word("name"), word("message"))
                }),
        );
    }
    faults
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn is_excused(operation: &str, check: &Value) -> bool {
    let message = check["message"].as_str().unwrap_or_default();
    let mut complaints = message.lines().filter(|line| is_complaint(line)).peekable();
    check["name"] == "schema check"
        && complaints.peek().is_some()
        && complaints.all(|complaint| {
            EXCUSES.iter().any(|excuse| {
                let mut begins = excuse.complaints.iter();
                excuse.operation == operation && begins.any(|begin| complaint.starts_with(begin))
            })
        })
}

/// Whether a line says what is wrong: it begins with the keyword of the schema, in capitals. The others show where.
fn is_complaint(line: &str) -> bool {
    line.split_once(" must ").is_some_and(|(keyword, _)| {
        !keyword.is_empty() && keyword.chars().all(|c| c.is_ascii_uppercase())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults_of(operation: &str, checks: &Value) -> Vec<String> {
        let document = Document {
            steps: vec![("one".to_owned(), operation.to_owned())],
            ..Document::default()
        };
        let step = json!({ "stepId": "one", "checks": checks });
        let report =
            json!({ "files": { "a": { "executedWorkflows": [{ "executedSteps": [step] }] } } });
        faults(&document, &report)
    }

    fn schema_check(message: &str) -> Value {
        json!([{ "name": "schema check", "passed": false, "message": message }])
    }

    #[test]
    fn failed_checks_and_missing_steps_are_faults() {
        let passed = json!([{ "name": "status code check", "passed": true }]);
        assert!(faults_of("base.getMetadata", &passed).is_empty());
        let failed = json!([{ "name": "status code check", "passed": false, "message": "500" }]);
        assert_eq!(
            faults_of("base.getMetadata", &failed),
            ["one: status code check: 500"]
        );
        let document = Document {
            steps: vec![("two".to_owned(), String::new())],
            ..Document::default()
        };
        assert_eq!(faults(&document, &json!({})), ["two did not run"]);
    }

    #[test]
    fn only_what_the_excuse_names_is_excused() {
        let row = "UNEVALUATEDPROPERTIES must NOT have unevaluated properties: \"Name\".\n> 1 | {";
        assert!(faults_of("base.getRow", &schema_check(row)).is_empty());
        assert_eq!(faults_of("base.listRows", &schema_check(row)).len(), 1);
        let worse = format!("{row}\nTYPE must be string");
        assert_eq!(faults_of("base.getRow", &schema_check(&worse)).len(), 1);
        let broken = "Ajv error: Invalid regular expression";
        assert_eq!(faults_of("base.getRow", &schema_check(broken)).len(), 1);
    }
}
