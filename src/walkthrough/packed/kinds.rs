//! How the enums of the model are packed: the number of the variant, then what it holds.

use super::super::extras::{Label, Thing};
use super::super::model::{Action, Comparison, Form, Operand, Part, Pick, Sent, Test};
use super::{Packed, Packer, Unpacker};
use crate::auth::TokenKind;
use crate::catalogue::{Area, BodyKind, FieldKind, Method, Place};

/// Enums whose variants hold nothing.
macro_rules! names {
    ($type:ident { $first:ident $(, $variant:ident)+ }) => {
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                // Exhaustive, so that none is forgotten here.
                let number = match self {
                    Self::$first => Self::$first as usize,
                    $(Self::$variant => Self::$variant as usize),+
                };
                number.pack(to);
            }
            fn unpack(from: &mut Unpacker) -> Self {
                let number = usize::unpack(from);
                $(if number == Self::$variant as usize {
                    return Self::$variant;
                })+
                Self::$first
            }
        }
    };
}

names!(Area {
    Authentication,
    Base,
    File,
    User,
    TeamAdmin,
    SystemAdmin,
    Scheduler
});
names!(BodyKind {
    None,
    Json,
    Form,
    Multipart
});
names!(Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual
});
names!(Form {
    Plain,
    Json,
    InString,
    Path,
    Address,
    Name
});
names!(Method {
    Get,
    Post,
    Put,
    Delete
});
names!(Place {
    Path,
    Query,
    Header,
    Body,
    WholeBody
});
names!(Thing {
    Row,
    Column,
    File,
    Token,
    Table,
    Base,
    User
});
names!(TokenKind {
    Account,
    Api,
    Base,
    Scheduler
});

/// Enums whose variants hold something. Each has its number here; a number that none has stands for the last.
macro_rules! variants {
    ($type:ident { $($number:literal $variant:ident { $($member:tt: $name:ident),* },)+ _ $last:ident { $($at:tt: $called:ident),* } }) => {
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                match self {
                    $(Self::$variant { $($member: $name),* } => {
                        to.number($number);
                        $($name.pack(to);)*
                    })+
                    Self::$last { $($at: $called),* } => {
                        to.number(0x7f);
                        $($called.pack(to);)*
                    }
                }
            }
            fn unpack(from: &mut Unpacker) -> Self {
                match from.number() {
                    $($number => Self::$variant { $($member: Packed::unpack(from)),* },)+
                    _ => Self::$last { $($at: Packed::unpack(from)),* },
                }
            }
        }
    };
}

variants!(Action {
    0 Send { 0: call },
    _ Provide { 0: inputs }
});
variants!(Part {
    0 Literal { 0: text },
    1 Value { from: from, form: form },
    2 Answer { pointer: pointer, form: form },
    3 Sent { place: place, form: form },
    _ Position {}
});
variants!(Sent {
    0 Path { 0: name },
    1 Query { 0: name },
    _ Body { 0: pointer }
});
variants!(Label {
    0 At { 0: pointer },
    _ Named { 0: reference }
});
variants!(Pick {
    0 Body { 0: pointer },
    1 Sent { 0: place },
    _ Header { 0: name }
});
variants!(Test {
    0 Compare { 0: left, 1: comparison, 2: right },
    1 Contains { pointer: pointer, key: key, equals: equals },
    2 Cell { column: column, file: file },
    3 All { 0: tests },
    _ Any { 0: tests }
});
variants!(Operand {
    0 Status {},
    1 Body { 0: pointer },
    2 Header { 0: name },
    3 Value { 0: reference },
    4 Text { 0: text },
    5 Number { 0: text },
    6 Boolean { 0: value },
    _ Null {}
});
variants!(FieldKind {
    0 Password {},
    1 Integer { minimum: minimum, maximum: maximum },
    2 Number {},
    3 Boolean {},
    4 Choice { 0: choices },
    5 Json {},
    6 File {},
    _ Text {}
});
