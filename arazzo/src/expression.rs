//! Arazzo's runtime expressions, as far as a walkthrough may use them.

use crate::fault::Faults;
use crate::yaml::{Position, Text};
use playground_core::walkthrough::Sent;

/// A runtime expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// `$statusCode`
    Status,
    /// `$inputs.name`
    Input(String),
    /// `$steps.step.outputs.name`
    Output { step: String, name: String },
    /// `$response.body#/pointer`
    Body(String),
    /// `$response.header.name`, the name in lower case
    Header(String),
    /// `$request.path.name`, `$request.query.name` or `$request.body#/pointer`
    Sent(Sent),
    /// `$position`, the page's own: where a criterion found the entry it looks for
    Position,
}

/// A piece of a text that may hold expressions as `{$…}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text as it stands.
    Text(String),
    /// An expression, and its place.
    Expression(Expression, Position),
    /// An expression that is written as a path, `{/$…}`, the page's own.
    Path(Expression, Position),
}

const EXPECTED: &str = "$statusCode, $inputs.name, $steps.id.outputs.name, $response.body#/pointer \
                        or $response.header.name";

/// Reads an expression; the error says what was expected.
pub(crate) fn parse(text: &str) -> Result<Expression, String> {
    if text == "$statusCode" {
        return Ok(Expression::Status);
    }
    if text == "$position" {
        return Ok(Expression::Position);
    }
    if let Some(name) = text.strip_prefix("$inputs.") {
        return named(name).map(Expression::Input);
    }
    if let Some(rest) = text.strip_prefix("$request.") {
        return sent(rest).map(Expression::Sent);
    }
    if text == "$response.body" {
        return Ok(Expression::Body(String::new()));
    }
    if let Some(pointer) = text.strip_prefix("$response.body#") {
        return self::pointer(pointer).map(Expression::Body);
    }
    if let Some(name) = text.strip_prefix("$response.header.") {
        return named(name).map(|name| Expression::Header(name.to_ascii_lowercase()));
    }
    let step = text
        .strip_prefix("$steps.")
        .and_then(|rest| rest.split_once(".outputs."));
    let Some((step, name)) = step else {
        return Err(EXPECTED.to_owned());
    };
    Ok(Expression::Output {
        step: named(step)?,
        name: named(name)?,
    })
}

/// Reads what follows `$request.`.
fn sent(text: &str) -> Result<Sent, String> {
    if let Some(name) = text.strip_prefix("path.") {
        return named(name).map(|name| Sent::Path(name.leak()));
    }
    if let Some(name) = text.strip_prefix("query.") {
        return named(name).map(|name| Sent::Query(name.leak()));
    }
    match text.strip_prefix("body#") {
        Some(pointer) => self::pointer(pointer).map(|pointer| Sent::Body(pointer.leak())),
        None => Err("$request.path.name, $request.query.name or $request.body#/pointer".to_owned()),
    }
}

/// Reads an expression that is a whole text.
pub(crate) fn whole(text: &Text, faults: &mut Faults) -> Option<Expression> {
    parse(&text.text)
        .map_err(|expected| faults.push(text.at, format!("\"{}\"", text.text), expected))
        .ok()
}

/// Splits a text into its expressions and what stands between them; `place` turns offsets into places.
///
/// The error is the place of the expression that cannot be read, and what was expected there.
pub(crate) fn pieces(
    text: &str,
    place: impl Fn(usize) -> Position,
) -> Result<Vec<Piece>, (Position, String)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(start) = next(text, at) {
        if start > at {
            pieces.push(Piece::Text(text[at..start].to_owned()));
        }
        let Some(end) = text[start..].find('}').map(|found| start + found) else {
            return Err((place(start), "a } after the expression".to_owned()));
        };
        let inside = &text[start + 1..end];
        let path = inside.strip_prefix('/');
        let expression =
            parse(path.unwrap_or(inside)).map_err(|expected| (place(start), expected))?;
        let piece = if path.is_some() {
            Piece::Path
        } else {
            Piece::Expression
        };
        pieces.push(piece(expression, place(start)));
        at = end + 1;
    }
    if at < text.len() {
        pieces.push(Piece::Text(text[at..].to_owned()));
    }
    Ok(pieces)
}

/// Finds the next expression from an offset on.
fn next(text: &str, from: usize) -> Option<usize> {
    let all = ["{$", "{/$"].into_iter();
    all.filter_map(|begin| text[from..].find(begin))
        .min()
        .map(|found| from + found)
}

/// Checks an id or the name of an input or output.
pub(crate) fn named(name: &str) -> Result<String, String> {
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    if name.is_empty() || !name.chars().all(allowed) {
        return Err(format!(
            "a name of letters, digits, - and _ in place of \"{name}\""
        ));
    }
    Ok(name.to_owned())
}

/// Checks a JSON Pointer.
pub(crate) fn pointer(text: &str) -> Result<String, String> {
    let escapes = text
        .split('~')
        .skip(1)
        .all(|rest| rest.starts_with(['0', '1']));
    if !(text.is_empty() || text.starts_with('/')) || !escapes {
        return Err("a JSON Pointer: a / before each part, ~0 for ~ and ~1 for /".to_owned());
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_supported_form_is_read() {
        let output = Expression::Output {
            step: "base-token".to_owned(),
            name: "access_token".to_owned(),
        };
        assert_eq!(parse("$statusCode"), Ok(Expression::Status));
        assert_eq!(parse("$response.body"), Ok(Expression::Body(String::new())));
        assert_eq!(parse("$position"), Ok(Expression::Position));
        assert_eq!(
            parse("$inputs.api_token"),
            Ok(Expression::Input("api_token".to_owned()))
        );
        assert_eq!(parse("$steps.base-token.outputs.access_token"), Ok(output));
        assert_eq!(
            parse("$response.body#/rows/0"),
            Ok(Expression::Body("/rows/0".to_owned()))
        );
        assert_eq!(
            parse("$response.body#"),
            Ok(Expression::Body(String::new()))
        );
        for (text, place) in [
            ("$request.path.base_name", Sent::Path("base_name")),
            ("$request.query.table_name", Sent::Query("table_name")),
            ("$request.body#/rows/0", Sent::Body("/rows/0")),
        ] {
            assert_eq!(parse(text), Ok(Expression::Sent(place)));
        }
        let header = Expression::Header("content-type".to_owned());
        assert_eq!(parse("$response.header.Content-Type"), Ok(header));
    }

    #[test]
    fn what_cannot_be_evaluated_is_refused() {
        for text in [
            "",
            "$",
            "$url",
            "$inputs.",
            "$inputs.a b",
            "$steps.a.output.b",
            "$steps..outputs.b",
            "$response.body#rows",
            "$request.body",
            "$request.header.authorization",
            "$request.path.",
            "$response.body#/a~2b",
            "$response.body#/a~",
            "$components.parameters.x",
        ] {
            assert!(parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn expressions_are_found_inside_a_text() {
        let place = |offset| Position {
            line: 1,
            column: offset + 1,
        };
        let input =
            |name: &str, at| Piece::Expression(Expression::Input(name.to_owned()), place(at));
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(
            pieces("Bearer {$inputs.a}{$inputs.b}.", place),
            Ok(vec![
                text("Bearer "),
                input("a", 7),
                input("b", 18),
                text(".")
            ])
        );
        assert_eq!(
            pieces("/x{/$inputs.a}", place),
            Ok(vec![
                text("/x"),
                Piece::Path(Expression::Input("a".to_owned()), place(2))
            ])
        );
        assert_eq!(pieces("{} and {a}", place), Ok(vec![text("{} and {a}")]));
        assert_eq!(pieces("x {$inputs.a", place).unwrap_err().0, place(2));
    }
}
