//! How a person looks at the answers of a desk. Kept while the page is open, so that the next answer opens the same way.

use super::{DeskId, Session};
use leptos::prelude::*;
use playground_core::http::PreparedRequest;

/// A view of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum View {
    /// The tree of its JSON.
    Json,
    /// Its rows as a table.
    Table,
    /// What a path selects in it.
    Path,
    /// What is different since the answer before.
    Changes,
    /// The picture that it is.
    Picture,
    /// Its text as it came.
    Raw,
    /// Its bytes.
    Hex,
    /// Its headers.
    Headers,
}

/// As far as all of a tree is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Shape {
    /// So many levels.
    Levels(usize),
    /// The structure of a base.
    Structure,
}

/// How a person looks at the answers of a desk.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Look {
    /// What was asked: a tree is opened like the last one only if that is the same.
    asked: String,
    /// The view that was chosen.
    pub(in crate::ui) view: Option<View>,
    /// The shape that was chosen for the tree.
    pub(in crate::ui) shape: Option<Shape>,
    /// Which values were folded or unfolded after that, by JSON Pointer.
    pub(in crate::ui) folded: Vec<(String, bool)>,
    /// The chosen value of the tree, by JSON Pointer.
    pub(in crate::ui) active: String,
    /// The path that was entered.
    pub(in crate::ui) path: String,
    /// What was looked for in the tree.
    pub(in crate::ui) sought: String,
    /// Whether the table shows the columns of SeaTable too.
    pub(in crate::ui) whole: bool,
}

impl Look {
    /// Whether the tree stands as it opens by itself.
    pub(in crate::ui) fn is_untouched(&self) -> bool {
        self.shape.is_none() && self.folded.is_empty() && self.active.is_empty()
    }

    /// Takes note that a value was folded or unfolded.
    pub(in crate::ui) fn note(&mut self, pointer: String, folded: bool) {
        self.folded.retain(|(other, _)| *other != pointer);
        self.folded.push((pointer, folded));
    }
}

impl Session {
    /// Returns how the answer to a request is to be opened.
    pub(in crate::ui) fn look(self, desk: DeskId, request: &PreparedRequest) -> Look {
        let asked = asked(request);
        let kept = self
            .looks
            .with_value(|all| Some(all.iter().find(|(other, _)| *other == desk)?.1.clone()));
        let look = match kept {
            Some(look) if look.asked == asked => look,
            Some(look) => Look {
                asked,
                view: look.view,
                path: look.path,
                sought: look.sought,
                whole: look.whole,
                ..Look::default()
            },
            None => Look {
                asked,
                ..Look::default()
            },
        };
        self.looks.update_value(|all| {
            all.retain(|(other, _)| *other != desk);
            all.push((desk, look.clone()));
        });
        look
    }

    /// Takes note of how the person looks at an answer.
    pub(in crate::ui) fn keep_look(self, desk: DeskId, change: impl FnOnce(&mut Look)) {
        self.looks.update_value(|all| {
            if let Some((_, look)) = all.iter_mut().find(|(other, _)| *other == desk) {
                change(look);
            }
        });
    }
}

fn asked(request: &PreparedRequest) -> String {
    [request.method.as_str(), " ", &request.url.shown()].concat()
}
