//! Path keys: the query string that one of them carries, their parameters, and their shapes.

use playground_core::catalogue::{Parameter, Place};

/// Splits a path key into the path and the fixed query string after its question mark.
pub(super) fn split_query(key: &str) -> (&str, Option<&str>) {
    key.split_once('?')
        .map_or((key, None), |(path, query)| (path, Some(query)))
}

/// Returns the names between braces. They need not be legal identifiers.
pub(super) fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
}

/// Returns the path with the names of its parameters left out: two paths of one shape match the
/// same addresses.
pub(super) fn shape(path: &str) -> String {
    let mut parts = path.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape.push_str("{}");
        shape.push_str(part.split_once('}').map_or(part, |(_, after)| after));
    }
    shape
}

/// Checks that a path and its parameters belong together: each name between braces has its
/// required parameter, and each path parameter its place.
///
/// # Errors
///
/// Names the first that is left over.
pub(super) fn check_parameters(path: &str, parameters: &[Parameter]) -> Result<(), String> {
    let of_path = |parameter: &&Parameter| parameter.place == Place::Path;
    for name in placeholders(path) {
        let declared = parameters
            .iter()
            .filter(of_path)
            .find(|parameter| parameter.name == name);
        if !declared.is_some_and(|parameter| parameter.required) {
            return Err(format!("`{{{name}}}` has no required path parameter"));
        }
    }
    let placed = |parameter: &&Parameter| placeholders(path).any(|name| name == parameter.name);
    match parameters
        .iter()
        .filter(of_path)
        .find(|parameter| !placed(parameter))
    {
        Some(parameter) => Err(format!("`{}` has no place in `{path}`", parameter.name)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use playground_core::catalogue::Shape;

    fn parameter(name: &str, required: bool) -> Parameter {
        Parameter {
            name: name.to_owned().into(),
            place: Place::Path,
            required,
            schema: Shape::TEXT.into(),
        }
    }

    #[test]
    fn a_query_string_is_split_off() {
        assert_eq!(
            split_query("/up/{link}?json=1"),
            ("/up/{link}", Some("json=1"))
        );
        assert_eq!(split_query("/up/{link}/"), ("/up/{link}/", None));
    }

    #[test]
    fn a_name_need_not_be_an_identifier() {
        let names: Vec<_> = placeholders("/a/{3rd_party}/b/{c-d}/").collect();
        assert_eq!(names, ["3rd_party", "c-d"]);
    }

    #[test]
    fn paths_that_differ_in_names_only_have_one_shape() {
        assert_eq!(shape("/a/{parent_id}/b/"), "/a/{}/b/");
        assert_eq!(shape("/a/{parent_id}/b/"), shape("/a/{id}/b/"));
        assert_ne!(shape("/a/{id}/b/"), shape("/a/{id}/c/"));
    }

    #[test]
    fn a_name_without_a_required_parameter_is_refused() {
        let error = check_parameters("/a/{b}/", &[]).unwrap_err();
        assert_eq!(error, "`{b}` has no required path parameter");
        assert!(check_parameters("/a/{b}/", &[parameter("b", false)]).is_err());
        assert_eq!(check_parameters("/a/{b}/", &[parameter("b", true)]), Ok(()));
    }

    #[test]
    fn a_parameter_without_a_place_is_refused() {
        let error = check_parameters("/a/", &[parameter("b", true)]).unwrap_err();
        assert_eq!(error, "`b` has no place in `/a/`");
    }
}
