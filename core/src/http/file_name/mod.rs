//! The name to download an answer under.

mod disposition;
mod safe;

use super::{Answer, PreparedRequest, encode};
use crate::json::fold;
use safe::safe;

/// Returns a name to download an answer under: the one that the server gives, else what the address ends with, such as `rows`,
/// with an ending that fits what the answer is. It is safe as a file name everywhere, and has at most 100 characters.
pub fn file_name(answer: &Answer, request: &PreparedRequest) -> String {
    let given = answer
        .header("content-disposition")
        .and_then(disposition::name)
        .and_then(|name| safe(&name));
    let path = request.path();
    let name = given
        .or_else(|| from_path(&path))
        .unwrap_or_else(|| "answer".to_owned());
    if has_ending(&name) {
        return name;
    }
    let whole = [&name, ".", ending(answer)].concat();
    safe(&whole).unwrap_or(whole)
}

/// Returns the last segment of a path that says something: ids and tokens do not.
fn from_path(path: &str) -> Option<String> {
    let segments = path.rsplit('/').map(encode::decoded);
    segments
        .filter(|segment| says_something(segment))
        .find_map(|segment| safe(&segment))
}

fn says_something(segment: &str) -> bool {
    let count = |is: fn(char) -> bool| segment.chars().filter(|&c| is(c)).count();
    let digits = count(|c| c.is_ascii_digit());
    let is_mixed = digits > 0 || count(|c| fold(c) != c) > 0;
    let looks_like_id = segment.len() >= 16 && is_mixed && !has_ending(segment);
    let is_version = digits > 0
        && count(|c| c.is_ascii_alphabetic() || !c.is_ascii()) < 4
        && !has_ending(segment);
    !segment.is_empty() && !segment.contains('@') && !looks_like_id && !is_version
}

/// Whether a name ends like the name of a file: with a point, and one to five letters and digits of which one is a letter.
fn has_ending(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && (1..=5).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
            && ending.bytes().any(|b| b.is_ascii_alphabetic())
    })
}

/// Returns the ending that fits what an answer is.
fn ending(answer: &Answer) -> &'static str {
    let media_type = answer.media_type();
    let named = match media_type.as_deref().unwrap_or_default() {
        "application/json" => Some("json"),
        "text/html" => Some("html"),
        "text/csv" => Some("csv"),
        "image/png" => Some("png"),
        "image/jpeg" => Some("jpg"),
        "image/gif" => Some("gif"),
        "image/webp" => Some("webp"),
        "image/svg+xml" => Some("svg"),
        "application/pdf" => Some("pdf"),
        "application/zip" | "application/x-zip-compressed" => Some("zip"),
        "application/ms-excel"
        | "application/vnd.ms-excel"
        | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => Some("xlsx"),
        _ => None,
    };
    // SeaTable calls some files JSON.
    named
        .filter(|&named| named != "json" || answer.is_text())
        .unwrap_or_else(|| ending_by_content(answer))
}

fn ending_by_content(answer: &Answer) -> &'static str {
    match answer.picture() {
        Some("image/png") => "png",
        Some("image/jpeg") => "jpg",
        Some("image/gif") => "gif",
        Some("image/webp") => "webp",
        Some("image/bmp") => "bmp",
        Some("image/x-icon") => "ico",
        Some("image/avif") => "avif",
        _ if answer.body.root().is_some() && answer.body.fault().is_none() => "json",
        _ if answer.body.bytes().starts_with(b"%PDF-") => "pdf",
        _ if answer.is_text() => "txt",
        _ => "bin",
    }
}

#[cfg(test)]
mod tests;
