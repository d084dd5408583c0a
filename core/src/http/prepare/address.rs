//! The address of a request: server, path and query.

use super::Filled;
use crate::catalogue::Place;
use crate::http::{Draft, Entry, encode, pasted};

/// Writes the address of a request.
pub(super) fn of(draft: &Draft<'_>, entries: &[Filled<'_>]) -> String {
    // A token goes to the chosen server alone, whatever stands in a field.
    let mut links = entries.iter().filter(|_| draft.operation.token.is_none());
    let base = links.find_map(|filled| match filled.entry {
        Entry::Text(text) => pasted::base_of_link(&filled.field, text, draft.server),
        _ => None,
    });
    let mut url = base.unwrap_or(draft.server.origin()).to_owned();
    let path = if url.ends_with('/') {
        "{upload_link}"
    } else {
        draft.operation.path.as_ref()
    };
    push_path(&mut url, path, entries);
    let mut separator = '?';
    if !draft.operation.fixed_query.is_empty() {
        url.push('?');
        url.push_str(&draft.operation.fixed_query);
        separator = '&';
    }
    for filled in entries
        .iter()
        .filter(|filled| filled.field.place == Place::Query)
    {
        url.push(separator);
        encode::query(&mut url, filled.field.name);
        url.push('=');
        encode::query(&mut url, &filled.text());
        separator = '&';
    }
    url
}

fn push_path(url: &mut String, template: &str, entries: &[Filled<'_>]) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        url.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = entries
            .iter()
            .find(|filled| filled.field.place == Place::Path && filled.field.name == name);
        match value {
            Some(value) => encode::segment(url, &value.text()),
            None => {
                url.push('{');
                url.push_str(name);
                url.push('}');
            }
        }
        rest = after;
    }
    url.push_str(rest);
}
