//! The address of a request: server, path and query.

use super::Draft;
use super::value::{self, Filled};
use crate::auth::Secret;
use crate::catalogue::Place;
use crate::http::{Text, Writing, encode, pasted};

/// Writes the address of a request.
pub(super) fn of(draft: &Draft<'_>, entries: &[Filled<'_>]) -> Text {
    // A token goes to the chosen server alone, whatever stands in a field.
    let mut links = entries.iter().filter(|_| draft.operation.token.is_none());
    let base = links.find_map(|filled| {
        let text = value::entered(filled.entry)?;
        let base = pasted::base_of_link(&filled.field, text, draft.server)?;
        Some((base, filled.field.name))
    });
    let (base, link) = base.unwrap_or((draft.server.origin(), ""));
    let mut url = Text::from(base);
    if base.ends_with('/') {
        push_path(&mut url, &["{", link, "}"].concat(), draft, entries);
    } else {
        push_path(&mut url, &draft.operation.path, draft, entries);
    }
    let mut separator = "?";
    if !draft.operation.fixed_query.is_empty() {
        url.push(separator);
        url.push(&draft.operation.fixed_query);
        separator = "&";
    }
    let in_query = |filled: &&Filled<'_>| filled.field.place == Place::Query;
    for filled in entries.iter().filter(in_query) {
        let mut name = String::from(separator);
        encode::query(&mut name, filled.field.name);
        name.push('=');
        url.push(&name);
        url.append(filled.value(Writing::Query));
        separator = "&";
    }
    url
}

fn push_path(url: &mut Text, template: &str, draft: &Draft<'_>, entries: &[Filled<'_>]) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        url.push(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let mut given = entries
            .iter()
            .filter(|filled| filled.field.place == Place::Path);
        match given.find(|filled| filled.field.name == name) {
            Some(filled) => url.append(filled.value(Writing::Segment)),
            None => push_missing(url, name, draft),
        }
        rest = after;
    }
    url.push(rest);
}

/// Has the name stand in the place of a value that is not there yet.
fn push_missing(url: &mut Text, name: &str, draft: &Draft<'_>) {
    let mut fields = draft.operation.fields();
    match fields.find(|field| field.name == name && field.is_all_secret()) {
        Some(field) => url.push_secret(field.name.to_owned(), Writing::Segment, Secret::new("")),
        None => url.push(&["{", name, "}"].concat()),
    }
}
