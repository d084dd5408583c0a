//! JSON text as fields, and fields as JSON text.

use crate::catalogue::{FieldPath, Further, Layout, Member, Role, Schema, Shape};
use crate::form::{Entry, Filled, RequestForm, Source};
use crate::json::{Document, Kind, NodeId};
use crate::row::spec;
use crate::typed;

impl RequestForm {
    /// Puts JSON into the places that have fields of their own. What no field shows stays as JSON at the place that it is a part of. Returns whether it could
    /// be done: not with a text that is no JSON.
    pub fn spread(&mut self, path: &FieldPath, schema: &Schema, text: &str) -> bool {
        let Some(entries) = spread_out(path, schema, text) else {
            return false;
        };
        if let Some(source) = self.given(path) {
            self.defaults.clear_all(path);
            for (path, entry) in entries {
                self.defaults.fill(Filled {
                    path,
                    entry,
                    source,
                });
            }
            return true;
        }
        self.clear_typed(path);
        for (path, entry) in entries {
            self.put(path, entry);
        }
        true
    }

    /// Says who filled in what stands at a place; `None` if the person typed some of it. What was given stays that when it is shown in
    /// fields: otherwise it would count as typed, and another link could not fill the place in.
    fn given(&self, path: &FieldPath) -> Option<Source> {
        let is_typed = self.typed.iter().any(|Filled { path: typed, .. }| {
            typed == path || typed.steps_below(path).is_some() || path.steps_below(typed).is_some()
        });
        let given = self.defaults.at(path).filter(|_| !is_typed);
        given.map(|filled| filled.source)
    }

    /// Has a JSON text stand at a place, and nothing below it.
    pub fn gather(&mut self, path: &FieldPath, text: String) {
        self.clear_typed(path);
        self.put(path.clone(), Entry::Text(text));
    }

    /// Whether the fields of a place show what is there, but for members that have no field.
    pub fn is_spread(&self, path: &FieldPath, schema: &Schema) -> bool {
        let text = self.text(path);
        match schema.layout(path.level()) {
            _ if text.trim().is_empty() => true,
            // Its editor works on the JSON that stands here.
            Layout::Items(_) if has_editor(schema) => spec::specs(text).is_some(),
            Layout::Items(_) => text == "[]",
            Layout::Members(..) | Layout::Kinds(_) if text.trim_start().starts_with('{') => {
                let entries = spread_out(path, schema, text).unwrap_or_default();
                matches!(&entries[..], [(place, entry)] if place == path && entry.text() == text)
            }
            _ => false,
        }
    }

    /// Takes out what was typed at a place and below it, so that what was filled in there for the person does not count again.
    fn clear_typed(&mut self, path: &FieldPath) {
        self.take_over(path);
        let is_given = self
            .defaults
            .iter()
            .any(|filled| filled.path == *path || filled.path.steps_below(path).is_some());
        self.typed.clear_all(path);
        if is_given {
            self.put(path.clone(), Entry::Text(String::new()));
        }
    }
}

/// Returns the entries that a JSON text becomes; `None` if it is no JSON.
fn spread_out(path: &FieldPath, schema: &Schema, text: &str) -> Option<Vec<(FieldPath, Entry)>> {
    let document = Document::parse(text.trim().as_bytes().to_vec());
    let root = document.root().filter(|_| document.fault().is_none())?;
    let mut spread = Spread {
        document,
        entries: Vec::new(),
    };
    if !spread.value(path, schema, root) {
        spread.entries.clear();
        spread.put(path, Entry::Text(text.to_owned()));
    }
    Some(spread.entries)
}

/// A text on its way into fields.
struct Spread {
    document: Document,
    entries: Vec<(FieldPath, Entry)>,
}

impl Spread {
    fn put(&mut self, path: &FieldPath, entry: Entry) {
        self.entries.push((path.clone(), entry));
    }

    fn text(&self, node: NodeId) -> String {
        self.document.text(node).into_owned()
    }

    /// Puts a value where fields show it. Returns false where none does.
    fn value(&mut self, path: &FieldPath, schema: &Schema, node: NodeId) -> bool {
        match schema.layout(path.level()) {
            Layout::Control => match self.control(schema, node) {
                Some(entry) => self.put(path, entry),
                None => return false,
            },
            Layout::Items(item) if !has_editor(schema) => return self.items(path, item, node),
            Layout::Members(members, further) => return self.members(path, members, further, node),
            Layout::Kinds(kinds) => return self.of_kind(path, &kinds, node),
            Layout::Scalars(_) if self.document.is_container(node) => return false,
            Layout::Items(_) | Layout::Scalars(_) | Layout::Json => {
                self.put(path, Entry::Text(self.text(node)));
            }
        }
        true
    }

    /// Returns what stands in a control for a value; `None` if it would send something else.
    fn control(&self, schema: &Schema, node: NodeId) -> Option<Entry> {
        let source = self.text(node);
        let is_number = self.document.kind(node) == Kind::Number;
        let fits = match &schema.shape {
            Shape::Integer { .. } => is_number && source.parse::<i64>().is_ok(),
            Shape::Number => is_number,
            Shape::Boolean => matches!(source.as_str(), "true" | "false"),
            Shape::Secret => {
                let text = self.document.string(node)?;
                return Some(Entry::Secret(text.into())).filter(|entry| !entry.is_emptied());
            }
            Shape::Text { .. } | Shape::Choice(_) => {
                return self.string(schema, node);
            }
            _ => false,
        };
        fits.then_some(Entry::Text(source))
    }

    fn string(&self, schema: &Schema, node: NodeId) -> Option<Entry> {
        let text = self.document.string(node)?;
        let is_sent_as_it_is = match &schema.shape {
            Shape::Choice(choices) => choices.iter().any(|choice| *choice == text),
            _ => {
                let is_identifier = schema.role.is_some_and(Role::is_identifier);
                !is_identifier || typed::bare(&text) == text
            }
        };
        let is_blank = text.trim().is_empty();
        match text {
            text if text.is_empty() => Some(Entry::Empty),
            text => Some(Entry::Text(text)).filter(|_| is_sent_as_it_is && !is_blank),
        }
    }

    /// Puts the items of a list where their fields are; a list with one that has none stays JSON.
    fn items(&mut self, path: &FieldPath, item: &Schema, node: NodeId) -> bool {
        if self.document.kind(node) != Kind::Array {
            return false;
        }
        let before = self.entries.len();
        let items: Vec<_> = self.document.children(node).collect();
        let mut items = items.into_iter().enumerate();
        let has_fields = items.all(|(place, child)| {
            let path = path.member(&place.to_string());
            let had = self.entries.len();
            let is_there = self.value(&path, item, child);
            if is_there && self.entries.len() == had {
                self.put(&path, Entry::Text(self.text(child)));
            }
            is_there
        });
        let is_empty = self.entries.len() == before;
        if !has_fields || is_empty {
            self.entries.truncate(before);
            let text = if has_fields {
                "[]".to_owned()
            } else {
                self.text(node)
            };
            self.put(path, Entry::Text(text));
        }
        true
    }

    fn of_kind(&mut self, path: &FieldPath, kinds: &[&Schema], node: NodeId) -> bool {
        let counted = kinds
            .iter()
            .map(|kind| self.misfits(kind, node))
            .enumerate();
        let Some((kind, _)) = counted.min_by_key(|(_, misfits)| *misfits) else {
            return false;
        };
        let Shape::Object { members, further } = &kinds[kind].shape else {
            return false;
        };
        let before = self.entries.len();
        let is_there = self.members(path, members, further, node);
        let here =
            |(place, entry): &(FieldPath, Entry)| (place == path).then(|| entry.text().to_owned());
        let rest = self
            .entries
            .iter()
            .skip(before)
            .find_map(here)
            .unwrap_or_default();
        if is_there {
            self.entries.retain(|(place, _)| place != path);
            self.put(path, Entry::Kind { kind, rest });
        }
        is_there
    }

    /// Puts the members of an object where their fields are, and those that have none, as an object, at its place.
    fn members(
        &mut self,
        path: &FieldPath,
        known: &[Member],
        further: &Further,
        node: NodeId,
    ) -> bool {
        if self.document.kind(node) != Kind::Object {
            return false;
        }
        let mut rest = Vec::new();
        let children: Vec<_> = self.document.children(node).collect();
        for child in &children {
            let Some(key) = self.document.key(*child) else {
                continue;
            };
            let (name, raw) = (
                key.text().into_owned(),
                String::from_utf8_lossy(key.raw()).into_owned(),
            );
            if self.document.member(node, &name) != Some(*child) {
                continue; // Of several with the same name, the last counts.
            }
            let named = known.iter().find(|member| member.name == name);
            let schema = match (named, further) {
                (Some(member), _) => Some(&member.schema),
                (None, Further::Of(schema)) if !name.is_empty() => Some(schema.as_ref()),
                _ => None,
            };
            let place = path.member(&name);
            if !schema.is_some_and(|schema| self.value(&place, schema, *child)) {
                rest.push([&raw, ": ", &self.text(*child)].concat());
            }
        }
        if children.is_empty() || !rest.is_empty() {
            let rest = ["{", &rest.join(", "), "}"].concat();
            self.put(path, Entry::Text(rest));
        }
        true
    }

    /// Counts what speaks against a value being of a kind.
    fn misfits(&self, kind: &Schema, node: NodeId) -> usize {
        let document = &self.document;
        let fits = match (&kind.shape, document.kind(node)) {
            (Shape::Object { members, further }, Kind::Object) => {
                let missing = members.iter().filter(|member| {
                    member.required && document.member(node, &member.name).is_none()
                });
                let of_member = |child| {
                    let name = document.key(child).map(|key| key.text().into_owned());
                    let name = name.unwrap_or_default();
                    let named = members.iter().find(|member| member.name == name);
                    match (named, further) {
                        (Some(member), _) => self.misfits(&member.schema, child),
                        (None, Further::Of(schema)) => self.misfits(schema, child),
                        (None, Further::Any) => 0,
                        (None, Further::None) => 1,
                    }
                };
                let found: usize = document.children(node).map(of_member).sum();
                return missing.count() + found;
            }
            (Shape::OneOf(kinds), _) => {
                let counted = kinds.iter().map(|kind| self.misfits(kind, node));
                return counted.min().unwrap_or_default();
            }
            (Shape::List(item), Kind::Array) => {
                return document
                    .children(node)
                    .map(|child| self.misfits(item, child))
                    .sum();
            }
            (Shape::Choice(choices), Kind::String) => {
                let text = document.string(node).unwrap_or_default();
                choices.iter().any(|choice| *choice == text)
            }
            (Shape::Json, _)
            | (Shape::Text { .. } | Shape::Secret, Kind::String)
            | (Shape::Integer { .. } | Shape::Number, Kind::Number)
            | (Shape::Boolean, Kind::Boolean) => true,
            _ => false,
        };
        usize::from(!fits)
    }
}

/// Whether a list has an editor of its own, which works on its JSON.
fn has_editor(schema: &Schema) -> bool {
    matches!(
        schema.role,
        Some(Role::ColumnsOfNewTable | Role::MoreColumns)
    )
}
