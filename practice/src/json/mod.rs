//! JSON: values, literals for the answers, and a reader.
//!
//! `serde_json` is as good natively. In the page's practice download its literals, its reader and its values weigh more than
//! all endpoints together; these are as small as they can be.

mod convert;
mod number;
mod object;
mod read;
mod value;
mod write;

pub(crate) use number::Number;
pub(crate) use object::Object;
pub(crate) use read::read;
pub(crate) use value::Value;

/// Writes a JSON value: members are literals, nested values, or expressions that are [`ToJson`].
macro_rules! json {
    (@member $object:ident ()) => {};
    (@member $object:ident ($key:literal : null $(, $($rest:tt)*)?)) => {
        $crate::json::insert(&mut $object, $key, $crate::json::Value::Null);
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
    (null) => { $crate::json::Value::Null };
    ({}) => { $crate::json::Value::Object($crate::Object::new()) };
    ({ $($members:tt)+ }) => {{
        let mut object = $crate::Object::new();
        $crate::json::json!(@member object ($($members)+));
        $crate::json::Value::Object(object)
    }};
    ([]) => { $crate::json::Value::Array(Vec::new()) };
    ([ $({ $($inner:tt)* }),+ $(,)? ]) => {
        $crate::json::Value::Array(vec![$($crate::json::json!({ $($inner)* })),+])
    };
    ([ $($item:expr),+ $(,)? ]) => {
        $crate::json::Value::Array(vec![$($crate::json::ToJson::to_json(&$item)),+])
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
        assert_eq!(ours.to_string(), theirs.to_string());
        assert_eq!(json!(7).to_string(), "7");
    }
}
