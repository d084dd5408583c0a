//! What a scalar means, given the type that its schema declares.

use super::yaml::Node;
use playground_core::catalogue::Type;
use serde_json::{Number, Value};

/// Returns the value of a scalar, or nothing where it is none of that type.
///
/// - Where a string is declared the text stands as written: `true`, `null`, `0000` and
///   `2021-08-01` are strings there, quotes or not.
/// - Where no type is declared, YAML 1.2's core schema decides, except that a number must print as
///   it was written: `0000` is an identifier.
/// - An empty scalar without quotes is no value at all.
pub(super) fn value(node: Node<'_>, declared: Option<Type>) -> Option<Value> {
    let text = node.text().ok().filter(|_| !node.is_empty())?;
    match declared {
        Some(Type::String) => Some(text.into()),
        Some(Type::Integer) if node.is_plain() => integer(text).map(Value::Number),
        Some(Type::Number) if node.is_plain() => number(text).map(Value::Number),
        Some(Type::Boolean) if node.is_plain() => boolean(text).map(Value::Bool),
        Some(_) => None,
        None if node.is_plain() => Some(core(text)),
        None => Some(text.into()),
    }
}

/// Returns the number that a text writes, if it is written the way the number prints.
pub(super) fn number(text: &str) -> Option<Number> {
    let fraction = || text.parse().ok().and_then(Number::from_f64);
    integer(text).or_else(|| fraction().filter(|number| number.to_string() == text))
}

fn integer(text: &str) -> Option<Number> {
    let integer = text.parse::<i64>().ok()?;
    (integer.to_string() == text).then(|| integer.into())
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

fn core(text: &str) -> Value {
    if let "~" | "null" | "Null" | "NULL" = text {
        return Value::Null;
    }
    boolean(text)
        .map(Value::Bool)
        .or_else(|| number(text).map(Value::Number))
        .unwrap_or_else(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::yaml::Yaml;
    use serde_json::json;

    fn read(text: &str, declared: Option<Type>) -> Option<Value> {
        value(Yaml::parse(text).unwrap().root(), declared)
    }

    #[test]
    fn a_declared_string_stands_as_written() {
        for text in ["0000", "true", "null", "no", "2021-08-01", "1e3", "~"] {
            assert_eq!(read(text, Some(Type::String)), Some(json!(text)));
        }
    }

    #[test]
    fn a_number_that_would_print_otherwise_stays_text() {
        assert_eq!(read("0000", None), Some(json!("0000")));
        assert_eq!(read("0x1F", None), Some(json!("0x1F")));
        assert_eq!(read("0", None), Some(json!(0)));
        assert_eq!(read("-2.5", None), Some(json!(-2.5)));
        assert_eq!(read("0000", Some(Type::Integer)), None);
    }

    #[test]
    fn a_timestamp_stays_text() {
        assert_eq!(read("2021-08-01", None), Some(json!("2021-08-01")));
        assert_eq!(
            read("2021-08-01T10:00:00Z", None),
            Some(json!("2021-08-01T10:00:00Z"))
        );
    }

    #[test]
    fn only_the_words_of_yaml_1_2_are_booleans_and_null() {
        for text in ["yes", "no", "on", "off", "y", "n"] {
            assert_eq!(read(text, None), Some(json!(text)));
        }
        assert_eq!(read("False", None), Some(json!(false)));
        assert_eq!(read("~", None), Some(Value::Null));
        assert_eq!(read("'true'", None), Some(json!("true")));
    }

    #[test]
    fn a_value_of_another_type_is_none() {
        assert_eq!(read("'1'", Some(Type::Integer)), None);
        assert_eq!(read("1.5", Some(Type::Integer)), None);
        assert_eq!(read("1.5", Some(Type::Number)), Some(json!(1.5)));
        assert_eq!(read("yes", Some(Type::Boolean)), None);
        assert_eq!(read("text", Some(Type::Object)), None);
        assert_eq!(read("[a]", None), None);
    }

    #[test]
    fn a_colour_without_quotes_is_no_value() {
        assert_eq!(read("a: #F4667C", None), None);
        assert_eq!(read("[''] ", None), None);
        let yaml = Yaml::parse("a: #F4667C\nb: ''").unwrap();
        assert_eq!(
            value(yaml.root().need("a").unwrap(), Some(Type::String)),
            None
        );
        assert_eq!(
            value(yaml.root().need("b").unwrap(), Some(Type::String)),
            Some(json!(""))
        );
    }
}
