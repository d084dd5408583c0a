//! What is known of the faults of SeaTable's documents, one file for each area: of an operation, each fault at its place.
//!
//! A place is `operation`, a place of the request as notes name it (`query/page`, `body/rows/*/name`), `statuses` for statuses that are
//! not documented, or `response/200` with a place in the body of that answer, where `*` stands for any step. It is read as strictly as a
//! walkthrough: an operation or a place that is not known is a fault of its own.

use crate::areas::{Catalogue, area_of};
use crate::fault::Faults;
use crate::inline::{self, Code};
use crate::members::{entries, text};
use crate::yaml::{Node, Text};
use crate::{Fault, File, place, yaml};
use playground_core::catalogue::{Area, Further, Operation, Schema, Shape};
use playground_core::documented::{FaultPlace, KnownFault};

/// How many characters a sentence may have.
const LONGEST: usize = 200;

/// Reads the file of an area, which is named after it: the faults of each operation, in the order of the catalogue.
///
/// # Errors
///
/// Every fault of the file itself.
pub fn known_faults(
    file: &File,
    catalogue: &Catalogue,
) -> Result<Vec<Vec<KnownFault>>, Vec<Fault>> {
    let mut faults = Faults::of(&file.name);
    let area = area_of(file, &mut faults);
    let root = yaml::parse(&file.text, &mut faults);
    let operations = catalogue.operations();
    let read = area
        .zip(root)
        .map(|(area, root)| of_area(&root, area, operations, &mut faults));
    let faults = faults.into_sorted();
    match read {
        Some(known) if faults.is_empty() => Ok(known),
        _ => Err(faults),
    }
}

fn of_area(
    root: &Node,
    area: Area,
    all: &[Operation],
    faults: &mut Faults,
) -> Vec<Vec<KnownFault>> {
    let operations: Vec<_> = all.iter().filter(|one| one.area == area).collect();
    let mut known: Vec<_> = operations.iter().map(|_| Vec::new()).collect();
    for (id, node) in entries(root, "operations", faults) {
        match operations.iter().position(|one| one.id == id.text) {
            Some(at) => known[at] = of_operation(node, operations[at], faults),
            None => {
                let found = format!("the operation \"{}\"", id.text);
                faults.push(id.at, found, "an operationId of the area");
            }
        }
    }
    known
}

fn of_operation(node: &Node, operation: &Operation, faults: &mut Faults) -> Vec<KnownFault> {
    let mut known = Vec::new();
    for (at, node) in entries(node, "places", faults) {
        let place = read_place(&at.text, operation);
        if place.is_none() {
            let found = format!("the place \"{}\"", at.text);
            let expected = format!(
                "one of {}: query/page, response/200/rows/*/name",
                operation.id
            );
            faults.push(at.at, found, expected);
        }
        let says = text(node, "a sentence", faults);
        if let (Some(at), Some(says)) = (place, says) {
            let says = html(says, faults).leak();
            known.push(KnownFault { at, says });
        }
    }
    known
}

fn html(says: &Text, faults: &mut Faults) -> String {
    let count = says.text.trim().chars().count();
    if count > LONGEST {
        faults.push(
            says.at,
            format!("a sentence of {count} characters"),
            format!("at most {LONGEST}"),
        );
    }
    inline::html(says, |_| Code::Plain, faults)
}

/// Reads a place; `None` if the operation has nothing there.
fn read_place(text: &str, operation: &Operation) -> Option<FaultPlace> {
    let (first, rest) = text.split_once('/').unwrap_or((text, ""));
    match (first, rest) {
        ("operation", "") => Some(FaultPlace::Operation),
        ("statuses", "") => Some(FaultPlace::Statuses),
        ("response", rest) => {
            let (status, steps) = rest.split_once('/').unwrap_or((rest, ""));
            let status = status.parse().ok()?;
            let mut answers = operation.answers.iter();
            let documented = answers.find(|answer| answer.status == status)?;
            let schema = documented.schema.as_ref();
            let place = match steps {
                "" => String::new(),
                steps if is_below(schema?, steps) => ["/", steps].concat(),
                _ => return None,
            };
            Some(FaultPlace::Response {
                status,
                place: place.into(),
            })
        }
        _ => {
            let field = place::read(text).filter(|field| place::exists(operation, field))?;
            Some(FaultPlace::Request(field))
        }
    }
}

/// Whether a schema has something at a place. The last step may be a name that it does not have: that may be the fault.
fn is_below(schema: &Schema, steps: &str) -> bool {
    let (step, rest) = match steps.split_once('/') {
        Some((step, rest)) => (step, Some(rest)),
        None => (steps, None),
    };
    let goes_on = |schema: &Schema| rest.is_none_or(|rest| is_below(schema, rest));
    match &schema.shape {
        Shape::List(item) => step == "*" && goes_on(item),
        Shape::OneOf(kinds) => kinds.iter().any(|kind| is_below(kind, steps)),
        Shape::Object { members, further } => {
            let mut named = members.iter().filter(|m| step == "*" || m.name == step);
            rest.is_none()
                || named.any(|member| goes_on(&member.schema))
                || matches!(further, Further::Of(schema) if goes_on(schema))
        }
        _ => false,
    }
}
