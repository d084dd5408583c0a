//! Merging the members of `allOf` into one schema.

use playground_core::catalogue::Keywords;

/// Merges two schemas that both hold: members and required names are united in order, a fact that
/// both state must be the same in both, and one that only one of them states stands.
///
/// # Errors
///
/// Says what the two disagree about.
pub(super) fn merge(first: Keywords, second: Keywords) -> Result<Keywords, String> {
    Ok(Keywords {
        kind: same("type", first.kind, second.kind)?,
        format: same("format", first.format, second.format)?,
        choices: same_list("enum", first.choices, second.choices)?,
        default: same("default", first.default, second.default)?,
        minimum: same("minimum", first.minimum, second.minimum)?,
        maximum: same("maximum", first.maximum, second.maximum)?,
        min_length: same("minLength", first.min_length, second.min_length)?,
        max_length: same("maxLength", first.max_length, second.max_length)?,
        pattern: same("pattern", first.pattern, second.pattern)?,
        nullable: first.nullable || second.nullable,
        required: union(first.required, second.required),
        properties: merge_properties(first.properties, second.properties)?,
        items: same("items", first.items, second.items)?,
        one_of: same_list("oneOf", first.one_of, second.one_of)?,
        additional_properties: same(
            "additionalProperties",
            first.additional_properties,
            second.additional_properties,
        )?,
    })
}

fn same<T: PartialEq>(
    name: &str,
    first: Option<T>,
    second: Option<T>,
) -> Result<Option<T>, String> {
    match (&first, &second) {
        (Some(a), Some(b)) if a != b => Err(disagreement(name)),
        _ => Ok(first.or(second)),
    }
}

fn same_list<T: PartialEq>(name: &str, first: Vec<T>, second: Vec<T>) -> Result<Vec<T>, String> {
    if first.is_empty() || second.is_empty() || first == second {
        return Ok(if first.is_empty() { second } else { first });
    }
    Err(disagreement(name))
}

fn disagreement(name: &str) -> String {
    format!("the members of allOf disagree about `{name}`")
}

fn union(mut first: Vec<String>, second: Vec<String>) -> Vec<String> {
    for name in second {
        if !first.contains(&name) {
            first.push(name);
        }
    }
    first
}

type Properties = Vec<(String, Keywords)>;

fn merge_properties(mut first: Properties, second: Properties) -> Result<Properties, String> {
    for (name, schema) in second {
        match first.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = merge(std::mem::take(known), schema)?,
            None => first.push((name, schema)),
        }
    }
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use playground_core::catalogue::Type;

    fn of_type(kind: Type) -> Keywords {
        Keywords {
            kind: Some(kind),
            ..Keywords::default()
        }
    }

    fn with(name: &str, member: Keywords) -> Keywords {
        Keywords {
            required: vec![name.to_owned()],
            properties: vec![(name.to_owned(), member)],
            ..of_type(Type::Object)
        }
    }

    #[test]
    fn members_and_required_names_are_united_in_order() {
        let merged = merge(
            with("b", of_type(Type::String)),
            with("a", of_type(Type::Integer)),
        );
        let merged = merged.unwrap();
        assert_eq!(merged.required, ["b", "a"]);
        let names: Vec<_> = merged
            .properties
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["b", "a"]);
    }

    #[test]
    fn a_member_of_both_is_merged_and_named_once() {
        let pattern = Keywords {
            pattern: Some("^a".to_owned()),
            ..Keywords::default()
        };
        let merged = merge(with("a", of_type(Type::String)), with("a", pattern)).unwrap();
        assert_eq!(merged.required, ["a"]);
        assert_eq!(merged.properties.len(), 1);
        assert_eq!(merged.properties[0].1.kind, Some(Type::String));
        assert_eq!(merged.properties[0].1.pattern.as_deref(), Some("^a"));
    }

    #[test]
    fn a_disagreement_is_named() {
        let error = merge(of_type(Type::String), of_type(Type::Object)).unwrap_err();
        assert_eq!(error, "the members of allOf disagree about `type`");
    }
}
