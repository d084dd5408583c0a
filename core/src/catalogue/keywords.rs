//! A schema in the keywords of OpenAPI, as the documents and the catalogue's files have it.

use super::{Further, Member, Schema, Shape};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::fmt;

/// A schema, nothing left to resolve. It has no titles, descriptions and examples.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Keywords {
    /// `type`
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<Type>,
    /// `format`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// `enum`
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Value>,
    /// `default`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<Value>,
    /// `minimum`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Number>,
    /// `maximum`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Number>,
    /// `minLength`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<usize>,
    /// `maxLength`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<usize>,
    /// `pattern`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// `nullable`
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nullable: bool,
    /// `required`
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
    /// `properties`, in the order of the document.
    #[serde(
        skip_serializing_if = "Vec::is_empty",
        serialize_with = "as_object",
        deserialize_with = "of_object"
    )]
    pub properties: Vec<(String, Self)>,
    /// `items`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<Box<Self>>,
    /// `oneOf`
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<Self>,
    /// `additionalProperties`
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<Additional>,
}

/// A type that a schema may declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Type {
    /// `string`
    String,
    /// `integer`
    Integer,
    /// `number`
    Number,
    /// `boolean`
    Boolean,
    /// `array`
    Array,
    /// `object`
    Object,
}

/// Members of an object beside those that are named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Additional {
    /// Whether there may be any.
    Allowed(bool),
    /// What they may be.
    Of(Box<Keywords>),
}

impl Type {
    /// Returns the type of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        serde_json::from_value(name.into()).ok()
    }
}

impl TryFrom<Keywords> for Schema {
    type Error = String;

    fn try_from(keywords: Keywords) -> Result<Self, String> {
        let Keywords {
            nullable, default, ..
        } = keywords;
        let format = keywords.format.clone().map(Cow::Owned);
        let pattern = keywords.pattern.clone().map(Cow::Owned);
        let shape = shape(Keywords {
            nullable: false,
            default: None,
            pattern: None,
            ..keywords
        })?;
        Ok(Self {
            format: format.filter(|_| !matches!(shape, Shape::File | Shape::Secret)),
            shape,
            nullable,
            default: default.map(|default| match default {
                Value::String(text) => text.into(),
                other => other.to_string().into(),
            }),
            pattern,
            hint: None,
            role: None,
        })
    }
}

/// Reads what makes the kind of a value. What is left over then has no meaning for that kind.
fn shape(mut keywords: Keywords) -> Result<Shape, String> {
    let kind = keywords.kind.take();
    let format = keywords.format.take();
    let shape = match (kind, format.as_deref()) {
        (None, None) if !keywords.one_of.is_empty() => {
            let kinds = std::mem::take(&mut keywords.one_of).into_iter();
            Shape::OneOf(kinds.map(Schema::try_from).collect::<Result<_, _>>()?)
        }
        (None, None) => Shape::Json,
        (Some(Type::String), Some("binary")) => Shape::File,
        (Some(Type::String), Some("password")) => Shape::Secret,
        (Some(Type::String), _) if !keywords.choices.is_empty() => {
            let choices = std::mem::take(&mut keywords.choices).into_iter();
            Shape::Choice(choices.map(text).collect::<Result<_, _>>()?)
        }
        (Some(Type::String), _) => Shape::Text {
            shortest: keywords.min_length.take(),
            longest: keywords.max_length.take(),
        },
        (Some(Type::Integer), _) => Shape::Integer {
            minimum: keywords.minimum.take().map(integer).transpose()?,
            maximum: keywords.maximum.take().map(integer).transpose()?,
            choices: std::mem::take(&mut keywords.choices)
                .into_iter()
                .map(|choice| choice.as_i64().ok_or_else(|| refused(&choice)))
                .collect::<Result<_, _>>()?,
        },
        (Some(Type::Number), _) => Shape::Number,
        (Some(Type::Boolean), _) => Shape::Boolean,
        (Some(Type::Array), _) => {
            let item = keywords.items.take().map(|item| Schema::try_from(*item));
            Shape::List(Box::new(
                item.transpose()?.unwrap_or_else(|| Shape::Json.into()),
            ))
        }
        (Some(Type::Object), _) => object(&mut keywords)?,
        (None, Some(format)) => return Err(format!("the format `{format}` without a type")),
    };
    if keywords == Keywords::default() {
        Ok(shape)
    } else {
        let rest = serde_json::to_string(&keywords).unwrap_or_default();
        Err(format!("{rest} has no meaning in this schema"))
    }
}

fn object(keywords: &mut Keywords) -> Result<Shape, String> {
    let required = std::mem::take(&mut keywords.required);
    let properties = std::mem::take(&mut keywords.properties);
    let unknown = |name: &&String| !properties.iter().any(|(known, _)| known == *name);
    if let Some(name) = required.iter().find(unknown) {
        return Err(format!("`{name}` is required and not described"));
    }
    let further = match keywords.additional_properties.take() {
        Some(Additional::Of(schema)) => Further::Of(Box::new(Schema::try_from(*schema)?)),
        Some(Additional::Allowed(true)) => Further::Any,
        // An object of which nothing is said is free.
        None if properties.is_empty() => Further::Any,
        None | Some(Additional::Allowed(false)) => Further::None,
    };
    let member = |(name, keywords): (String, Keywords)| {
        Ok(Member {
            required: required.contains(&name),
            name: name.into(),
            schema: Schema::try_from(keywords)?,
        })
    };
    Ok(Shape::Object {
        members: properties
            .into_iter()
            .map(member)
            .collect::<Result<_, String>>()?,
        further,
    })
}

fn integer(number: Number) -> Result<i64, String> {
    number.as_i64().ok_or_else(|| refused(&number.into()))
}

fn text(value: Value) -> Result<Cow<'static, str>, String> {
    match value {
        Value::String(text) => Ok(text.into()),
        other => Err(refused(&other)),
    }
}

fn refused(value: &Value) -> String {
    format!("{value} is no value of the declared type")
}

impl From<Schema> for Keywords {
    fn from(schema: Schema) -> Self {
        let is_text = matches!(schema.shape, Shape::Text { .. } | Shape::Choice(_));
        let default = schema
            .default
            .map(|text| match serde_json::from_str(&text) {
                Ok(value) if !is_text => value,
                _ => Value::String(text.into_owned()),
            });
        Self {
            default,
            nullable: schema.nullable,
            pattern: schema.pattern.map(Cow::into_owned),
            format: schema.format.map(Cow::into_owned).or(match schema.shape {
                Shape::File => Some("binary".to_owned()),
                Shape::Secret => Some("password".to_owned()),
                _ => None,
            }),
            ..of_shape(schema.shape)
        }
    }
}

fn of_shape(shape: Shape) -> Keywords {
    let of = |kind: Type| Keywords {
        kind: Some(kind),
        ..Keywords::default()
    };
    match shape {
        Shape::Text { shortest, longest } => Keywords {
            min_length: shortest,
            max_length: longest,
            ..of(Type::String)
        },
        Shape::Secret | Shape::File => of(Type::String),
        Shape::Choice(choices) => Keywords {
            choices: choices
                .iter()
                .map(|choice| choice.as_ref().into())
                .collect(),
            ..of(Type::String)
        },
        Shape::Integer {
            minimum,
            maximum,
            choices,
        } => Keywords {
            minimum: minimum.map(Number::from),
            maximum: maximum.map(Number::from),
            choices: choices.iter().map(|choice| (*choice).into()).collect(),
            ..of(Type::Integer)
        },
        Shape::Number => of(Type::Number),
        Shape::Boolean => of(Type::Boolean),
        Shape::List(item) => Keywords {
            items: Some(Box::new((*item).into())).filter(|item| **item != Keywords::default()),
            ..of(Type::Array)
        },
        Shape::Object { members, further } => Keywords {
            additional_properties: match further {
                Further::Of(schema) => Some(Additional::Of(Box::new((*schema).into()))),
                Further::Any if !members.is_empty() => Some(Additional::Allowed(true)),
                Further::None if members.is_empty() => Some(Additional::Allowed(false)),
                Further::Any | Further::None => None,
            },
            required: members
                .iter()
                .filter(|member| member.required)
                .map(|member| member.name.clone().into_owned())
                .collect(),
            properties: members
                .into_owned()
                .into_iter()
                .map(|member| (member.name.into_owned(), member.schema.into()))
                .collect(),
            ..of(Type::Object)
        },
        Shape::OneOf(kinds) => Keywords {
            one_of: kinds.into_owned().into_iter().map(Keywords::from).collect(),
            ..Keywords::default()
        },
        Shape::Json => Keywords::default(),
    }
}

fn as_object<S: Serializer>(
    properties: &[(String, Keywords)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(properties.iter().map(|(name, schema)| (name, schema)))
}

fn of_object<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, Keywords)>, D::Error> {
    struct Members;
    impl<'de> Visitor<'de> for Members {
        type Value = Vec<(String, Keywords)>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object of schemas")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some(member) = map.next_entry()? {
                members.push(member);
            }
            Ok(members)
        }
    }
    from.deserialize_map(Members)
}
