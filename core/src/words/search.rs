//! What the search says.

use crate::search::Results;

/// Says how many results there are.
pub fn count(results: &Results) -> String {
    match (results.best.len(), results.all) {
        (_, 0) => String::new(),
        (_, 1) => "1 result".to_owned(),
        (shown, all) if shown < all => format!("The best {shown} of {all} results"),
        (_, all) => format!("{all} results"),
    }
}

/// Says that nothing matches.
pub fn none(text: &str) -> String {
    format!("No operation or walkthrough matches “{}”.", text.trim())
}

/// The room that a path has in a list, in letters.
const ROOM: usize = 20;

/// Shortens a path to its end, which says more than its beginning.
pub fn path(path: &str) -> String {
    let too_long = path.len().saturating_sub(ROOM);
    let inner = path.trim_end_matches('/');
    let mut slashes = inner.match_indices('/').map(|(at, _)| at);
    let from = slashes.clone().find(|&at| at >= too_long);
    let from = from.or_else(|| slashes.next_back());
    match from.filter(|_| too_long > 0) {
        Some(at) => ["…", &path[at..]].concat(),
        None => path.to_owned(),
    }
}

/// Names the switch that pins an operation.
pub fn pin(title: &str) -> String {
    format!("Pin “{title}”")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_path_keeps_its_end() {
        for (long, short) in [
            ("/api2/account/info/", "/api2/account/info/"),
            (
                "/api-gateway/api/v2/dtables/{base_uuid}/rows/",
                "…/{base_uuid}/rows/",
            ),
            (
                "/api/v2.1/dtable/a-segment-that-is-longer-than-all-room/",
                "…/a-segment-that-is-longer-than-all-room/",
            ),
            ("", ""),
        ] {
            assert_eq!(path(long), short);
        }
    }
}
