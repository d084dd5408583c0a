//! Requests to check.

use contract::{Documents, Request};

/// A uuid of a base, or of an upload link.
pub(crate) const UUID: &str = "650d8a0d-7e27-46a8-8b18-6cc6f3db2057";
pub(crate) const ACCOUNT: &str = "Bearer practice-account-token-0";
pub(crate) const API: &str = "Bearer practice-api-token-0";
/// Its claims are `{"dtable_uuid":"","permission":"rw"}`.
pub(crate) const BASE: &str = "Bearer x.eyJkdGFibGVfdXVpZCI6IiIsInBlcm1pc3Npb24iOiJydyJ9.x";

/// A request.
#[derive(Debug)]
pub(crate) struct Sample {
    method: String,
    pub(crate) path: String,
    query: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl Sample {
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn request(&self) -> Request<'_> {
        Request {
            method: &self.method,
            path: &self.path,
            query: &self.query,
            headers: &self.headers,
            body: self.body.as_bytes(),
        }
    }

    pub(crate) fn faults(&self, documents: &Documents) -> Vec<String> {
        documents.faults(&self.request())
    }
}

/// A request without a body; the token is that of the header, or none.
pub(crate) fn request(method: &str, path: &str, query: &str, authorization: &str) -> Sample {
    let sample = Sample {
        method: method.to_owned(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: Vec::new(),
        body: String::new(),
    };
    match authorization {
        "" => sample,
        value => sample.with("Authorization", value),
    }
}

/// A request inside a base.
pub(crate) fn base(method: &str, path: &str, query: &str) -> Sample {
    let path = format!("/api-gateway/api/v2/dtables/{UUID}/{path}");
    request(method, &path, query, BASE)
}

pub(crate) fn json(sample: Sample, body: &str) -> Sample {
    filled(sample, "application/json", body)
}

pub(crate) fn form(sample: Sample, body: &str) -> Sample {
    filled(sample, "application/x-www-form-urlencoded", body)
}

/// A form of parts: name, file name, content.
pub(crate) fn multipart(sample: Sample, parts: &[(&str, Option<&str>, &str)]) -> Sample {
    let mut body = String::new();
    for (name, filename, content) in parts {
        let filename = filename.map_or_else(String::new, |name| format!("; filename=\"{name}\""));
        body += &format!(
            "--b\r\nContent-Disposition: form-data; name=\"{name}\"{filename}\r\n\r\n{content}\r\n"
        );
    }
    filled(
        sample,
        "multipart/form-data; boundary=b",
        &(body + "--b--\r\n"),
    )
}

fn filled(sample: Sample, content_type: &str, body: &str) -> Sample {
    let mut sample = sample.with("Content-Type", content_type);
    body.clone_into(&mut sample.body);
    sample
}
