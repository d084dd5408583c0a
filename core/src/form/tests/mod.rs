mod form;
mod link;
mod parts;

use crate::auth::TokenKind;
use crate::catalogue::{
    Area, Body, BodyKind, FieldPath, Flags, Further, Harm, Member, Method, Operation, Parameter,
    Place, Shape,
};
use std::borrow::Cow;

/// An operation that asks for a table, and takes a file.
pub(crate) fn operation() -> &'static Operation {
    let parameter = |name: &'static str, required, shape: Shape| Parameter {
        name: name.into(),
        place: Place::Query,
        required,
        schema: shape.into(),
    };
    let file = Member {
        name: "file".into(),
        required: false,
        schema: Shape::File.into(),
    };
    let form = Shape::Object {
        members: vec![file].into(),
        further: Further::None,
    };
    Box::leak(Box::new(Operation {
        area: Area::Base,
        id: "test".into(),
        title: "".into(),
        group: "".into(),
        method: Method::Post,
        path: "/rows/".into(),
        fixed_query: "".into(),
        token: Some(TokenKind::Api),
        deprecated: false,
        harm: Harm::Reads,
        flags: Flags::default(),
        parameters: vec![
            parameter("table_name", true, Shape::TEXT),
            parameter("view_name", false, Shape::TEXT),
            parameter("limit", false, Shape::INTEGER),
        ]
        .into(),
        body: Some(Body {
            kind: BodyKind::Multipart,
            required: false,
            schema: form.into(),
        }),
        answers: Cow::Borrowed(&[]),
        gives: Cow::Borrowed(&[]),
    }))
}

pub(crate) fn query(name: &'static str) -> FieldPath {
    FieldPath {
        place: Place::Query,
        steps: name.into(),
    }
}

fn body(steps: &'static str) -> FieldPath {
    FieldPath {
        place: Place::Body,
        steps: steps.into(),
    }
}
