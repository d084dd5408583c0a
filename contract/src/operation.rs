//! An operation of a document, and what in a request breaks it.

use crate::body;
use crate::parameter::{self, Parameters};
use crate::request::{Request, decoded};
use crate::schema::resolved;
use crate::token;
use serde_json::Value;

/// An operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operation<'a> {
    pub(crate) document: &'a Value,
    /// The method as the document writes it.
    pub(crate) method: &'a str,
    /// The path key, which has a query string in one case.
    pub(crate) template: &'a str,
    /// What the document says about it.
    pub(crate) body: &'a Value,
}

impl<'a> Operation<'a> {
    pub(crate) fn id(&self) -> &'a str {
        self.body["operationId"].as_str().unwrap_or_default()
    }

    /// Returns the path's parameters with their values, if the request is for this operation.
    pub(crate) fn captures(&self, request: &Request<'_>) -> Option<Vec<(&'a str, String)>> {
        if !request.method.eq_ignore_ascii_case(self.method) {
            return None;
        }
        let (path, _) = self.split_template();
        let mut segments = request.path.split('/');
        let mut captures = Vec::new();
        for wanted in path.split('/') {
            let segment = segments.next()?;
            match wanted.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
                Some(_) if segment.is_empty() => return None,
                Some(name) => captures.push((name, decoded(segment))),
                None if wanted == segment => {}
                None => return None,
            }
        }
        segments.next().is_none().then_some(captures)
    }

    /// Returns what in a request breaks the document.
    pub(crate) fn faults(&self, request: &Request<'_>) -> Vec<String> {
        let parameters = self.parameters();
        let captures = self.captures(request).unwrap_or_default();
        let (_, own_query) = self.split_template();
        let mut faults = Vec::new();
        faults.extend(parameter::path_faults(&parameters, &captures));
        faults.extend(parameter::query_faults(
            &parameters,
            own_query,
            request.query,
        ));
        faults.extend(parameter::header_faults(&parameters, request));
        faults.extend(token::fault(&self.body["security"], request));
        faults.extend(body::faults(&self.request_body(), request));
        faults
    }

    pub(crate) fn request_body(&self) -> Value {
        resolved(&self.body["requestBody"], self.document)
    }

    pub(crate) fn parameters(&self) -> Parameters {
        let list = self.body["parameters"].as_array().into_iter().flatten();
        list.map(|one| resolved(one, self.document)).collect()
    }

    fn split_template(&self) -> (&'a str, &'a str) {
        self.template.split_once('?').unwrap_or((self.template, ""))
    }
}
