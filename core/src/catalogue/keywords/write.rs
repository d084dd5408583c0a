//! From a schema to the keywords of OpenAPI.

use super::{Additional, Keywords, Type};
use crate::catalogue::{Further, Schema, Shape};
use serde_json::{Number, Value};
use std::borrow::Cow;

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
