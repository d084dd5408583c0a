//! Bodies of dtable-web and the file server: forms, multipart forms, and the JSON that stands in for them.

use crate::Object;
use crate::encoding;
use crate::fault::Fault;
use crate::json::Value;
use crate::message::Request;

/// The fields and files of a form.
#[derive(Debug, Default)]
pub(crate) struct Form {
    fields: Vec<(String, String)>,
    files: Vec<File>,
}

/// A file of a multipart form.
#[derive(Debug)]
pub(crate) struct File {
    /// The name of its field.
    pub(crate) field: String,
    /// The file's own name.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) bytes: Vec<u8>,
}

impl Form {
    /// Reads the body by its content type; what cannot be read has no fields.
    pub(crate) fn read(request: &Request) -> Self {
        match request.media_type().as_str() {
            "application/x-www-form-urlencoded" => Self {
                fields: encoding::fields(&String::from_utf8_lossy(&request.body)),
                files: Vec::new(),
            },
            "multipart/form-data" => boundary(request)
                .map(|boundary| multipart(&request.body, &boundary))
                .unwrap_or_default(),
            "application/json" => Self {
                fields: members(&request.body),
                files: Vec::new(),
            },
            _ => Self::default(),
        }
    }

    /// Returns the first field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Returns the field, if it is there and not empty.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        self.field(name).filter(|value| !value.is_empty())
    }

    /// Returns the field, or says that it is missing.
    pub(crate) fn required(&self, name: &str) -> Result<&str, Fault> {
        self.filled(name)
            .ok_or_else(|| Fault::web(400, format!("{name} invalid.")))
    }

    /// Returns the fields as an object; of several with one name the first.
    pub(crate) fn into_object(self) -> Object {
        let mut object = Object::new();
        for (name, value) in self.fields.into_iter().rev() {
            object.insert(name, value.into());
        }
        object
    }

    /// Returns all fields of that name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let fields = self.fields.iter().filter(move |(key, _)| key == name);
        fields.map(|(_, value)| value.as_str())
    }

    /// Returns the first file of that field.
    pub(crate) fn file(&self, field: &str) -> Option<&File> {
        self.files.iter().find(|file| file.field == field)
    }
}

fn members(body: &[u8]) -> Vec<(String, String)> {
    let Some(Value::Object(object)) = crate::json::read(body) else {
        return Vec::new();
    };
    let members = object.iter();
    members
        .map(|(name, value)| (name.clone(), value.to_plain()))
        .collect()
}

fn boundary(request: &Request) -> Option<String> {
    parameter(request.header("content-type")?, "boundary")
}

/// Returns a parameter of a header value such as `form-data; name="file"`.
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, after)) = rest.split_once(';') {
        let (key, value) = after.split_once('=')?;
        let (value, tail) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"')?,
            None => value.split_at(value.find(';').unwrap_or(value.len())),
        };
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(unescape(value.trim()));
        }
        rest = tail;
    }
    None
}

/// Undoes what browsers do to quotes and line ends in names (HTML standard, multipart encoding).
fn unescape(text: &str) -> String {
    text.replace("%22", "\"")
        .replace("%0D", "\r")
        .replace("%0A", "\n")
}

fn multipart(body: &[u8], boundary: &str) -> Form {
    let delimiter = format!("--{boundary}");
    let mut form = Form::default();
    let mut rest = body;
    while let Some(start) = find(rest, delimiter.as_bytes()) {
        let after = &rest[start + delimiter.len()..];
        let Some(part) = after.strip_prefix(b"\r\n") else {
            break;
        };
        let separator = format!("\r\n{delimiter}");
        let Some(end) = find(part, separator.as_bytes()) else {
            break;
        };
        add(&mut form, &part[..end]);
        rest = &part[end + 2..];
    }
    form
}

fn add(form: &mut Form, part: &[u8]) {
    let Some(split) = find(part, b"\r\n\r\n") else {
        return;
    };
    let head = String::from_utf8_lossy(&part[..split]);
    let bytes = &part[split + 4..];
    let disposition = head.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition")
            .then_some(value)
    });
    let Some(disposition) = disposition else {
        return;
    };
    let Some(field) = parameter(disposition, "name") else {
        return;
    };
    match file_name(disposition) {
        Some(name) => form.files.push(File {
            field,
            name,
            bytes: bytes.to_vec(),
        }),
        None => form
            .fields
            .push((field, String::from_utf8_lossy(bytes).into_owned())),
    }
}

/// The file's name; urllib3 writes names that are not ASCII as RFC 2231 has it.
fn file_name(disposition: &str) -> Option<String> {
    parameter(disposition, "filename").or_else(|| {
        let extended = parameter(disposition, "filename*")?;
        let encoded = extended.rsplit('\'').next()?;
        Some(encoding::decoded(encoded))
    })
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack
        .windows(needle.len())
        .position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content_type: &str, body: &[u8]) -> Form {
        Form::read(&Request {
            headers: vec![("Content-Type".to_owned(), content_type.to_owned())],
            body: body.to_vec(),
            ..Request::default()
        })
    }

    #[test]
    fn a_url_encoded_form_is_decoded() {
        let form = read(
            "application/x-www-form-urlencoded",
            b"name=B%C3%BCro+%26+Co&empty=",
        );
        assert_eq!(form.field("name"), Some("Büro & Co"));
        assert_eq!(form.field("empty"), Some(""));
        assert_eq!(form.filled("empty"), None);
    }

    #[test]
    fn a_multipart_form_has_fields_and_files() {
        let body = b"--x\r\nContent-Disposition: form-data; name=\"replace\"\r\n\r\n0\r\n\
            --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a;\xc3\xa4.txt\"\r\n\
            Content-Type: text/plain\r\n\r\nline\r\n--line\r\n--x--\r\n";
        let form = read("multipart/form-data; boundary=x", body);
        assert_eq!(form.field("replace"), Some("0"));
        let file = form.file("file").unwrap();
        assert_eq!(
            (file.name.as_str(), file.bytes.as_slice()),
            ("a;ä.txt", &b"line\r\n--line"[..])
        );
    }

    #[test]
    fn a_broken_body_has_no_fields() {
        for body in [&b""[..], b"--x", b"--x\r\n", b"--x\r\n\r\n", b"nothing"] {
            assert!(
                read("multipart/form-data; boundary=\"x\"", body)
                    .fields
                    .is_empty()
            );
        }
        assert!(read("application/json", b"[1]").fields.is_empty());
    }
}
