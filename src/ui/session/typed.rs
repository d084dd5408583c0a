//! What was typed, carried over one reload: a newer version of the page must not cost it. Secrets are not carried.

use super::Session;
use super::runs::WholeRun;
use crate::browser::location;
use crate::browser::storage::{self, Keep};
use leptos::prelude::*;
use playground_core::json::{self, Document};

/// The name under which the tab keeps it, until the page is there again.
const KEPT: &str = "typed";

/// Takes what was kept for this load of the page out of the tab's storage.
pub(super) fn kept() -> String {
    let kept = storage::get(Keep::Tab, KEPT);
    storage::remove(Keep::Tab, KEPT);
    kept.unwrap_or_default()
}

/// Something that was typed: where, and what.
struct Typed {
    walkthrough: usize,
    step: usize,
    place: String,
    text: String,
}

/// Reads what was kept.
fn read(kept: &str) -> Vec<Typed> {
    let kept = Document::parse(kept.as_bytes().to_vec());
    let Some(root) = kept.root() else {
        return Vec::new();
    };
    let entry = |node| {
        let parts: Vec<_> = kept.children(node).collect();
        let number = |at: usize| kept.text(*parts.get(at)?).parse().ok();
        let text = |at: usize| kept.string(*parts.get(at)?);
        Some(Typed {
            walkthrough: number(0)?,
            step: number(1)?,
            place: text(2)?.to_string(),
            text: text(3)?.to_string(),
        })
    };
    kept.children(root).filter_map(entry).collect()
}

/// Writes it down to be kept.
fn write(typed: &[Typed]) -> String {
    let mut text = String::from("[");
    for one in typed {
        if text.len() > 1 {
            text.push(',');
        }
        text.push_str(&format!(
            "[{},{},\"{}\",\"",
            one.walkthrough, one.step, one.place
        ));
        json::escape(&mut text, &one.text);
        text.push_str("\"]");
    }
    text.push(']');
    text
}

impl Session {
    /// Loads the page anew, and keeps what was typed for it.
    pub(in crate::ui) fn reload(self) {
        let mut typed = self.typed.with_value(|kept| read(kept));
        for (walkthrough, run) in self.0.runs.all() {
            run.with_untracked(|run| {
                typed.extend(run.typed().into_iter().map(|(step, place, text)| Typed {
                    walkthrough,
                    step,
                    place: place.to_string(),
                    text: text.to_owned(),
                }));
            });
        }
        storage::set(Keep::Tab, KEPT, &write(&typed));
        location::reload();
    }

    /// Whether something was kept for a walkthrough that is not opened yet.
    pub(super) fn has_typed(self, walkthrough: usize) -> bool {
        let typed = self.typed.with_value(|kept| read(kept));
        typed.iter().any(|one| one.walkthrough == walkthrough)
    }

    /// Takes up what was kept for a walkthrough.
    pub(super) fn retype(self, walkthrough: usize, run: &WholeRun) {
        let typed = self.typed.with_value(|kept| read(kept));
        let (of_it, others): (Vec<_>, Vec<_>) = typed
            .into_iter()
            .partition(|one| one.walkthrough == walkthrough);
        for Typed {
            step, place, text, ..
        } in of_it
        {
            run.change(|run| run.retype(step, &place, text));
        }
        self.typed.set_value(write(&others));
    }
}
