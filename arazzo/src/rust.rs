//! The page's types, written down as Rust constants.

use crate::auth::TokenKind;
use crate::catalogue::{Area, BodyKind, Field, FieldKind, Method, Operation, Place};
use crate::extras::{
    Choice, Compare, Extras, Label, Made, Only, RowField, Substitute, Thing, Variant, When,
};
use crate::model::{
    Action, Call, Comparison, Criterion, Form, Input, Note, Operand, Output, Part, Pick, Preset,
    Reference, Sent, Step, Template, Test, Walkthrough,
};
use std::borrow::Cow;

/// Writes the walkthroughs as one expression of type `&'static [Walkthrough]`, for a scope with all names of the model.
pub fn write(walkthroughs: &[Walkthrough]) -> String {
    walkthroughs.rust()
}

/// Something that can be written down as a constant.
trait Rust {
    /// The name of the type.
    fn name() -> String;
    /// The expression.
    fn rust(&self) -> String;
}

macro_rules! record {
    ($type:ident { $($field:ident),+ }) => {
        impl Rust for $type {
            fn name() -> String {
                stringify!($type).to_owned()
            }
            fn rust(&self) -> String {
                let Self { $($field),+ } = self;
                let members = [$(format!("{}: {}", stringify!($field), $field.rust())),+];
                format!("{} {{ {} }}", stringify!($type), members.join(", "))
            }
        }
    };
}

record!(Walkthrough {
    id,
    title,
    summary,
    steps
});
record!(Step {
    id,
    title,
    prose,
    notes,
    action
});
record!(Note { title, prose });
record!(Input {
    name,
    title,
    hint,
    token,
    secret,
    required,
    default
});
record!(Call {
    operation,
    credential,
    presets,
    criteria,
    outputs,
    extras
});
record!(Extras {
    variants,
    choices,
    row,
    made,
    outcome,
    instead_of,
    substitutes,
    compare
});
record!(Variant { when, presets });
record!(When { value, is });
record!(Choice {
    title,
    list,
    index,
    label,
    only,
    none
});
record!(Only { member, is });
record!(RowField {
    field,
    pointer,
    columns,
    current,
    keep
});
record!(Made {
    what,
    when,
    name,
    each,
    same,
    operation,
    credential,
    presets
});
record!(Substitute { output, of });
record!(Compare {
    before,
    after,
    columns
});
record!(Reference { step, value });
record!(Preset { field, template });
record!(Template { parts });
record!(Criterion { text, test });
record!(Output {
    name,
    pick,
    token,
    secret,
    required
});
record!(Operation {
    area,
    id,
    method,
    path,
    fixed_query,
    token,
    body,
    fields
});
record!(Field {
    name,
    place,
    required,
    kind,
    default
});

/// Enums without fields: their `Debug` is the name of the variant.
macro_rules! names {
    ($($type:ident),+) => {
        $(impl Rust for $type {
            fn name() -> String {
                stringify!($type).to_owned()
            }
            fn rust(&self) -> String {
                format!("{}::{self:?}", stringify!($type))
            }
        })+
    };
}

names!(
    Area, BodyKind, Comparison, Form, Method, Place, Thing, TokenKind
);

/// Values whose `Debug` is Rust.
macro_rules! plain {
    ($($type:ty),+) => {
        $(impl Rust for $type {
            fn name() -> String {
                stringify!($type).to_owned()
            }
            fn rust(&self) -> String {
                format!("{self:?}")
            }
        })+
    };
}

plain!(bool, usize, i64);

impl Rust for &'static str {
    fn name() -> String {
        "&str".to_owned()
    }
    fn rust(&self) -> String {
        format!("{self:?}")
    }
}

impl Rust for Cow<'static, str> {
    fn name() -> String {
        "Cow<'static, str>".to_owned()
    }
    fn rust(&self) -> String {
        format!("Cow::Borrowed({self:?})")
    }
}

impl<T: Rust> Rust for Option<T> {
    fn name() -> String {
        format!("Option<{}>", T::name())
    }
    fn rust(&self) -> String {
        self.as_ref()
            .map_or("None".to_owned(), |value| format!("Some({})", value.rust()))
    }
}

impl<A: Rust, B: Rust> Rust for (A, B) {
    fn name() -> String {
        format!("({}, {})", A::name(), B::name())
    }
    fn rust(&self) -> String {
        format!("({}, {})", self.0.rust(), self.1.rust())
    }
}

/// Everything behind a reference becomes a constant of its own, so that it lives as long as the program wherever it stands.
fn constant(name: &str, value: &str) -> String {
    format!("{{ const IT: &{name} = &{value}; IT }}")
}

impl<T: Rust> Rust for [T] {
    fn name() -> String {
        format!("[{}]", T::name())
    }
    fn rust(&self) -> String {
        let items: Vec<String> = self.iter().map(Rust::rust).collect();
        constant(&Self::name(), &format!("[{}]", items.join(", ")))
    }
}

impl<T: Rust> Rust for &'static [T] {
    fn name() -> String {
        format!("&[{}]", T::name())
    }
    fn rust(&self) -> String {
        (**self).rust()
    }
}

impl<T: Rust + Clone> Rust for Cow<'static, [T]> {
    fn name() -> String {
        format!("Cow<'static, [{}]>", T::name())
    }
    fn rust(&self) -> String {
        format!("Cow::Borrowed({})", (**self).rust())
    }
}

/// Enums with fields in their variants.
macro_rules! variants {
    ($type:ident, $self:ident => $body:expr) => {
        impl Rust for $type {
            fn name() -> String {
                stringify!($type).to_owned()
            }
            fn rust(&self) -> String {
                let $self = self;
                format!("{}::{}", stringify!($type), $body)
            }
        }
    };
}

variants!(Action, action => match action {
    Action::Provide(inputs) => format!("Provide({})", inputs.rust()),
    Action::Send(call) => format!("Send({})", constant(&Call::name(), &call.rust())),
});

variants!(Part, part => match part {
    Part::Literal(text) => format!("Literal({})", text.rust()),
    Part::Value { from, form } => {
        format!("Value {{ from: {}, form: {} }}", from.rust(), form.rust())
    }
    Part::Answer { pointer, form } => {
        format!("Answer {{ pointer: {}, form: {} }}", pointer.rust(), form.rust())
    }
    Part::Sent { place, form } => {
        format!("Sent {{ place: {}, form: {} }}", place.rust(), form.rust())
    }
    Part::Position => "Position".to_owned(),
});

variants!(Sent, sent => match sent {
    Sent::Path(name) => format!("Path({})", name.rust()),
    Sent::Query(name) => format!("Query({})", name.rust()),
    Sent::Body(pointer) => format!("Body({})", pointer.rust()),
});

variants!(Label, label => match label {
    Label::At(pointer) => format!("At({})", pointer.rust()),
    Label::Named(from) => format!("Named({})", from.rust()),
});

variants!(Pick, pick => match pick {
    Pick::Body(pointer) => format!("Body({})", pointer.rust()),
    Pick::Header(name) => format!("Header({})", name.rust()),
    Pick::Sent(place) => format!("Sent({})", place.rust()),
});

variants!(Test, test => match test {
    Test::Compare(left, comparison, right) => {
        format!("Compare({}, {}, {})", left.rust(), comparison.rust(), right.rust())
    }
    Test::All(tests) => format!("All({})", tests.rust()),
    Test::Any(tests) => format!("Any({})", tests.rust()),
    Test::Contains { pointer, key, equals } => format!(
        "Contains {{ pointer: {}, key: {}, equals: {} }}",
        pointer.rust(),
        key.rust(),
        equals.rust()
    ),
    Test::Cell { column, file } => {
        format!("Cell {{ column: {}, file: {} }}", column.rust(), file.rust())
    }
});

variants!(Operand, operand => match operand {
    Operand::Status => "Status".to_owned(),
    Operand::Body(pointer) => format!("Body({})", pointer.rust()),
    Operand::Header(name) => format!("Header({})", name.rust()),
    Operand::Value(reference) => format!("Value({})", reference.rust()),
    Operand::Text(text) => format!("Text({})", text.rust()),
    Operand::Number(text) => format!("Number({})", text.rust()),
    Operand::Boolean(value) => format!("Boolean({})", value.rust()),
    Operand::Null => "Null".to_owned(),
});

variants!(FieldKind, kind => match kind {
    FieldKind::Text => "Text".to_owned(),
    FieldKind::Password => "Password".to_owned(),
    FieldKind::Integer { minimum, maximum } => {
        format!("Integer {{ minimum: {}, maximum: {} }}", minimum.rust(), maximum.rust())
    }
    FieldKind::Number => "Number".to_owned(),
    FieldKind::Boolean => "Boolean".to_owned(),
    FieldKind::Choice(choices) => format!("Choice({})", choices.rust()),
    FieldKind::Json => "Json".to_owned(),
    FieldKind::File => "File".to_owned(),
});
