//! Takes things out of an answer, by the rules of its operation.

use super::sent::{self, text};
use super::{Facet, Fact, Gives, Kind, Known, Origin, Pick, Thing};
use crate::auth::Secret;
use crate::catalogue::Operation;
use crate::http::PreparedRequest;
use crate::json::{Document, Kind as JsonKind, NodeId};

/// The most things that one place of an answer gives: a list of rows can have thousands.
pub const MOST: usize = 200;

/// What was found in an answer.
#[derive(Default)]
pub(super) struct Found {
    /// The things.
    pub(super) things: Vec<Thing>,
    /// The kinds of which not all were taken, each with how many there were.
    pub(super) cut: Vec<(Kind, usize)>,
}

/// An answer that is read.
pub(super) struct Reading<'a> {
    pub(super) body: &'a Document,
    pub(super) operation: &'a Operation,
    pub(super) request: &'a PreparedRequest,
    pub(super) origin: Origin,
    pub(super) known: &'a Known,
}

/// An entry of an answer, with the name under which it stands.
#[derive(Clone, Copy)]
struct Entry {
    node: NodeId,
    /// The entry that has the key.
    named: NodeId,
}

impl Reading<'_> {
    /// Takes what a rule gives out of what stands in an entry; `around` is known of all that is there.
    pub(super) fn take(&self, gives: &Gives, from: NodeId, around: &[Fact], found: &mut Found) {
        let (entries, count) = self.entries(gives.at, from);
        if count > entries.len() {
            found.cut.push((gives.kind, count));
        }
        for entry in entries {
            let thing = self.thing(gives, entry, around);
            let mut inside: Vec<Fact> = around.to_vec();
            if let Some(thing) = &thing {
                for fact in &thing.facts {
                    inside.retain(|other| !other.is_about(fact));
                    inside.push(fact.clone());
                }
            }
            for held in gives.holds {
                self.take(held, entry.node, &inside, found);
            }
            found.things.extend(thing);
        }
    }

    /// Finds the entries of a rule, and counts what it leads to.
    fn entries(&self, at: &str, from: NodeId) -> (Vec<Entry>, usize) {
        let mut entries = vec![Entry {
            node: from,
            named: from,
        }];
        let mut count = 1;
        for step in at.split('/').skip(1) {
            if step == "*" {
                count = entries.iter().map(|entry| self.body.len(entry.node)).sum();
                let all = entries
                    .iter()
                    .flat_map(|entry| self.body.children(entry.node));
                entries = all
                    .map(|node| Entry { node, named: node })
                    .take(MOST)
                    .collect();
            } else {
                let below = |entry: Entry| {
                    let node = self.body.pointer_from(entry.node, &["/", step].concat())?;
                    Some(Entry {
                        node,
                        named: entry.named,
                    })
                };
                entries = entries.into_iter().filter_map(below).collect();
                count = entries.len();
            }
        }
        (entries, count)
    }

    /// Makes the thing that an entry is; `None` if the answer names it by nothing.
    fn thing(&self, gives: &Gives, entry: Entry, around: &[Fact]) -> Option<Thing> {
        let mut thing = Thing {
            kind: gives.kind,
            name: self.value(gives.name, entry).unwrap_or_default(),
            note: self.value(gives.note, entry).unwrap_or_default(),
            origin: Some(self.origin),
            facts: Vec::new(),
            secret: None,
        };
        for pick in gives.values {
            let is_own = pick.kind == gives.kind;
            let Some(text) = self.picked(pick, entry) else {
                continue;
            };
            if is_own && pick.facet == Facet::Token && gives.kind.is_secret() {
                thing.secret = Some(Secret::new(text));
            } else {
                thing.facts.push(Fact {
                    kind: pick.kind,
                    facet: pick.facet,
                    text: pick.facet.normal(&text),
                });
            }
        }
        let is_named = thing.secret.is_some() || thing.own_facts().next().is_some();
        for fact in around {
            let is_told = thing.facts.iter().any(|own| own.is_about(fact));
            if gives.kind.is_inside(fact.kind) && !is_told {
                thing.facts.push(fact.clone());
            }
        }
        if thing.name.is_empty() && gives.kind == Kind::Row {
            let cell = self.first_cell(entry.node, &thing).unwrap_or_default();
            thing.name = short(cell);
        }
        is_named.then_some(thing)
    }

    /// Returns the text of a row's first cell: that of its table's first column where the columns are known, and else that of
    /// the first cell with a text.
    fn first_cell(&self, row: NodeId, thing: &Thing) -> Option<String> {
        let column = self.known.first_column(thing);
        let names = column.map(|column| [column.own(Facet::Key), column.own(Facet::Name)]);
        let named = names.into_iter().flatten().flatten();
        let cells = named.filter_map(|name| self.body.member(row, name));
        let own = |cell: &NodeId| {
            let key = self.body.key(*cell);
            key.is_some_and(|key| !key.text().starts_with('_'))
        };
        let strings = self.body.children(row).filter(own);
        let strings = strings.filter(|cell| self.body.kind(*cell) == JsonKind::String);
        let mut texts = cells
            .chain(strings)
            .filter_map(|cell| text(self.body, cell));
        texts.find(|text| !text.trim().is_empty())
    }

    fn picked(&self, pick: &Pick, entry: Entry) -> Option<String> {
        let value = self.value(pick.at, entry)?;
        if pick.is_last_part {
            let mut parts = value.trim_end_matches('/').rsplit('/');
            return parts.next().map(str::to_owned);
        }
        if pick.under.is_empty() {
            return Some(value);
        }
        let folder = sent::named(pick.under, self.operation, self.request).unwrap_or_default();
        let folder = folder.trim_end_matches('/');
        Some([folder, "/", &value].concat())
    }

    /// Reads a value in an entry; `None` if it is empty.
    fn value(&self, at: &str, entry: Entry) -> Option<String> {
        let value = match at {
            "*" => Some(self.body.key(entry.named)?.text().into_owned()),
            at => deep(self.body, entry.node, at),
        };
        value.filter(|value| !value.is_empty())
    }
}

/// How much of a cell a row is called by, in characters: a list shows it on a line.
const LONG: usize = 80;

/// Shortens a text that a row is called by.
pub(super) fn short(text: String) -> String {
    match text.char_indices().nth(LONG) {
        Some((end, _)) => [&text[..end], "…"].concat(),
        None => text,
    }
}

/// Follows a pointer, also into texts that are JSON: SeaTable writes settings so.
fn deep(body: &Document, from: NodeId, at: &str) -> Option<String> {
    if let Some(node) = body.pointer_from(from, at) {
        return text(body, node);
    }
    let (step, rest) = at.get(1..)?.split_once('/')?;
    let outer = body.pointer_from(from, &["/", step].concat())?;
    if body.kind(outer) != JsonKind::String {
        return None;
    }
    let inner = Document::parse(body.string(outer)?.into_bytes());
    let node = inner.pointer_from(inner.root()?, &["/", rest].concat())?;
    text(&inner, node)
}

impl Facet {
    /// Writes a value as others are compared with it: SeaTable writes some UUIDs without their dashes, and takes none so.
    pub(super) fn normal(self, text: &str) -> String {
        let is_bare = text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        if self != Self::Uuid || !is_bare {
            return text.to_owned();
        }
        let parts = [0..8, 8..12, 12..16, 16..20, 20..32];
        parts
            .map(|part| text.get(part).unwrap_or_default())
            .join("-")
    }
}
