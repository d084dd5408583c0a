//! What stands in a request that is sent or was: its values, read back out of the address and the body.

use super::{Address, Body, PartContent, PreparedRequest, encode};
use crate::catalogue::{FieldPath, Place};
use crate::json::{Document, Kind, NodeId, pointer};
use std::borrow::Cow;

impl PreparedRequest {
    /// Returns the value of a path parameter; `template` is the path of the operation, with the names in braces.
    pub fn path_parameter(&self, template: &str, name: &str) -> Option<String> {
        let is_it = |part: &str| {
            part.strip_prefix('{')
                .and_then(|part| part.strip_suffix('}'))
                == Some(name)
        };
        let place = template.split('/').position(is_it)?;
        self.path().split('/').nth(place).map(encode::decoded)
    }

    /// Returns the value of a query parameter.
    pub fn query_parameter(&self, name: &str) -> Option<String> {
        let url = self.url.shown();
        let query = Address::of(&url).map_or("", |address| address.query);
        let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs
            .find_map(|(key, value)| (encode::decoded(key) == name).then(|| encode::decoded(value)))
    }

    /// Lists the values at a place: of a list its entries, of an object the names of its members, of anything else the value.
    /// In a body of JSON, `*` stands for any entry. `template` is the path of the operation. Secrets stand as what is shown of them.
    pub fn values(&self, template: &str, place: &FieldPath) -> Vec<String> {
        let of_one = |value: Option<String>| value.into_iter().collect();
        match place.place {
            Place::Path => of_one(self.path_parameter(template, &place.steps)),
            Place::Query => of_one(self.query_parameter(&place.steps)),
            Place::Header => Vec::new(),
            Place::Body => match &self.body {
                Body::None => Vec::new(),
                Body::Json(text) => {
                    let body = Document::parse(text.shown().into_owned().into_bytes());
                    let mut values = Vec::new();
                    if let Some(root) = body.root() {
                        list(&body, root, &place.steps, &mut values);
                    }
                    values
                }
                Body::Form(parts) | Body::Multipart(parts) => {
                    let parts = parts.iter().filter(|part| part.name == place.steps);
                    let text = |content: &PartContent| match content {
                        PartContent::Text(text) => text.shown().into_owned(),
                        PartContent::File { name, .. } => name.clone(),
                    };
                    parts.map(|part| text(&part.content)).collect()
                }
            },
        }
    }

    /// Returns the path of the address, without server and query, as it may be shown.
    pub fn path(&self) -> Cow<'_, str> {
        match self.url.shown() {
            Cow::Borrowed(url) => path(url).into(),
            Cow::Owned(url) => path(&url).to_owned().into(),
        }
    }
}

/// Lists the values below a node.
fn list(body: &Document, node: NodeId, steps: &str, values: &mut Vec<String>) {
    let (step, rest) = steps.split_once('/').unwrap_or((steps, ""));
    match (step, body.kind(node)) {
        ("", Kind::Array) => values.extend(body.children(node).map(|item| plain(body, item))),
        ("", Kind::Object) => {
            let keys = body.children(node).filter_map(|member| body.key(member));
            values.extend(keys.map(|key| key.text().into_owned()));
        }
        ("", _) => values.push(plain(body, node)),
        ("*", _) => {
            for entry in body.children(node) {
                list(body, entry, rest, values);
            }
        }
        _ => {
            if let Some(member) = body.member(node, &pointer::unescaped(step)) {
                list(body, member, rest, values);
            }
        }
    }
}

/// Returns the content of a text, and the JSON of anything else.
fn plain(body: &Document, node: NodeId) -> String {
    let text = || body.text(node).into_owned();
    body.string(node).unwrap_or_else(text)
}

fn path(url: &str) -> &str {
    Address::of(url).map_or("", |address| address.path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encoded_into_an_address_is_read_back() {
        let url =
            "http://127.0.0.1:9000/a/7/b/B%C3%BCro%2F%201%25/?ret-json=1&table_name=a%26b&empty=";
        let request = PreparedRequest::reading(url);
        let path = "/a/{workspace_id}/b/{base_name}/";
        assert_eq!(
            request.path_parameter(path, "workspace_id").as_deref(),
            Some("7")
        );
        assert_eq!(
            request.path_parameter(path, "base_name").as_deref(),
            Some("Büro/ 1%")
        );
        assert_eq!(request.path_parameter(path, "other"), None);
        assert_eq!(
            request.query_parameter("table_name").as_deref(),
            Some("a&b")
        );
        assert_eq!(request.query_parameter("empty").as_deref(), Some(""));
        assert_eq!(request.query_parameter("name"), None);
    }
}
