//! Items of a list, and members whose names are data.

use super::{below, first_step};
use crate::catalogue::{FieldPath, Member};
use crate::form::{Entry, RequestForm};

impl RequestForm {
    /// Returns how many items a list has in the form.
    pub fn item_count(&self, list: &FieldPath) -> usize {
        let steps = self.below(list);
        let places = steps
            .into_iter()
            .filter_map(|steps| steps.split('/').next()?.parse().ok());
        places.max().map_or(0, |last: usize| last + 1)
    }

    /// Puts an item with nothing in it after the others.
    pub fn add_item(&mut self, list: &FieldPath) {
        let place = self.item_count(list).to_string();
        self.put(list.member(&place), Entry::Text(String::new()));
    }

    /// Takes an item out.
    pub fn remove_item(&mut self, list: &FieldPath, place: usize) {
        self.renumber(list, |other| match other {
            other if other > place => Some(other - 1),
            other => Some(other).filter(|other| *other != place),
        });
    }

    /// Has two items change places.
    pub fn swap_items(&mut self, list: &FieldPath, one: usize, other: usize) {
        self.renumber(list, |place| {
            Some(match place {
                place if place == one => other,
                place if place == other => one,
                place => place,
            })
        });
    }

    fn renumber(&mut self, list: &FieldPath, number: impl Fn(usize) -> Option<usize>) {
        self.take_over(list);
        self.typed.replace_paths(|path| {
            let Some((step, rest)) = first_step(path, list) else {
                return Some(path.clone());
            };
            match step.parse() {
                Ok(place) => Some(below(list, &number(place)?.to_string(), rest)),
                Err(_) => Some(path.clone()),
            }
        });
    }

    /// Lists the names of the members that are not among those that are known, in the order in which they came.
    pub fn further_names(&self, object: &FieldPath, known: &[Member]) -> Vec<String> {
        let mut names = Vec::new();
        let places = self.typed.iter().chain(self.defaults.iter());
        let places = places.filter(|filled| self.at(&filled.path).is_some());
        for (name, _) in places.filter_map(|filled| first_step(&filled.path, object)) {
            if !names.contains(&name) && known.iter().all(|member| member.name != name) {
                names.push(name);
            }
        }
        names
    }

    /// Adds a member of a name that no other has. Returns whether it is there now.
    pub fn add_member(&mut self, object: &FieldPath, name: &str, known: &[Member]) -> bool {
        let is_free = self.is_free(object, name, known);
        if is_free {
            self.put(object.member(name), Entry::Text(String::new()));
        }
        is_free
    }

    /// Gives a member a name that no other has. Returns whether it has it now.
    pub fn rename_member(
        &mut self,
        object: &FieldPath,
        name: &str,
        new: &str,
        known: &[Member],
    ) -> bool {
        let is_free = self.is_free(object, new, known);
        if is_free {
            self.take_over(object);
            self.typed.replace_paths(|path| {
                let renamed = first_step(path, object).filter(|(step, _)| step == name);
                Some(renamed.map_or_else(|| path.clone(), |(_, rest)| below(object, new, rest)))
            });
        }
        is_free
    }

    /// Takes out a member, with all that is in it.
    pub fn remove_member(&mut self, object: &FieldPath, name: &str) {
        self.take_over(object);
        self.typed.clear_all(&object.member(name));
    }

    fn is_free(&self, object: &FieldPath, name: &str, known: &[Member]) -> bool {
        !name.is_empty()
            && known.iter().all(|member| member.name != name)
            && !self
                .further_names(object, known)
                .iter()
                .any(|other| other == name)
    }
}
