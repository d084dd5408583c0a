//! What has to be known of a walkthrough to run it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use saphyr::{LoadableYamlNode, Yaml};

/// A walkthrough.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// The names of the documents that its operations come from.
    pub(super) sources: Vec<String>,
    /// The names of the inputs that have no default.
    pub(super) inputs: Vec<String>,
    /// The steps: stepId, and the operation as `document.operation`; empty where a step goes to a link.
    pub(super) steps: Vec<(String, String)>,
}

impl Document {
    /// Reads a document.
    ///
    /// # Errors
    ///
    /// Fails when the file cannot be read or is no YAML.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path)?;
        Self::parse(&text).with_context(|| format!("reading {}", path.display()))
    }

    fn parse(text: &str) -> Result<Self> {
        let documents = Yaml::load_from_str(text)?;
        let root = documents.first().context("an empty document")?;
        let mut workflows = list(root.as_mapping_get("workflows"));
        let workflow = workflows.next().context("no workflow")?;
        let inputs = workflow.as_mapping_get("inputs");
        let properties = inputs.and_then(|inputs| inputs.as_mapping_get("properties"));
        let properties = properties.and_then(Yaml::as_mapping).into_iter().flatten();
        Ok(Self {
            sources: list(root.as_mapping_get("sourceDescriptions"))
                .map(|source| word(source, "name"))
                .collect(),
            inputs: properties
                .filter(|(_, schema)| schema.as_mapping_get("default").is_none())
                .filter_map(|(name, _)| name.as_str().map(ToOwned::to_owned))
                .collect(),
            steps: list(workflow.as_mapping_get("steps"))
                .map(|step| {
                    let operation = word(step, "operationId");
                    let operation = operation.trim_start_matches("$sourceDescriptions.");
                    (word(step, "stepId"), operation.to_owned())
                })
                .collect(),
        })
    }
}

fn list<'a>(node: Option<&'a Yaml<'a>>) -> impl Iterator<Item = &'a Yaml<'a>> {
    node.and_then(Yaml::as_sequence).into_iter().flatten()
}

fn word(node: &Yaml<'_>, key: &str) -> String {
    let value = node.as_mapping_get(key).and_then(Yaml::as_str);
    value.unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_inputs_and_steps_are_read() {
        let document = Document::parse(
            "sourceDescriptions: [{ name: base }]
workflows:
  - inputs:
      properties: { token: { type: string }, word: { default: x } }
    steps:
      - { stepId: one, operationId: $sourceDescriptions.base.open }
      - { stepId: two, x-operation: { method: post } }
",
        )
        .unwrap();
        let wanted = Document {
            sources: vec!["base".to_owned()],
            inputs: vec!["token".to_owned()],
            steps: vec![
                ("one".to_owned(), "base.open".to_owned()),
                ("two".to_owned(), String::new()),
            ],
        };
        assert_eq!(document, wanted);
    }
}
