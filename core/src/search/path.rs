//! Paths as people type and paste them, with values or names in their variable parts, held against those of operations.

/// Returns the path in what was typed: without the server before it and the query after it.
pub(super) fn in_address(typed: &str) -> &str {
    let path = match typed.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("", |at| &rest[at..]),
        None => typed,
    };
    path.split(['?', '#']).next().unwrap_or_default()
}

/// How well an operation's path agrees with one that was typed; zero where it does not.
pub(super) fn agreement(typed: &str, path: &str) -> u16 {
    let total = segments(path).count();
    let count = segments(typed).count();
    let places = (0..=total).take_while(|place| place + count <= total);
    let agreeing = places.map(|place| agreement_at(typed, path, place, total - count));
    agreeing.max().unwrap_or_default()
}

/// What each segment takes off that the typed path has no counterpart for.
const REST: u16 = 15;

/// How well the typed path agrees with a path from one of its segments on; `rest` of them have no counterpart.
fn agreement_at(typed: &str, path: &str, place: usize, rest: usize) -> u16 {
    let mut points: u16 = 0;
    let mut pairs = segments(typed).zip(segments(path).skip(place)).peekable();
    while let Some((typed_segment, segment)) = pairs.next() {
        let is_unfinished = pairs.peek().is_none() && !typed.ends_with('/');
        points += if typed_segment.eq_ignore_ascii_case(segment) {
            20
        } else if segment.starts_with('{') {
            1
        } else if is_unfinished && begins(segment, typed_segment) {
            10
        } else {
            return 0;
        };
    }
    if points < 10 {
        // Variable parts alone agree with anything.
        return 0;
    }
    let from_start = if place == 0 { 300 } else { 100 };
    let without = REST * u16::try_from(rest).unwrap_or(u16::MAX / REST);
    (from_start + 500 + points).saturating_sub(without)
}

fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

fn begins(word: &str, beginning: &str) -> bool {
    let head = word.as_bytes().get(..beginning.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(beginning.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "/api-gateway/api/v2/dtables/{base_uuid}/rows/";
    const ROW: &str = "/api-gateway/api/v2/dtables/{base_uuid}/rows/{row_id}/";

    #[test]
    fn an_address_has_a_path() {
        for (typed, path) in [
            (
                "https://cloud.seatable.io/api2/account/info/?a=1",
                "/api2/account/info/",
            ),
            ("/rows/#x", "/rows/"),
            ("https://cloud.seatable.io", ""),
        ] {
            assert_eq!(in_address(typed), path);
        }
    }

    #[test]
    fn the_nearest_path_agrees_best() {
        for (typed, nearer, farther) in [
            (ROWS, ROWS, ROW),
            (ROW, ROW, ROWS),
            ("/rows", ROWS, ROW),
            ("/api-gateway/api/v2/dtables/7f7dc9c7/rows/abc/", ROW, ROWS),
            ("/api2/account", "/api2/account/info/", "/x/api2/account/"),
            (
                "/v2.1/groups/5/members",
                "/api/v2.1/groups/{group_id}/members/",
                "/api/v2.1/groups/{group_id}/{x}/",
            ),
        ] {
            assert!(
                agreement(typed, nearer) > agreement(typed, farther),
                "{typed}"
            );
        }
        assert_eq!(agreement("/nowhere", ROWS), 0);
        assert_eq!(agreement("/ro/", ROWS), 0);
        assert_eq!(agreement("/anything", "/{one}/"), 0);
    }
}
