//! What becomes a JSON value, and what one is compared with.

use super::{Number, Object, Value};

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Value {
    fn from(items: Vec<T>) -> Self {
        items.into_iter().collect()
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<T: Into<Self>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut array = Vec::new();
        // There are dozens of these loops: what they do to an item stands in one place.
        items
            .into_iter()
            .for_each(|item| push(&mut array, item.into()));
        Self::Array(array)
    }
}

#[inline(never)]
fn push(array: &mut Vec<Value>, item: Value) {
    array.push(item);
}

macro_rules! whole {
    ($($type:ty),*) => {
        $(impl From<$type> for Value {
            fn from(number: $type) -> Self {
                Self::Number(Number::whole(number as i64))
            }
        })*
    };
}
whole!(i32, i64, u8, u16, u32, u64, usize);

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Number::float(number).map_or(Self::Null, Self::Number)
    }
}

impl PartialEq<str> for Value {
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, text: &&str) -> bool {
        self.as_str() == Some(*text)
    }
}

impl PartialEq<bool> for Value {
    fn eq(&self, flag: &bool) -> bool {
        self.as_bool() == Some(*flag)
    }
}

#[cfg(test)]
impl PartialEq<i32> for Value {
    fn eq(&self, number: &i32) -> bool {
        crate::number::float(self) == Some(f64::from(*number))
    }
}

#[cfg(test)]
impl PartialEq<f64> for Value {
    fn eq(&self, number: &f64) -> bool {
        crate::number::float(self) == Some(*number)
    }
}
