//! How the records of the model are packed: each field after the other.

use super::super::extras::{
    Choice, Compare, Extras, Lookup, Made, Only, RowField, Substitute, Variant, When,
};
use super::super::model::{
    Call, Criterion, Input, Note, Output, Preset, Reference, Step, Template, Walkthrough,
};
use super::{Packed, Packer, Unpacker};
use crate::catalogue::{Field, Operation};

macro_rules! record {
    ($type:ident { $($field:ident),+ }) => {
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                let Self { $($field),+ } = self;
                $($field.pack(to);)+
            }
            fn unpack(from: &mut Unpacker) -> Self {
                Self { $($field: Packed::unpack(from)),+ }
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
    lookup,
    outcome,
    acts_on,
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
    none,
    ask
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
record!(Lookup {
    operation,
    credential,
    presets,
    outcome
});
record!(Substitute { output, of });
record!(Compare {
    before,
    sent,
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

/// The only record that stands behind a reference by itself.
impl Packed for &'static Call {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }
    fn unpack(from: &mut Unpacker) -> Self {
        Box::leak(Box::new(Call::unpack(from)))
    }
}
