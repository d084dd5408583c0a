//! A JSON value.
//!
//! That of `serde_json` with its feature `preserve_order` is three times as large, and every place that hands one on copies
//! it: with it the page's practice download was a fifth larger.

use super::{Number, Object};
use std::ops::{Index, IndexMut};

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value {
    #[default]
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Self>),
    Object(Object),
}

pub(super) static NULL: Value = Value::Null;

impl Value {
    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub(crate) fn as_u64(&self) -> Option<u64> {
        match self {
            Self::Number(number) => crate::number::natural(number.as_str()),
            _ => None,
        }
    }

    pub(crate) fn as_array(&self) -> Option<&Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_array_mut(&mut self) -> Option<&mut Vec<Self>> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }

    pub(crate) fn as_object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn as_object_mut(&mut self) -> Option<&mut Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    pub(crate) fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    pub(crate) fn is_string(&self) -> bool {
        matches!(self, Self::String(_))
    }

    pub(crate) fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    /// Takes the value out and leaves null.
    pub(crate) fn take(&mut self) -> Self {
        std::mem::take(self)
    }

    /// Returns a member of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        self.as_object()?.get(name)
    }

    /// Returns a member of an object, for changes.
    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Object(object) => object.get_mut(name),
            _ => None,
        }
    }

    /// Returns an item of an array.
    pub(crate) fn item(&self, place: usize) -> Option<&Self> {
        self.as_array()?.get(place)
    }
}

impl Index<&str> for Value {
    type Output = Self;

    fn index(&self, name: &str) -> &Self {
        self.get(name).unwrap_or(&NULL)
    }
}

/// A member that is not there is made, and an object of what is none.
impl IndexMut<&str> for Value {
    fn index_mut(&mut self, name: &str) -> &mut Self {
        if !self.is_object() {
            *self = Self::Object(Object::new());
        }
        match self {
            Self::Object(object) => object.at(name),
            other => other,
        }
    }
}

impl Index<usize> for Value {
    type Output = Self;

    fn index(&self, place: usize) -> &Self {
        self.item(place).unwrap_or(&NULL)
    }
}

#[cfg(test)]
mod tests {
    use crate::json::{json, read};

    #[test]
    fn what_is_written_is_as_serde_json_writes_it() {
        for text in [
            r#"{"b":[1,-2.5e+3,true,false,null],"a":{},"c":[],"":"\"\\\/\b\f\n\r\t\u0001\u001fä😀\u007f"}"#,
            "[]",
            r#""""#,
        ] {
            let ours = read(text.as_bytes()).unwrap().to_string();
            let theirs: serde_json::Value = serde_json::from_str(text).unwrap();
            assert_eq!(ours, theirs.to_string());
        }
    }

    #[test]
    fn a_member_that_is_set_twice_keeps_its_place() {
        let mut value = json!({ "a": 1, "b": 2 });
        value["a"] = json!([]);
        value["c"]["d"] = true.into();
        assert_eq!(value.to_string(), r#"{"a":[],"b":2,"c":{"d":true}}"#);
        assert_eq!(value, json!({ "c": { "d": true }, "b": 2, "a": [] }));
        assert!(value["x"]["y"][0].is_null());
    }
}
