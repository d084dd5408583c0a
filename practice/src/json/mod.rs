//! JSON: literals for the answers, and a reader.
//!
//! `serde_json::json!` serialises each member and unwraps the result. That is as good natively, but
//! takes a third of the page's practice download; these conversions cannot fail and stay small.

mod read;

pub(crate) use read::read;

use crate::Object;
use serde_json::Value;

/// Writes a JSON value: members are literals, nested values, or expressions that are [`ToJson`].
macro_rules! json {
    (@member $object:ident ()) => {};
    (@member $object:ident ($key:literal : null $(, $($rest:tt)*)?)) => {
        $crate::json::insert(&mut $object, $key, serde_json::Value::Null);
        $crate::json::json!(@member $object ($($($rest)*)?));
    };
    (@member $object:ident ($key:literal : { $($inner:tt)* } $(, $($rest:tt)*)?)) => {
        $crate::json::insert(&mut $object, $key, $crate::json::json!({ $($inner)* }));
        $crate::json::json!(@member $object ($($($rest)*)?));
    };
    (@member $object:ident ($key:literal : [ $($inner:tt)* ] $(, $($rest:tt)*)?)) => {
        $crate::json::insert(&mut $object, $key, $crate::json::json!([ $($inner)* ]));
        $crate::json::json!(@member $object ($($($rest)*)?));
    };
    (@member $object:ident ($key:literal : $value:expr $(, $($rest:tt)*)?)) => {
        $crate::json::insert(&mut $object, $key, $crate::json::ToJson::to_json(&$value));
        $crate::json::json!(@member $object ($($($rest)*)?));
    };
    ({}) => { serde_json::Value::Object($crate::Object::new()) };
    ({ $($members:tt)+ }) => {{
        let mut object = $crate::Object::new();
        $crate::json::json!(@member object ($($members)+));
        serde_json::Value::Object(object)
    }};
    ([]) => { serde_json::Value::Array(Vec::new()) };
    ([ $({ $($inner:tt)* }),+ $(,)? ]) => {
        serde_json::Value::Array(vec![$($crate::json::json!({ $($inner)* })),+])
    };
    ([ $($item:expr),+ $(,)? ]) => {
        serde_json::Value::Array(vec![$($crate::json::ToJson::to_json(&$item)),+])
    };
    ($value:expr) => { $crate::json::ToJson::to_json(&$value) };
}
pub(crate) use json;

/// Sets a member. Kept out of line: there are hundreds of calls.
#[inline(never)]
pub(crate) fn insert(object: &mut Object, key: &str, value: Value) {
    object.insert(key.to_owned(), value);
}

/// What can be written as JSON without failing.
pub(crate) trait ToJson {
    /// Writes it.
    fn to_json(&self) -> Value;
}

macro_rules! plain {
    ($($type:ty),*) => {
        $(impl ToJson for $type {
            fn to_json(&self) -> Value {
                Value::from(*self)
            }
        })*
    };
}
plain!(bool, f64, i32, i64, u8, u32, u64, usize);

impl ToJson for str {
    #[inline(never)]
    fn to_json(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl ToJson for String {
    fn to_json(&self) -> Value {
        self.as_str().to_json()
    }
}

impl ToJson for Value {
    fn to_json(&self) -> Value {
        self.clone()
    }
}

impl ToJson for Object {
    fn to_json(&self) -> Value {
        Value::Object(self.clone())
    }
}

impl<T: ToJson + ?Sized> ToJson for &T {
    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_json)
    }
}

impl<T: ToJson> ToJson for [T] {
    fn to_json(&self) -> Value {
        Value::Array(self.iter().map(T::to_json).collect())
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        self.as_slice().to_json()
    }
}

#[cfg(test)]
mod tests {

    #[test]
    fn the_literals_are_those_of_serde_json() {
        let (name, none) = ("x", None::<u64>);
        let ours = json!({ "a": [], "b": [1, 2], "c": { "d": null, "e": none }, "f": name,
            "g": [{ "h": 1.5 }, {}], "i": {} });
        let theirs = serde_json::json!({ "a": [], "b": [1, 2], "c": { "d": null, "e": none },
            "f": name, "g": [{ "h": 1.5 }, {}], "i": {} });
        assert_eq!(ours, theirs);
        assert_eq!(json!(7), serde_json::json!(7));
    }
}
