//! An example: JSON in the catalogue's files, a text that people read in the model.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use serde_json::Value;
use std::borrow::Cow;

type Example = Option<Cow<'static, str>>;

pub(super) fn serialize<S: Serializer>(example: &Example, to: S) -> Result<S::Ok, S::Error> {
    let text = example.as_deref().unwrap_or_default();
    let value: Value = serde_json::from_str(text).map_err(ser::Error::custom)?;
    value.serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Example, D::Error> {
    let value = Value::deserialize(from)?;
    let text = serde_json::to_string_pretty(&value).map_err(de::Error::custom)?;
    Ok(Some(text.into()))
}
