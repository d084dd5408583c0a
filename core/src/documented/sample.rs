//! A sample of a response, from what the documents say of it.

use crate::catalogue::{Documented, Further, Member, Schema, Shape};
use crate::json::quote;
use std::borrow::Cow;

/// How far what stands inside is moved in.
const INDENT: &str = "  ";

/// Returns a sample of a documented answer as JSON on several lines: the documents' own example, else one made from the schema. None
/// where they describe no JSON.
pub fn sample(documented: &Documented) -> Option<Cow<'_, str>> {
    match (&documented.example, &documented.schema) {
        (Some(example), _) => Some(Cow::Borrowed(example)),
        (None, Some(schema)) => Some(Cow::Owned(of_schema(schema))),
        (None, None) => None,
    }
}

/// Makes a value of a schema: with every member that it names, one entry in each list, and of several kinds the first.
pub fn of_schema(schema: &Schema) -> String {
    let mut out = String::new();
    let mut tasks = vec![Task::Value(schema, "")];
    let mut depth = 0;
    while let Some(task) = tasks.pop() {
        match task {
            Task::Value(schema, name) => value(schema, name, &mut out, &mut tasks),
            Task::Key(name) => out.extend([&quote(name), ": "]),
            Task::Text(text) => out.push_str(text),
            Task::Open(bracket) => {
                depth += 1;
                out.push_str(bracket);
                break_line(&mut out, depth);
            }
            Task::Next => {
                out.push(',');
                break_line(&mut out, depth);
            }
            Task::Close(bracket) => {
                depth -= 1;
                break_line(&mut out, depth);
                out.push_str(bracket);
            }
        }
    }
    out
}

/// What is still to be written.
enum Task<'a> {
    /// A value, and the name of the member that it is of.
    Value(&'a Schema, &'a str),
    Key(&'a str),
    Text(&'static str),
    Open(&'static str),
    Next,
    Close(&'static str),
}

fn break_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str(INDENT);
    }
}

/// Writes a value, or notes what is to be written of it, the last first.
fn value<'a>(schema: &'a Schema, name: &'a str, out: &mut String, tasks: &mut Vec<Task<'a>>) {
    match &schema.shape {
        Shape::Text { shortest, longest } => {
            out.push_str(&quote(&text(schema, *shortest, *longest)));
        }
        Shape::Secret => out.push_str("\"…\""),
        Shape::File => out.push_str("\"file\""),
        Shape::Choice(choices) => {
            let telling = choices.iter().find(|choice| !choice.is_empty());
            out.push_str(&quote(telling.map_or("", |choice| choice)));
        }
        Shape::Integer {
            minimum, choices, ..
        } => out.push_str(&integer(*minimum, choices).to_string()),
        Shape::Number => out.push_str("1.5"),
        Shape::Boolean => out.push_str("true"),
        Shape::OneOf(kinds) => match kinds.first() {
            Some(kind) => tasks.push(Task::Value(kind, name)),
            None => out.push_str("{}"),
        },
        Shape::Json => out.push_str("{}"),
        Shape::List(item) => {
            tasks.extend([Task::Close("]"), Task::Value(item, name), Task::Open("[")]);
        }
        Shape::Object { members, further } => object(members, further, tasks),
    }
}

fn object<'a>(members: &'a [Member], further: &'a Further, tasks: &mut Vec<Task<'a>>) {
    let named = members.iter().map(|m| (m.name.as_ref(), &m.schema));
    let more = match further {
        Further::Of(schema) => Some(("name", schema.as_ref())),
        Further::None | Further::Any => None,
    };
    let all: Vec<_> = named.chain(more).collect();
    if all.is_empty() {
        return tasks.push(Task::Text("{}"));
    }
    tasks.push(Task::Close("}"));
    for (place, (name, schema)) in all.into_iter().enumerate().rev() {
        tasks.extend([Task::Value(schema, name), Task::Key(name)]);
        if place > 0 {
            tasks.push(Task::Next);
        }
    }
    tasks.push(Task::Open("{"));
}

fn integer(minimum: Option<i64>, choices: &[i64]) -> i64 {
    choices.first().copied().or(minimum).unwrap_or(1)
}

/// Returns a text of the format, or one that is long enough.
fn text(schema: &Schema, shortest: Option<usize>, longest: Option<usize>) -> String {
    let known = match (schema.format.as_deref(), schema.pattern.as_deref()) {
        (Some("date-time"), _) => "2026-07-14T12:30:45+02:00",
        (Some("date"), _) => "2026-07-14",
        (Some("email"), _) => "me@example.com",
        (Some("uuid"), _) => "650d8a0d-7e27-46a8-8b18-6cc6f3db2057",
        // The ids of tables and of rows: a pattern is never compiled, but these two are SeaTable's.
        (_, Some(pattern)) if pattern.ends_with("{4}$") => "0000",
        (_, Some(pattern)) if pattern.ends_with("{22}$") => "Ab_9-xAb_9-xAb_9-xAb_9",
        _ => "text",
    };
    let length = shortest.unwrap_or_default();
    let mut text = known.repeat(length.div_ceil(known.len()).max(1));
    text.truncate(longest.unwrap_or(usize::MAX).min(known.len().max(length)));
    text
}
