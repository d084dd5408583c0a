//! Copies of a document for other tools, which read the sources from the disk.
//!
//! They differ from the document in its addresses, and where such a tool cannot do what the document says:
//!
//! - Redocly's `respect` holds a JSONPath against a list with the body in it, and fills expressions in as JSON literals. The
//!   copies begin with `$..`, which finds the same in both, and have no quotes around an expression.
//! - No tool takes a segment out of a link, or has a file at hand. The copies send a file to the link itself.

use crate::areas::Catalogue;
use crate::call;
use crate::document;
use crate::fault::{Fault, Faults};
use crate::step::{Parameter, Step};
use crate::yaml::{self, Content};
use playground_core::catalogue::{Role, Shape};

/// Replaces the addresses of the sources that `map` has a path for (name, path), and what other tools cannot do.
///
/// `file` is the path of the file that the copy uploads where the page lets a person choose one.
/// Returns the faults where the text is no document that the page supports.
pub fn with_local_sources(
    text: &str,
    map: &[(&str, &str)],
    file: &str,
    catalogue: &Catalogue,
) -> Result<String, Vec<Fault>> {
    let mut faults = Faults::of("document");
    let root = yaml::parse(text, &mut faults);
    let document = root
        .as_ref()
        .and_then(|root| document::read(root, &mut faults));
    let Some(document) = document else {
        return Err(faults.into_sorted());
    };
    let mut lines: Vec<String> = text.lines().map(ToOwned::to_owned).collect();
    for source in &document.sources {
        let path = map.iter().find(|(name, _)| *name == source.name.text);
        if let (Some((_, path)), Some(line)) = (path, lines.get_mut(source.url.at.line - 1)) {
            *line = line.replacen(&source.url.text, path, 1);
        }
    }
    for step in &document.steps {
        rewrite_queries(step, &mut lines);
    }
    let mut edits: Vec<Edit> = document
        .steps
        .iter()
        .flat_map(|step| upload(step, file, catalogue).unwrap_or_default())
        .collect();
    // From the last to the first, so that the lines before keep their places.
    edits.sort_by_key(|edit| std::cmp::Reverse(edit.line));
    for edit in edits {
        let end = edit.line + edit.removed;
        lines.splice(edit.line..end.min(lines.len()), edit.inserted);
    }
    Ok(lines.join("\n") + "\n")
}

fn rewrite_queries(step: &Step<'_>, lines: &mut [String]) {
    let queries = step.criteria.iter().filter(|criterion| criterion.is_query);
    for query in queries {
        let Some(line) = lines.get_mut(query.condition.at.line - 1) else {
            continue;
        };
        *line = line.replace("\"{$", "{$").replace("}\"", "}");
        if !line.contains("$..") {
            *line = line.replacen("$.", "$..", 1);
        }
    }
}

/// Lines in place of others.
struct Edit {
    /// Counted from 0.
    line: usize,
    removed: usize,
    inserted: Vec<String>,
}

/// Returns how a step becomes one that sends a file to a link; none for a step that sends nothing to one.
fn upload(step: &Step<'_>, file: &str, catalogue: &Catalogue) -> Option<Vec<Edit>> {
    let (area, id) = call::name(step.operation)?;
    let operation = catalogue.operation(area, id)?.ok()?;
    let taking = operation.field_for(Role::UploadLink)?;
    let mut parameters = step.parameters.iter();
    let parameter = parameters.find(|one| one.name.text == taking.name)?;
    let Content::Scalar(link) = &parameter.value.content else {
        return None;
    };
    let query = &operation.fixed_query;
    let indent = " ".repeat(step.at.column - 1);
    let mut edits = vec![Edit {
        line: step.operation.at.line - 1,
        removed: 1,
        inserted: vec![
            format!("{indent}x-operation:"),
            format!("{indent}  url: \"{{{}}}?{query}\"", link.text),
            format!("{indent}  method: post"),
        ],
    }];
    let (first, last) = span(parameter);
    // A list without entries would be none at all.
    let first = if step.parameters.len() == 1 {
        first - 1
    } else {
        first
    };
    edits.push(Edit {
        line: first - 1,
        removed: last + 1 - first,
        inserted: Vec::new(),
    });
    let mut fields = operation.fields();
    if let Some(taking) = fields.find(|field| *field.shape() == Shape::File)
        && let Some(body) = &step.body
        && let Content::Mapping(fields) = &body.payload.content
        && let Some((name, _)) = fields.first()
    {
        let indent = " ".repeat(name.at.column - 1);
        edits.push(Edit {
            line: name.at.line - 1,
            removed: 0,
            inserted: vec![format!("{indent}{}: $file('{file}')", taking.name)],
        });
    }
    Some(edits)
}

/// Returns the first and the last line of a parameter.
fn span(parameter: &Parameter<'_>) -> (usize, usize) {
    let lines = [parameter.name.at, parameter.place.at, parameter.value.at].map(|at| at.line);
    let first = lines.iter().copied().min().unwrap_or_default();
    let last = lines.iter().copied().max().unwrap_or_default();
    (first, last)
}
