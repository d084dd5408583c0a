//! What stood in a request that was sent: its parameters, read back out of the address.

use super::{Address, PreparedRequest, encode};
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

    /// Returns the path of the address, without server and query, as it may be shown.
    pub fn path(&self) -> Cow<'_, str> {
        match self.url.shown() {
            Cow::Borrowed(url) => path(url).into(),
            Cow::Owned(url) => path(&url).to_owned().into(),
        }
    }
}

fn path(url: &str) -> &str {
    Address::of(url).map_or("", |address| address.path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Method;
    use crate::http::Body;

    #[test]
    fn what_was_encoded_into_an_address_is_read_back() {
        let request = PreparedRequest {
            area: None,
            method: Method::Get,
            url: "http://127.0.0.1:9000/a/7/b/B%C3%BCro%2F%201%25/?ret-json=1&table_name=a%26b&empty=".into(),
            headers: Vec::new(),
            body: Body::None,
        };
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
