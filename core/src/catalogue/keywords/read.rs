//! From the keywords of OpenAPI to a schema.

use super::{Additional, Keywords, Type};
use crate::catalogue::{Further, Member, Schema, Shape};
use serde_json::{Number, Value};
use std::borrow::Cow;

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
    format!("{value} isn't a value of the declared type")
}
