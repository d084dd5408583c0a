//! What a request carries, encoded.

use serde_json::Value;

/// A body with its content type.
pub(crate) enum Body<'a> {
    None,
    Json(Value),
    Form(&'a [(&'a str, &'a str)]),
    Multipart {
        fields: &'a [(&'a str, &'a str)],
        file: Option<(&'a str, &'a [u8])>,
    },
    Raw(&'a str, &'a [u8]),
}

impl Body<'_> {
    /// Returns the content type and the bytes.
    pub(crate) fn encode(&self) -> (String, Vec<u8>) {
        match self {
            Body::None => (String::new(), Vec::new()),
            Body::Json(value) => (
                "application/json".to_owned(),
                value.to_string().into_bytes(),
            ),
            Body::Form(fields) => {
                let form = form_urlencoded::Serializer::new(String::new())
                    .extend_pairs(fields.iter())
                    .finish();
                (
                    "application/x-www-form-urlencoded".to_owned(),
                    form.into_bytes(),
                )
            }
            Body::Multipart { fields, file } => (
                "multipart/form-data; boundary=edge".to_owned(),
                multipart(fields, *file),
            ),
            Body::Raw(content_type, bytes) => ((*content_type).to_owned(), bytes.to_vec()),
        }
    }
}

fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        bytes.extend(part.bytes());
    }
    if let Some((name, content)) = file {
        let head = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=";
        bytes.extend(format!("{head}\"{name}\"\r\n\r\n").bytes());
        bytes.extend(content);
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"--edge--\r\n");
    bytes
}
