//! The places of a request where a value stands, and the operation as a form lists them.

use super::{Body, Further, Operation, Place, Role, Schema, Shape};
use crate::json::pointer;
use crate::packed::Packed;
use std::borrow::Cow;

/// A place in the form of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Packed)]
pub struct FieldPath {
    /// The part of the request.
    pub place: Place,
    /// Of a parameter its name. In a body the way down from its root: `rows/0/Name`, with `~0` for a tilde and `~1` for a slash as in
    /// a JSON Pointer; empty for the body itself.
    pub steps: Cow<'static, str>,
}

/// A field at the top level of an operation's form: a parameter, a member of the body, or a body that has no known members.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'a> {
    /// The name as it is sent; `body` for a body that is one field.
    pub name: &'a str,
    /// Where the value goes.
    pub place: Place,
    /// Whether this is the body itself.
    pub is_whole: bool,
    /// Whether the operation cannot be sent without it.
    pub required: bool,
    /// What the value may be.
    pub schema: &'a Schema,
}

static TEXT: Shape = Shape::TEXT;
static JSON: Shape = Shape::Json;

impl<'a> Field<'a> {
    /// Returns its place in the form.
    pub fn path(&self) -> FieldPath {
        match self.place {
            Place::Body if self.is_whole => FieldPath::body(),
            Place::Body => FieldPath::body().member(self.name),
            place => FieldPath {
                place,
                steps: self.name.to_owned().into(),
            },
        }
    }

    /// Returns the kind of the text that stands in the field: an address and a header take plain text, and a body of one field
    /// is written as JSON.
    pub fn shape(&self) -> &'a Shape {
        match &self.schema.shape {
            _ if self.is_whole => &JSON,
            shape if shape.is_json() && self.place != Place::Body => &TEXT,
            shape => shape,
        }
    }

    /// Whether its value is for this.
    pub fn has(&self, role: Role) -> bool {
        self.schema.role == Some(role)
    }

    /// Whether it takes an id or a login: no character that nobody sees belongs to it.
    pub fn is_identifier(&self) -> bool {
        self.schema.role.is_some_and(Role::is_identifier)
    }

    /// Whether it takes any text.
    pub fn is_text(&self) -> bool {
        matches!(self.shape(), Shape::Text { .. })
    }

    /// Whether it takes a text that must not be shown or kept.
    pub fn is_secret(&self) -> bool {
        matches!(self.shape(), Shape::Secret)
    }

    /// Whether a secret can stand in it or in a part of it: a password, a code, or the link that is the credential of an upload. Such a
    /// text is neither shown outside its field nor kept.
    pub fn holds_secret(&self) -> bool {
        self.schema.has_secret() || self.has(Role::OneTimeCode) || self.has(Role::UploadLink)
    }

    /// Whether what it takes is a secret as a whole: a password, a code, an upload link.
    pub fn is_all_secret(&self) -> bool {
        self.holds_secret() && !self.is_json()
    }

    /// Whether it takes JSON.
    pub fn is_json(&self) -> bool {
        self.shape().is_json()
    }
}

impl FieldPath {
    /// The body itself.
    pub fn body() -> Self {
        Self {
            place: Place::Body,
            steps: "".into(),
        }
    }

    /// Returns the steps that lead to this place from one above it; `None` if it is not above.
    pub fn steps_below(&self, above: &Self) -> Option<&str> {
        if self.place != Place::Body || above.place != Place::Body {
            return None;
        }
        let steps = match above.steps.as_ref() {
            "" => Some(self.steps.as_ref()),
            above => self.steps.strip_prefix(above)?.strip_prefix('/'),
        };
        steps.filter(|steps| !steps.is_empty())
    }

    /// Returns how many steps lead down to this place from the root of the body.
    pub fn level(&self) -> usize {
        match self.steps.as_ref() {
            "" => 0,
            steps => steps.split('/').count(),
        }
    }

    /// Returns the last step of the way, as a name: that of a member, or the number of an item.
    pub fn name(&self) -> String {
        pointer::unescaped(self.steps.rsplit('/').next().unwrap_or_default())
    }

    /// Returns the place of a member of what stands here.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        let name = pointer::escaped(name);
        let steps = match self.steps.as_ref() {
            "" => name,
            steps => [steps, "/", &name].concat(),
        };
        Self {
            place: self.place,
            steps: steps.into(),
        }
    }
}

impl Operation {
    /// Returns how many fields the top level of the form has.
    pub fn field_count(&self) -> usize {
        let members = |body: &Body| body.members().map_or(1, <[_]>::len);
        self.parameters.len() + self.body.as_ref().map_or(0, members)
    }

    /// Returns a field of the top level by its place.
    pub fn field(&self, place: usize) -> Option<Field<'_>> {
        if let Some(parameter) = self.parameters.get(place) {
            return Some(Field {
                name: &parameter.name,
                place: parameter.place,
                is_whole: false,
                required: parameter.required,
                schema: &parameter.schema,
            });
        }
        let body = self.body.as_ref()?;
        let place = place - self.parameters.len();
        let Some(members) = body.members() else {
            return (place == 0).then_some(Field {
                name: "body",
                place: Place::Body,
                is_whole: true,
                required: body.required,
                schema: &body.schema,
            });
        };
        members.get(place).map(|member| Field {
            name: &member.name,
            place: Place::Body,
            is_whole: false,
            required: member.required,
            schema: &member.schema,
        })
    }

    /// Returns the field of the top level that stands at a place.
    pub fn field_at(&self, path: &FieldPath) -> Option<Field<'_>> {
        self.fields().find(|field| field.path() == *path)
    }

    /// Returns the top level of the form: the parameters, then the members of the body, or the body as one.
    pub fn fields(&self) -> impl Iterator<Item = Field<'_>> {
        (0..self.field_count()).filter_map(|place| self.field(place))
    }

    /// Returns the field whose value is for something.
    pub fn field_for(&self, role: Role) -> Option<Field<'_>> {
        self.fields().find(|field| field.has(role))
    }

    /// Returns what may stand at a place; `None` if nothing is declared for it. Of several kinds of a value, the first counts that
    /// knows the place.
    pub fn schema_at(&self, path: &FieldPath) -> Option<&Schema> {
        if path.place != Place::Body {
            let mut parameters = self.parameters.iter();
            let is_it = |parameter: &&super::Parameter| {
                parameter.place == path.place && parameter.name == path.steps
            };
            return parameters.find(is_it).map(|parameter| &parameter.schema);
        }
        let body = &self.body.as_ref()?.schema;
        match path.steps.as_ref() {
            "" => Some(body),
            steps => body.at(steps),
        }
    }
}

impl Schema {
    /// Returns what may stand at some steps below this.
    pub(crate) fn at(&self, steps: &str) -> Option<&Self> {
        let (step, rest) = match steps.split_once('/') {
            Some((step, rest)) => (step, Some(rest)),
            None => (steps, None),
        };
        let below = match &self.shape {
            Shape::List(item) => step.parse::<usize>().ok().map(|_| item.as_ref())?,
            Shape::Object { members, further } => {
                let name = pointer::unescaped(step);
                let named = members.iter().find(|member| member.name == name);
                match (named, further) {
                    (Some(member), _) => &member.schema,
                    (None, Further::Of(schema)) => schema,
                    (None, Further::None | Further::Any) => return None,
                }
            }
            Shape::OneOf(kinds) => return kinds.iter().find_map(|kind| kind.at(steps)),
            _ => return None,
        };
        match rest {
            Some(rest) => below.at(rest),
            None => Some(below),
        }
    }
}
