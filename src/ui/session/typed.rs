//! What was typed, carried over one reload: a newer version of the page must not cost it. Secrets are not carried.

use super::Session;
use crate::browser::location;
use crate::browser::storage::{self, Keep};
use crate::walkthroughs::ALL;
use playground_core::json::{self, Document};

/// The name under which the tab keeps it, until the page is there again.
const KEPT: &str = "typed";

impl Session {
    /// Loads the page anew, and keeps what was typed for it.
    pub(in crate::ui) fn reload(self) {
        let mut text = String::from("[");
        for walkthrough in 0..ALL.len() {
            self.whole_run(walkthrough).with_untracked(|run| {
                for (step, place, typed) in run.typed() {
                    if text.len() > 1 {
                        text.push(',');
                    }
                    text.push_str(&format!("[{walkthrough},{step},\"{place}\",\""));
                    json::escape(&mut text, typed);
                    text.push_str("\"]");
                }
            });
        }
        text.push(']');
        storage::set(Keep::Tab, KEPT, &text);
        location::reload();
    }

    /// Takes up what was kept for this load of the page.
    pub(super) fn retype(self) {
        let Some(text) = storage::get(Keep::Tab, KEPT) else {
            return;
        };
        storage::remove(Keep::Tab, KEPT);
        let kept = Document::parse(text.into_bytes());
        let Some(root) = kept.root() else { return };
        for entry in kept.children(root) {
            let parts: Vec<_> = kept.children(entry).collect();
            let number = |at: usize| kept.text(*parts.get(at)?).parse::<usize>().ok();
            let text = |at: usize| kept.string(*parts.get(at)?);
            let (Some(walkthrough), Some(step), Some(place), Some(typed)) =
                (number(0), number(1), text(2), text(3))
            else {
                continue;
            };
            if walkthrough < ALL.len() {
                self.whole_run(walkthrough)
                    .change(|run| run.retype(step, &place, typed));
            }
        }
    }
}
