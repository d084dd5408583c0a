//! Whether a request does what another one would do.

use super::{Body, PreparedRequest};
use crate::json::{Document, Kind, NodeId};

impl PreparedRequest {
    /// Whether this is the call of `other` and names at least all that its body names: the same members, and in their lists the same
    /// entries. Bodies that aren't JSON have to be the same. No request covers one with a secret in its address: what was sent has none left
    /// to compare.
    pub fn covers(&self, other: &Self) -> bool {
        self.method == other.method
            && other.url.secrets().next().is_none()
            && self.url.shown() == other.url.shown()
            && match (&self.body, &other.body) {
                (_, Body::None) => true,
                (Body::Json(this), Body::Json(other)) => {
                    let read = |text: &super::Text| {
                        Document::parse(text.shown().into_owned().into_bytes())
                    };
                    covers(&read(this), &read(other))
                }
                (this, other) => this == other,
            }
    }
}

fn covers(this: &Document, other: &Document) -> bool {
    let Some((root, others)) = this.root().zip(other.root()) else {
        return false;
    };
    let is_covered = |member| {
        let name = other.key(member).map(|key| key.text().into_owned());
        let own = name.and_then(|name| this.member(root, &name));
        own.is_some_and(|own| covers_value(this, own, other, member))
    };
    other.children(others).all(is_covered)
}

fn covers_value(this: &Document, own: NodeId, other: &Document, value: NodeId) -> bool {
    if other.kind(value) != Kind::Array {
        return this.text(own) == other.text(value);
    }
    let is_named = |entry| {
        this.children(own)
            .any(|own| this.text(own) == other.text(entry))
    };
    other.children(value).all(is_named)
}

#[cfg(test)]
mod tests {
    use super::super::text::Writing;
    use super::*;
    use crate::auth::Secret;
    use crate::catalogue::Method;

    fn delete(url: &str, body: &str) -> PreparedRequest {
        PreparedRequest {
            method: Method::Delete,
            body: match body {
                "" => Body::None,
                body => Body::Json(body.into()),
            },
            ..PreparedRequest::reading(url)
        }
    }

    #[test]
    fn a_request_covers_what_names_no_more_than_it_does() {
        let one = r#"{"table_name": "T", "row_ids": ["a"]}"#;
        for (body, other, covers) in [
            (one, one, true),
            (r#"{"row_ids":["b","a"],"table_name":"T"}"#, one, true),
            (r#"{"table_name":"T","row_ids":["b"]}"#, one, false),
            (r#"{"table_name":"U","row_ids":["a"]}"#, one, false),
            (r#"{"table_name":"T"}"#, one, false),
            ("", one, false),
            ("no JSON", one, false),
            (one, "", true),
            ("", "", true),
        ] {
            let (this, other) = (
                delete("https://a/rows/", body),
                delete("https://a/rows/", other),
            );
            assert_eq!(this.covers(&other), covers, "{body}");
        }
    }

    #[test]
    fn a_secret_in_an_address_is_not_compared() {
        let delete = |secret| {
            let mut request = delete("https://a/links/", "");
            request
                .url
                .push_secret("link", Writing::Segment, Secret::new(secret));
            request
        };
        assert!(!delete("fake-one").covers(&delete("fake-two")));
    }

    #[test]
    fn another_call_is_not_covered() {
        let rows = delete("https://a/rows/", "");
        assert!(!rows.covers(&delete("https://a/columns/", "")));
        assert!(!PreparedRequest::reading("https://a/rows/").covers(&rows));
    }
}
