//! What is done to several places of a form at once: items and members come, go and move, and JSON becomes fields.

mod kinds;
mod lists;
mod spread;

use super::{Entry, Filled, RequestForm, Source};
use crate::catalogue::FieldPath;
use crate::json::pointer::unescaped;

impl RequestForm {
    /// Makes all that stands at a place and below it the person's, so that it can be moved.
    fn take_over(&mut self, path: &FieldPath) {
        let is_here = |place: &FieldPath| place == path || place.steps_below(path).is_some();
        let given = self.defaults.iter().map(|filled| &filled.path);
        let given: Vec<_> = given.filter(|place| is_here(place)).cloned().collect();
        for place in &given {
            let entry = self.at(place).map(|filled| filled.entry.clone());
            if let Some(entry) = entry {
                self.put(place.clone(), entry);
            }
        }
        if !given.is_empty() && self.typed.at(path).is_none() {
            // It stands over what was filled in below it.
            self.put(path.clone(), Entry::Text(String::new()));
        }
    }

    fn put(&mut self, path: FieldPath, entry: Entry) {
        self.typed.fill(Filled {
            path,
            entry,
            source: Source::Person,
        });
    }
}

/// Splits the way from a place down to one below it into the first step, as a name, and what follows with its slash.
fn first_step<'a>(path: &'a FieldPath, above: &FieldPath) -> Option<(String, &'a str)> {
    let steps = path.steps_below(above)?;
    let (step, rest) = steps.split_at(steps.find('/').unwrap_or(steps.len()));
    Some((unescaped(step), rest))
}

/// Returns a place below another one: the member or item of a name, and what follows with its slash.
fn below(above: &FieldPath, name: &str, rest: &str) -> FieldPath {
    let mut path = above.member(name);
    path.steps.to_mut().push_str(rest);
    path
}
