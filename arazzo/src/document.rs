//! An Arazzo document as it was written, with the keys that the page supports and no others.

use crate::expression;
use crate::fault::Faults;
use crate::members::{describe, entries, items, members, text, word};
use crate::step::{self, Step};
use crate::yaml::{Content, Node, Text};
use playground_core::catalogue::Area;

/// A document: one workflow and the documents that its operations come from.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) title: &'a Text,
    pub(crate) sources: Vec<Source<'a>>,
    pub(crate) id: &'a Text,
    pub(crate) summary: &'a Text,
    pub(crate) description: &'a Text,
    pub(crate) inputs: Vec<Input<'a>>,
    pub(crate) steps: Vec<Step<'a>>,
}

/// A document that operations come from.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    pub(crate) name: &'a Text,
    pub(crate) url: &'a Text,
}

/// An input of the workflow.
#[derive(Debug)]
pub(crate) struct Input<'a> {
    pub(crate) name: &'a Text,
    pub(crate) title: &'a Text,
    pub(crate) hint: Option<&'a Text>,
    pub(crate) password: bool,
    pub(crate) required: bool,
    pub(crate) default: Option<&'a Text>,
}

/// Reads a document; `None` if something that cannot be left out is missing.
pub(crate) fn read<'a>(root: &'a Node, faults: &mut Faults) -> Option<Document<'a>> {
    let keys = ["arazzo", "info", "sourceDescriptions", "workflows"];
    let [version, info, sources, workflows] = members(root, "the document", keys, faults);
    if let Some(version) = version
        && !matches!(&version.content, Content::Scalar(text) if text.text.starts_with("1.0."))
    {
        faults.push(version.at, describe(version), "a version 1.0.x of Arazzo");
    }
    let title = info.and_then(|info| {
        let [title, _] = members(info, "info", ["title", "version"], faults);
        text(title?, "the title", faults)
    });
    let sources = sources
        .map(|sources| self::sources(sources, faults))
        .unwrap_or_default();
    let workflows = items(workflows?, "workflows", faults);
    for second in workflows.iter().skip(1) {
        faults.push(second.at, "a second workflow", "one workflow a file");
    }
    workflow(workflows.first()?, title, sources, faults)
}

fn sources<'a>(node: &'a Node, faults: &mut Faults) -> Vec<Source<'a>> {
    let mut sources: Vec<Source<'a>> = Vec::new();
    for item in items(node, "source descriptions", faults) {
        let [name, url, kind] = members(item, "a source", ["name", "url", "type"], faults);
        word(kind, &["openapi"], faults);
        let name = name.and_then(|name| text(name, "the name", faults));
        let url = url.and_then(|url| text(url, "the address", faults));
        let (Some(name), Some(url)) = (name, url) else {
            continue;
        };
        if !Area::ALL.iter().any(|area| area.name() == name.text) {
            let areas = Area::ALL.map(Area::name);
            let expected = format!("an area of the API: {}", areas.join(", "));
            faults.push(name.at, format!("the source \"{}\"", name.text), expected);
        } else if sources.iter().any(|source| source.name.text == name.text) {
            let found = format!("the source \"{}\" a second time", name.text);
            faults.push(name.at, found, "each source once");
        } else {
            sources.push(Source { name, url });
        }
    }
    sources
}

fn workflow<'a>(
    node: &'a Node,
    title: Option<&'a Text>,
    sources: Vec<Source<'a>>,
    faults: &mut Faults,
) -> Option<Document<'a>> {
    let keys = ["workflowId", "summary", "description", "inputs", "steps"];
    let [id, summary, description, inputs, steps] = members(node, "the workflow", keys, faults);
    let id = id.and_then(|id| name(id, "the workflowId", faults));
    let summary = summary.and_then(|summary| text(summary, "the summary", faults));
    let description = description.and_then(|prose| text(prose, "the description", faults));
    let inputs = inputs
        .map(|inputs| self::inputs(inputs, faults))
        .unwrap_or_default();
    let steps = steps
        .map(|steps| items(steps, "steps", faults))
        .unwrap_or_default();
    let steps = steps
        .iter()
        .filter_map(|item| step::read(item, faults))
        .collect();
    let (title, id, summary, description) = (title?, id?, summary?, description?);
    Some(Document {
        title,
        sources,
        id,
        summary,
        description,
        inputs,
        steps,
    })
}

/// Reads the inputs, a JSON Schema of the simplest kind: an object of strings.
fn inputs<'a>(node: &'a Node, faults: &mut Faults) -> Vec<Input<'a>> {
    let keys = ["type", "required?", "properties"];
    let [kind, required, properties] = members(node, "the inputs", keys, faults);
    word(kind, &["object"], faults);
    let required = required
        .map(|list| items(list, "names", faults))
        .unwrap_or_default();
    let required: Vec<_> = required
        .iter()
        .filter_map(|n| name(n, "a name", faults))
        .collect();
    let properties = properties
        .map(|p| entries(p, "inputs", faults))
        .unwrap_or_default();
    for needed in &required {
        if !properties.iter().any(|(name, _)| name.text == needed.text) {
            let found = format!("\"{}\"", needed.text);
            faults.push(
                needed.at,
                found,
                "the name of an input below \"properties\"",
            );
        }
    }
    if properties.is_empty() {
        faults.push(
            node.at,
            "inputs without properties",
            "an input, or no \"inputs\" at all",
        );
    }
    let is_required = |name: &Text| required.iter().any(|needed| needed.text == name.text);
    properties
        .iter()
        .filter_map(|(name, schema)| input(name, schema, is_required(name), faults))
        .collect()
}

fn input<'a>(
    name: &'a Text,
    schema: &'a Node,
    required: bool,
    faults: &mut Faults,
) -> Option<Input<'a>> {
    check_name(name, faults);
    let keys = ["type", "title", "description?", "format?", "default?"];
    let [kind, title, hint, format, default] = members(schema, "an input", keys, faults);
    word(kind, &["string"], faults);
    word(format, &["password"], faults);
    let hint = hint.and_then(|hint| text(hint, "the description", faults));
    let title = text(title?, "the title", faults)?;
    let default = default.and_then(|default| text(default, "the default", faults));
    if let (Some(default), Some(_)) = (default, format) {
        faults.push(default.at, "a default for a secret", "none");
    }
    Some(Input {
        name,
        title,
        hint,
        password: format.is_some(),
        required,
        default,
    })
}

pub(crate) fn name<'a>(node: &'a Node, what: &str, faults: &mut Faults) -> Option<&'a Text> {
    let name = text(node, what, faults)?;
    check_name(name, faults);
    Some(name)
}

pub(crate) fn check_name(name: &Text, faults: &mut Faults) {
    if let Err(expected) = expression::named(&name.text) {
        faults.push(name.at, format!("\"{}\"", name.text), expected);
    }
}
