//! What a person does to fill a form in: which controls get which values, and which buttons are pressed for more of them.

use super::samples;
use playground_core::auth::TokenKind;
use playground_core::catalogue::{
    BodyKind, Field, FieldPath, Layout, Operation, Place, Role, Schema, Shape,
};
use playground_core::form::RequestForm;
use playground_core::json::quote;
use serde_json::{Value, json};

/// Has the shape of an API-Token and of an Account-Token.
const TOKEN: &str = "fake0000fake0000fake0000fake0000fake0000";
/// Of a Base-Token that may write.
const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjk5OTk5OTk5OTksImR0YWJsZV91dWlkIjoiNjUwZDhhMGQiLCJ1c2VybmFtZSI6IiIsInBlcm1pc3Npb24iOiJydyIsImFwcF9uYW1lIjoieCJ9.fake0000";
const MOMENT: (&str, &str) = ("2026-07-14T12:30:45", "+02:00");

/// What is done with a control.
pub(super) enum Act {
    /// It gets this value.
    Set(String, String),
    /// It is pressed.
    Press(String),
    /// A file of that name is chosen.
    Choose(String, &'static str),
}

impl Act {
    /// Returns it as the script takes it.
    pub(super) fn json(&self) -> Value {
        match self {
            Self::Set(id, value) => json!(["set", id, value]),
            Self::Press(id) => json!(["press", id]),
            Self::Choose(id, name) => json!(["choose", id, name]),
        }
    }
}

/// Returns the token that an operation gets.
fn token(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Base => JWT,
        _ => TOKEN,
    }
}

/// Lists what stands for the secrets of an operation in code: what its variable is named by, and the value.
pub(super) fn secrets(operation: &Operation) -> Vec<(String, String)> {
    let token = operation
        .token
        .map(|kind| (variable(kind.name()), token(kind).to_owned()));
    let mut all: Vec<_> = token.into_iter().collect();
    for field in operation.fields() {
        if field.is_all_secret() {
            let value = samples::of(field.schema).remove(0);
            let text = value.as_str().unwrap_or_default().to_owned();
            all.push((variable(field.name), text));
        }
    }
    all
}

/// Returns what the variable of a secret ends with in code.
fn variable(name: &str) -> String {
    name.to_uppercase().replace('-', "_")
}

/// Returns what is done to fill in the form of an operation with everything that it takes.
pub(super) fn of(operation: &'static Operation) -> Vec<Act> {
    let mut plan = Plan {
        form: RequestForm::with_parts(operation),
        acts: Vec::new(),
    };
    if let Some(kind) = operation.token {
        plan.acts
            .push(Act::Set("token".to_owned(), token(kind).to_owned()));
    }
    let is_json = operation
        .body
        .as_ref()
        .filter(|body| body.kind == BodyKind::Json);
    if let Some(body) = is_json {
        let value = samples::of(&body.schema).remove(0);
        let text = value.to_string();
        assert!(plan.form.spread(&FieldPath::body(), &body.schema, &text));
        plan.value(&FieldPath::body(), &body.schema, &value);
    }
    for field in operation.fields() {
        if field.place != Place::Body || is_json.is_none() {
            plan.field(field);
        }
    }
    plan.acts
}

struct Plan {
    /// Knows of which kind a value is, where there are several.
    form: RequestForm,
    acts: Vec<Act>,
}

impl Plan {
    fn set(&mut self, id: String, value: impl Into<String>) {
        self.acts.push(Act::Set(id, value.into()));
    }

    fn field(&mut self, field: Field<'static>) {
        let value = samples::of(field.schema).remove(0);
        match (&field.schema.shape, field.place) {
            (Shape::List(_), Place::Query) => {
                let items = value.as_array().unwrap().iter();
                let items: Vec<_> = items.map(|item| item.as_str().unwrap()).collect();
                self.set(self.id(&field.path()), items.join(","));
            }
            _ => self.value(&field.path(), field.schema, &value),
        }
    }

    fn value(&mut self, path: &FieldPath, schema: &Schema, value: &Value) {
        let id = self.id(path);
        let layout = match schema.layout(path.level()) {
            layout @ (Layout::Members(..) | Layout::Kinds(_)) => layout,
            // A body that is no object is written as JSON.
            _ if *path == FieldPath::body() => Layout::Json,
            layout => layout,
        };
        match layout {
            Layout::Control => self.control(id, schema, value),
            Layout::Scalars(kinds) => {
                let is_text = |kind: &&&Schema| matches!(kind.shape, Shape::Text { .. });
                let is_it = |kind: &&Schema| is_text(&kind) == value.is_string();
                let kind = kinds.iter().position(is_it).unwrap();
                self.set(format!("{id}-kind"), kind.to_string());
                self.set(id, plain(value));
            }
            Layout::Json => self.set(id, value.to_string()),
            Layout::Items(_) if has_editor(schema) => {
                self.acts.push(Act::Press(format!("{id}-as-json")));
                self.set(format!("{id}-json"), value.to_string());
            }
            Layout::Items(item) => {
                for (place, value) in value.as_array().unwrap().iter().enumerate() {
                    self.acts.push(Act::Press(format!("{id}-add")));
                    self.value(&path.member(&place.to_string()), item, value);
                }
            }
            Layout::Members(..) => self.members(path, schema, value),
            Layout::Kinds(kinds) => {
                let kind = self.form.kind(path, &kinds).unwrap();
                self.set(format!("{id}-kind"), kind.to_string());
                self.members(path, kinds[kind], value);
            }
        }
    }

    fn members(&mut self, path: &FieldPath, schema: &Schema, value: &Value) {
        let Shape::Object { members, further } = &schema.shape else {
            unreachable!("{schema:?}")
        };
        for (name, value) in value.as_object().unwrap() {
            let member = members.iter().find(|member| member.name == *name);
            let place = path.member(name);
            if let Some(member) = member {
                self.value(&place, &member.schema, value);
            } else if let playground_core::catalogue::Further::Of(schema) = further {
                let id = self.id(path);
                self.set(format!("{id}-new"), name);
                self.acts.push(Act::Press(format!("{id}-new-add")));
                self.value(&place, schema, value);
            }
        }
    }

    fn control(&mut self, id: String, schema: &Schema, value: &Value) {
        match &schema.shape {
            Shape::File => self.acts.push(Act::Choose(id, "a.txt")),
            Shape::Text { .. } if schema.format.as_deref() == Some("date-time") => {
                self.set(id.clone(), MOMENT.0);
                self.set(format!("{id}-zone"), MOMENT.1);
            }
            Shape::Choice(_) if value == "" => self.set(id, quote("")),
            _ => self.set(id, plain(value)),
        }
    }

    /// Returns the id of the control of a place, as the page gives it (`src/ui/form/parts/spot.rs`).
    fn id(&self, path: &FieldPath) -> String {
        let mut fields = self.form.operation.fields();
        let is_of =
            |field: Field<'_>| *path == field.path() || path.steps_below(&field.path()).is_some();
        let Some(place) = fields.position(is_of) else {
            return "body".to_owned();
        };
        let above = self.form.operation.field(place).unwrap().path();
        let steps = path.steps_below(&above).map(|steps| {
            let each = steps.chars().map(|c| match c {
                '/' => "-".to_owned(),
                c if c.is_ascii_alphanumeric() || c == '_' => c.to_string(),
                c => format!(".{:x}", u32::from(c)),
            });
            format!("-{}", each.collect::<String>())
        });
        format!("field-{place}{}", steps.unwrap_or_default())
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a list is edited as JSON, or by an editor of its own.
fn has_editor(schema: &Schema) -> bool {
    matches!(
        schema.role,
        Some(Role::ColumnsOfNewTable | Role::MoreColumns)
    )
}
