//! The catalogue: the operations that a walkthrough may name.

use crate::{operation, prune};
use playground_core::catalogue::{Area, Operation};
use serde::Deserialize;
use serde_json::Value;

/// The areas, by the names that source descriptions have.
pub(crate) const AREAS: [(&str, Area); 7] = [
    ("authentication", Area::Authentication),
    ("base", Area::Base),
    ("file", Area::File),
    ("user", Area::User),
    ("team-admin", Area::TeamAdmin),
    ("system-admin", Area::SystemAdmin),
    ("scheduler", Area::Scheduler),
];

/// The operations of all areas.
#[derive(Default)]
pub struct Catalogue {
    areas: Vec<Details>,
}

/// The details of an area, as the catalogue's files have them.
#[derive(Deserialize)]
pub(crate) struct Details {
    area: String,
    operations: Vec<Entry>,
}

/// An operation.
#[derive(Deserialize)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) method: String,
    pub(crate) path: String,
    #[serde(default)]
    pub(crate) query: String,
    pub(crate) token: Option<String>,
    #[serde(default)]
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    #[serde(default)]
    pub(crate) flags: Vec<String>,
}

/// A parameter of an operation.
#[derive(Deserialize)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    #[serde(rename = "in")]
    pub(crate) place: String,
    #[serde(default)]
    pub(crate) required: bool,
    #[serde(default)]
    pub(crate) schema: Value,
}

/// The body of an operation.
#[derive(Deserialize)]
pub(crate) struct Body {
    #[serde(default)]
    pub(crate) required: bool,
    pub(crate) content: Vec<Media>,
}

/// A form of a body.
#[derive(Deserialize)]
pub(crate) struct Media {
    pub(crate) media: String,
    #[serde(default)]
    pub(crate) schema: Value,
}

impl Catalogue {
    /// Adds the text of an area's file.
    pub fn add(&mut self, text: &str) -> Result<(), serde_json::Error> {
        self.areas.push(serde_json::from_str(text)?);
        Ok(())
    }

    /// Finds an operation; none where the area has none of that id.
    ///
    /// The error says what in the catalogue cannot be made into a form.
    pub(crate) fn operation(&self, area: &str, id: &str) -> Option<Result<Operation, String>> {
        let (name, area) = AREAS.iter().find(|(name, _)| *name == area)?;
        let details = self.areas.iter().find(|details| details.area == *name)?;
        let entry = details.operations.iter().find(|entry| entry.id == id)?;
        Some(operation::read(*area, entry).map(prune::prune))
    }

    /// Returns the operationId that an unknown one was perhaps meant to be: the same but for case, or in another area.
    pub(crate) fn similar(&self, id: &str) -> Option<String> {
        self.areas.iter().find_map(|details| {
            let entry = details
                .operations
                .iter()
                .find(|e| e.id.eq_ignore_ascii_case(id))?;
            Some(format!("{}.{}", details.area, entry.id))
        })
    }
}
