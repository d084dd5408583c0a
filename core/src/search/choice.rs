//! The choice among results, moved by keys.

/// How many results a page of them is.
const PAGE: usize = 5;

/// Returns which of so many results is chosen after a key was pressed, by its name: arrows go around, pages end at the ends.
pub fn moved(chosen: usize, count: usize, key: &str) -> usize {
    let last = count.saturating_sub(1);
    match key {
        "ArrowDown" if chosen >= last => 0,
        "ArrowDown" => chosen + 1,
        "ArrowUp" if chosen == 0 => last,
        "ArrowUp" => chosen - 1,
        "PageDown" => last.min(chosen + PAGE),
        "PageUp" => chosen.saturating_sub(PAGE),
        _ => chosen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_move_the_choice() {
        for (chosen, count, key, next) in [
            (0, 3, "ArrowDown", 1),
            (2, 3, "ArrowDown", 0),
            (0, 3, "ArrowUp", 2),
            (2, 3, "ArrowUp", 1),
            (1, 20, "PageDown", 6),
            (17, 20, "PageDown", 19),
            (3, 20, "PageUp", 0),
            (4, 20, "x", 4),
            (0, 0, "ArrowDown", 0),
            (0, 0, "ArrowUp", 0),
            (0, 0, "PageDown", 0),
        ] {
            assert_eq!(
                moved(chosen, count, key),
                next,
                "{key} at {chosen} of {count}"
            );
        }
    }
}
