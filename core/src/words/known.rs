//! Words for what responses returned.

use crate::known::{Kind, Offer};

/// Names a kind of thing with its article.
pub fn one(kind: Kind) -> String {
    let noun = super::kind::one(kind);
    let has_vowel = noun.starts_with(['a', 'e', 'i', 'o', 'A']) || kind == Kind::UploadLink;
    let article = if has_vowel { "an " } else { "a " };
    [article, noun].concat()
}

/// Says which response returned something, and how long ago.
pub fn from(operation: &str, seconds: u64) -> String {
    [operation, ", ", &ago(seconds)].concat()
}

fn ago(seconds: u64) -> String {
    match seconds / 60 {
        0 => "just now".to_owned(),
        minutes @ 1..60 => format!("{minutes} min ago"),
        minutes => format!("{} h ago", minutes / 60),
    }
}

/// Says where a token was entered that no response gave.
pub fn entered_for(place: &str) -> String {
    format!("entered for “{place}”")
}

/// Names what fits a field, as its list does: by its value where it has no name.
pub fn name(offer: &Offer) -> String {
    if offer.name.trim().is_empty() {
        return match &offer.value {
            crate::known::Value::Plain(text) => text.clone(),
            crate::known::Value::Secret(_) => one(offer.kind),
        };
    }
    offer.name.clone()
}

/// Says where something else is than what the form is about.
pub fn elsewhere(place: &str) -> String {
    ["in ", place].concat()
}

/// Says that only the first things of a long response are here.
pub fn cut(kept: usize, of: usize) -> String {
    format!("The first {kept} of {of} in the last response. You can type any other.")
}

/// Leads back to a form.
pub fn back(operation: &str) -> String {
    ["Back to ", operation].concat()
}

/// Leads back to a form, with something for it.
pub fn back_with(operation: &str, name: &str) -> String {
    ["Back to ", operation, ", with ", name].concat()
}

/// Says that something is taken from a list of what is known.
pub fn choose(kind: Kind) -> String {
    ["Choose ", &one(kind)].concat()
}

/// Says what was chosen, to a screen reader.
pub fn chosen(name: &str) -> String {
    ["Chosen: ", name, "."].concat()
}

/// Says how many things there are to choose from.
pub fn found(count: usize) -> String {
    match count {
        0 => "Nothing of that name.".to_owned(),
        1 => "1 to choose.".to_owned(),
        count => format!("{count} to choose from."),
    }
}
