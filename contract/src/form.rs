//! Forms, as the object that their schema describes.

use crate::request::Request;
use crate::schema::typed;
use serde_json::{Map, Value, json};

/// A form as an object, or what is wrong with it.
type Read = Result<Value, Vec<String>>;

/// A part of a form.
struct Part {
    name: String,
    filename: Option<String>,
    text: String,
}

/// Reads a form of `name=value` pairs.
pub(crate) fn urlencoded(body: &[u8], schema: &Value) -> Read {
    let pairs = form_urlencoded::parse(body).into_owned();
    let parts = pairs.map(|(name, text)| Part {
        name,
        filename: None,
        text,
    });
    object(parts.collect(), schema)
}

/// Reads a multipart form.
pub(crate) fn multipart(request: &Request<'_>, schema: &Value) -> Read {
    let header = request.header("content-type").unwrap_or_default();
    let boundary =
        attribute(header, "boundary").ok_or_else(|| vec!["the form has no boundary".to_owned()])?;
    object(
        parts(request.body, &boundary).map_err(|fault| vec![fault])?,
        schema,
    )
}

fn object(parts: Vec<Part>, schema: &Value) -> Read {
    let mut members = Map::new();
    let mut faults = Vec::new();
    for part in parts {
        let field = &schema["properties"][&part.name];
        let is_list = field["type"] == "array";
        let one = if is_list { &field["items"] } else { field };
        match (one["format"] == "binary", &part.filename) {
            (true, None) => faults.push(format!("{}: a file without a name", part.name)),
            (true, Some(name)) if name.is_empty() => {
                faults.push(format!("{}: a file with an empty name", part.name));
            }
            (false, Some(_)) => faults.push(format!("{}: a file, and none is declared", part.name)),
            _ => {}
        }
        let value = typed(&part.text, one);
        if is_list {
            let list = members.entry(part.name).or_insert_with(|| json!([]));
            list.as_array_mut().expect("made as a list").push(value);
        } else if members.insert(part.name.clone(), value).is_some() {
            faults.push(format!("{}: sent twice", part.name));
        }
    }
    if faults.is_empty() {
        Ok(members.into())
    } else {
        Err(faults)
    }
}

/// Splits a body at its boundary (RFC 2046). Only the length of a file's bytes matters here, so all are read as text.
fn parts(body: &[u8], boundary: &str) -> Result<Vec<Part>, String> {
    let text = String::from_utf8_lossy(body);
    let text = format!("\r\n{text}");
    let delimiter = format!("\r\n--{boundary}");
    let mut pieces = text.split(delimiter.as_str()).skip(1);
    let mut parts = Vec::new();
    loop {
        let piece = pieces.next().ok_or("the form does not end")?;
        if piece.starts_with("--") {
            return Ok(parts);
        }
        let (head, content) = piece
            .split_once("\r\n\r\n")
            .ok_or("a part has no end of its header")?;
        let line = head.lines().find(|line| {
            line.to_ascii_lowercase()
                .starts_with("content-disposition:")
        });
        let line = line.ok_or("a part has no Content-Disposition")?;
        parts.push(Part {
            name: attribute(line, "name").ok_or("a part has no name")?,
            filename: attribute(line, "filename"),
            text: content.to_owned(),
        });
    }
}

/// Returns an attribute of a header such as `form-data; name="file"`.
fn attribute(header: &str, name: &str) -> Option<String> {
    let mut attributes = header.split(';').filter_map(|part| part.split_once('='));
    let found = attributes.find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.trim().trim_matches('"').to_owned())
}
