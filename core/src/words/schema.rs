//! What a value may be, in a few words.

use crate::catalogue::{Further, Schema, Shape};

/// Says what kind of value it is: `list of texts`, `integer, 1 to 1000`, `text or null`.
pub fn kind(schema: &Schema) -> String {
    let kind = match &schema.shape {
        Shape::Integer {
            minimum,
            maximum,
            choices,
        } if choices.is_empty() => bounded(*minimum, *maximum),
        Shape::Integer { choices, .. } => {
            let choices: Vec<_> = choices.iter().map(ToString::to_string).collect();
            ["one of ", &choices.join(", ")].concat()
        }
        Shape::Choice(choices) => one_of(choices),
        Shape::List(item) => match plural(item) {
            Some(plural) => ["list of ", plural].concat(),
            None => "list".to_owned(),
        },
        Shape::Text { .. } => schema.format.as_deref().unwrap_or("text").to_owned(),
        shape => simple(shape).to_owned(),
    };
    if schema.nullable {
        kind + " or null"
    } else {
        kind
    }
}

fn simple(shape: &Shape) -> &'static str {
    match shape {
        Shape::Secret => "secret text",
        Shape::Number => "number",
        Shape::Boolean => "true or false",
        Shape::File => "file",
        Shape::Object { .. } => "object",
        Shape::OneOf(_) => "one of several kinds",
        Shape::Json => "any JSON",
        _ => "value",
    }
}

/// Names several values of a kind.
fn plural(schema: &Schema) -> Option<&'static str> {
    Some(match &schema.shape {
        Shape::Text { .. } | Shape::Choice(_) => "texts",
        Shape::Integer { .. } => "integers",
        Shape::Number => "numbers",
        Shape::Boolean => "booleans",
        Shape::File => "files",
        Shape::List(_) => "lists",
        Shape::Object { .. } => "objects",
        Shape::Secret | Shape::OneOf(_) | Shape::Json => return None,
    })
}

fn bounded(minimum: Option<i64>, maximum: Option<i64>) -> String {
    match (minimum, maximum) {
        (Some(least), Some(most)) => format!("integer, {least} to {most}"),
        (Some(least), None) => format!("integer, at least {least}"),
        (None, Some(most)) => format!("integer, at most {most}"),
        (None, None) => "integer".to_owned(),
    }
}

/// Lists the allowed texts; an empty one is named.
fn one_of(choices: &[std::borrow::Cow<'static, str>]) -> String {
    let named = choices.iter().map(|choice| match choice.as_ref() {
        "" => "an empty text",
        choice => choice,
    });
    let named: Vec<_> = named.collect();
    ["one of ", &named.join(", ")].concat()
}

/// Says what is known of an object whose members aren't named.
pub fn unnamed(further: &Further) -> &'static str {
    match further {
        Further::Of(_) => "The names of its members are data.",
        Further::None | Further::Any => "The documents don’t name its members.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_said_in_a_few_words() {
        let list = |shape| Shape::List(Box::new(Schema::from(shape)));
        let bounded = |minimum, maximum| Shape::Integer {
            minimum,
            maximum,
            choices: [].as_slice().into(),
        };
        let choices = vec!["".into(), "r".into()];
        for (shape, kind) in [
            (Shape::TEXT, "text"),
            (bounded(Some(1), Some(9)), "integer, 1 to 9"),
            (bounded(Some(1), None), "integer, at least 1"),
            (Shape::Choice(choices.into()), "one of an empty text, r"),
            (list(Shape::TEXT), "list of texts"),
            (list(list(Shape::Json)), "list of lists"),
            (list(Shape::Json), "list"),
            (Shape::Json, "any JSON"),
        ] {
            assert_eq!(super::kind(&shape.into()), kind);
        }
        let nullable = Schema {
            nullable: true,
            ..Schema::from(Shape::Number)
        };
        assert_eq!(super::kind(&nullable), "number or null");
    }
}
