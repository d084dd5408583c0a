//! Words: how texts are taken apart into them, and what is left of one without its ending.

use super::synonyms;

/// A word in small letters, with what has to be known to compare it.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: String,
    /// The length of its stem.
    stem: usize,
    /// The groups of synonyms that it belongs to.
    pub(super) groups: u64,
}

impl Word {
    pub(super) fn new(text: String) -> Self {
        let (stem, groups) = (stem(&text).len(), synonyms::groups(&text));
        Self { text, stem, groups }
    }

    /// The word without its ending.
    pub(super) fn stem(&self) -> &str {
        self.text.get(..self.stem).unwrap_or_default()
    }
}

/// Words that say too little to be looked for.
const WEAK: [&str; 25] = [
    "a", "all", "an", "and", "are", "as", "at", "by", "do", "for", "from", "how", "i", "in", "is",
    "its", "of", "or", "s", "that", "the", "to", "what", "which", "with",
];

/// Whether a word says too little to be looked for.
pub(super) fn is_weak(word: &str) -> bool {
    WEAK.iter().any(|weak| weak.eq_ignore_ascii_case(word))
}

/// Takes a text apart: at all that is no letter or digit, and where a large letter begins a word, as in `listRows` and `querySQL`.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let (piece, after) = rest.split_at(end(rest));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// Where the first piece of a text ends.
fn end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_small = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let begins = |at: usize| {
        bytes.get(at).is_some_and(u8::is_ascii_uppercase)
            && at > 0
            && (is_small(at - 1) || is_small(at + 1) && !is_plural(bytes, at + 1))
    };
    let ends = |&(at, c): &(usize, char)| !c.is_alphanumeric() || begins(at);
    text.char_indices()
        .find(ends)
        .map_or(text.len(), |(at, _)| at)
}

/// Whether the small letter there is the `s` of several abbreviations, as in `APIs`.
fn is_plural(bytes: &[u8], at: usize) -> bool {
    bytes.get(at) == Some(&b's') && !bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric)
}

/// Endings that a word may have besides another, the longest first.
const ENDINGS: [&str; 7] = ["ies", "ing", "ed", "es", "e", "s", "y"];

/// Returns a word without its ending: `row` of `rows`, `delet` of `delete`, `deleted` and `deleting`.
pub(super) fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .filter(|_| !word.ends_with("ss"))
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|stem| stem.len() >= 3)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_apart() {
        for (text, words) in [
            ("Show a user's rows", "Show a user s rows"),
            ("listRows", "list Rows"),
            ("querySQL", "query SQL"),
            (
                "getOwnerOrTeamAIStatistics",
                "get Owner Or Team AI Statistics",
            ),
            ("row_id", "row id"),
            ("two-factor auth", "two factor auth"),
            ("2fa", "2fa"),
            ("APIs and Tokens", "APIs and Tokens"),
            ("  /ä/Öl  ", "ä Öl"),
            ("", ""),
        ] {
            let taken: Vec<&str> = pieces(text).collect();
            assert_eq!(taken.join(" "), words, "{text}");
        }
    }

    #[test]
    fn words_of_one_stem_have_the_same() {
        for words in [
            &["row", "rows"][..],
            &["delete", "deletes", "deleted", "deleting"],
            &["query", "queries"],
            &["share", "shared", "sharing"],
            &["link", "links", "linked"],
            &["day", "days"],
        ] {
            assert!(
                words.windows(2).all(|two| stem(two[0]) == stem(two[1])),
                "{words:?}"
            );
        }
        for (one, other) in [("data", "date"), ("access", "acces"), ("use", "us")] {
            assert_ne!(stem(one), stem(other));
        }
    }
}
