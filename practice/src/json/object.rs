//! A JSON object.

use super::Value;
use std::ops::Index;

/// A JSON object. Its members are few, so they are looked for one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Object(Vec<(String, Value)>);

impl Object {
    pub(crate) const fn new() -> Self {
        Self(Vec::new())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|(key, _)| key == name)
    }

    pub(crate) fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Value> {
        Some(&self.0[self.place(name)?].1)
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let place = self.place(name)?;
        Some(&mut self.0[place].1)
    }

    /// Sets a member; a new one comes last.
    pub(crate) fn insert(&mut self, name: String, value: Value) {
        match self.get_mut(&name) {
            Some(old) => *old = value,
            None => self.0.push((name, value)),
        }
    }

    /// Returns a member, for changes; it is made where there is none.
    pub(super) fn at(&mut self, name: &str) -> &mut Value {
        let place = self.place(name).unwrap_or_else(|| {
            self.push(name.to_owned(), Value::Null);
            self.len() - 1
        });
        &mut self.0[place].1
    }

    /// Adds a member that is not there yet, without looking.
    pub(crate) fn push(&mut self, name: String, value: Value) {
        self.0.push((name, value));
    }

    /// Takes a member out; the others stay in their order.
    pub(crate) fn remove(&mut self, name: &str) -> Option<Value> {
        self.place(name).map(|place| self.0.remove(place).1)
    }

    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&str) -> bool) {
        self.0.retain(|(key, _)| keep(key));
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (&String, &Value)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&String, &mut Value)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    pub(crate) fn extend(&mut self, members: impl IntoIterator<Item = (String, Value)>) {
        members
            .into_iter()
            .for_each(|(name, value)| self.insert(name, value));
    }
}

impl IntoIterator for Object {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// The order of members means nothing when objects are compared.
impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len()
            && self
                .iter()
                .all(|(name, value)| other.get(name) == Some(value))
    }
}

impl FromIterator<(String, Value)> for Object {
    fn from_iter<T: IntoIterator<Item = (String, Value)>>(members: T) -> Self {
        let mut object = Self::new();
        object.extend(members);
        object
    }
}

impl Index<&str> for Object {
    type Output = Value;

    fn index(&self, name: &str) -> &Value {
        self.get(name).unwrap_or(&super::value::NULL)
    }
}
