//! Links to filled forms.

use crate::catalogue::FieldPath;
use crate::form::{Ignored, LeftOut};

/// Says what a link does not contain; nothing if it contains everything.
pub fn left_out(left_out: &[(FieldPath, LeftOut)]) -> Option<String> {
    let of = |wanted: LeftOut| {
        let names = left_out.iter().filter(|(_, why)| *why == wanted);
        let names: Vec<_> = names.map(|(path, _)| name(path)).collect();
        (!names.is_empty()).then(|| names.join(", "))
    };
    let told = [
        of(LeftOut::Secret).map(|names| format!("Secrets aren't in the link: {names}.")),
        of(LeftOut::File).map(|names| format!("Files aren't in the link: {names}.")),
        of(LeftOut::TooLong).map(|names| format!("Too long for a link, so not in it: {names}.")),
    ];
    let told: Vec<_> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// Says which parts of a link are ignored, in one sentence; nothing if all of it was understood.
pub fn ignored(ignored: &[Ignored]) -> Option<String> {
    let name = |ignored: &Ignored| match ignored {
        Ignored::Unknown(name) => format!("“{name}” (no such field)"),
        Ignored::NotByLink(name) => format!("“{name}” (a link can't fill in secrets or files)"),
        Ignored::Malformed(name) => format!("“{name}” (not encoded correctly)"),
        Ignored::Twice(name) => format!("“{name}” (occurs twice)"),
    };
    let names: Vec<_> = ignored.iter().map(name).collect();
    (!names.is_empty()).then(|| format!("Parts of the link were ignored: {}.", names.join(", ")))
}

fn name(path: &FieldPath) -> String {
    match path.steps.as_ref() {
        "" => "the body".to_owned(),
        steps => steps.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_and_what_is_ignored_is_told_in_a_sentence_each() {
        let body = FieldPath::body;
        let told = left_out(&[
            (body().member("password"), LeftOut::Secret),
            (body().member("file"), LeftOut::File),
            (body(), LeftOut::TooLong),
            (body().member("token"), LeftOut::Secret),
        ]);
        let expected = "Secrets aren't in the link: password, token. Files aren't in the link: file. \
            Too long for a link, so not in it: the body.";
        assert_eq!(told.as_deref(), Some(expected));
        assert_eq!(left_out(&[]), None);
        let unknown = Ignored::Unknown("x".to_owned());
        let twice = Ignored::Twice("y".to_owned());
        let told = ignored(&[unknown, twice]);
        let expected = "Parts of the link were ignored: “x” (no such field), “y” (occurs twice).";
        assert_eq!(told.as_deref(), Some(expected));
        assert_eq!(ignored(&[]), None);
    }
}
