//! Addresses of values: JSON Pointer (RFC 6901) and the dotted form that people read.

use super::{Document, Kind, NodeId};

/// Whether a JSON Pointer leads to what another one leads to, or to something inside it.
pub fn is_within(pointer: &str, outer: &str) -> bool {
    let rest = pointer.strip_prefix(outer);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Returns a name as a token of a JSON Pointer.
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// Returns the name that a token of a JSON Pointer stands for.
pub fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

impl Document {
    /// Returns the value at a JSON Pointer. Of several members with the same key the last counts, as in
    /// `JSON.parse` and serde_json.
    pub fn pointer(&self, pointer: &str) -> Option<NodeId> {
        self.pointer_from(self.root()?, pointer)
    }

    /// Follows a JSON Pointer from a value on.
    pub fn pointer_from(&self, from: NodeId, pointer: &str) -> Option<NodeId> {
        let mut id = from;
        if pointer.is_empty() {
            return Some(id);
        }
        for token in pointer.strip_prefix('/')?.split('/') {
            id = match self.kind(id) {
                Kind::Object => self.member(id, &unescaped(token))?,
                Kind::Array => self.children(id).nth(array_index(token)?)?,
                _ => return None,
            };
        }
        Some(id)
    }

    /// Returns the last member of an object with the decoded key.
    pub fn member(&self, id: NodeId, key: &str) -> Option<NodeId> {
        let is_named = |id: &NodeId| self.key(*id).is_some_and(|found| found.text() == key);
        self.children(id).filter(is_named).last()
    }

    /// Returns the JSON Pointer of a value. Where its key is repeated, the pointer leads to the last.
    pub fn pointer_of(&self, id: NodeId) -> String {
        let mut pointer = String::new();
        for id in self.path(id) {
            pointer.push('/');
            match self.key(id) {
                Some(key) => pointer.push_str(&escaped(&key.text())),
                None => pointer.push_str(&self.index_in_array(id).to_string()),
            }
        }
        pointer
    }

    /// Returns the address as JavaScript, Python and jq write it after the name of the whole:
    /// `rows[0].Name`. Keys that are no ASCII names stand in brackets, as in `rows[0]["Größe"]`.
    pub fn dotted_of(&self, id: NodeId) -> String {
        let mut dotted = String::new();
        for id in self.path(id) {
            match self.key(id) {
                Some(key) if is_name(&key.text()) => {
                    if !dotted.is_empty() {
                        dotted.push('.');
                    }
                    dotted.push_str(&key.text());
                }
                Some(key) => {
                    dotted.push('[');
                    dotted.push_str(&key.source());
                    dotted.push(']');
                }
                None => {
                    dotted.push('[');
                    dotted.push_str(&self.index_in_array(id).to_string());
                    dotted.push(']');
                }
            }
        }
        dotted
    }

    /// Returns the values on the way from the root, without it, down to this one.
    fn path(&self, id: NodeId) -> Vec<NodeId> {
        let mut path = Vec::new();
        let mut id = id;
        while let Some(parent) = self.parent(id) {
            path.push(id);
            id = parent;
        }
        path.reverse();
        path
    }

    fn index_in_array(&self, id: NodeId) -> usize {
        let siblings = self.parent(id).map(|parent| self.children(parent));
        siblings
            .and_then(|mut siblings| siblings.position(|other| other == id))
            .unwrap_or_default()
    }
}

/// Reads an index as RFC 6901 has it: no sign, no leading zero.
fn array_index(token: &str) -> Option<usize> {
    let is_plain = token == "0" || !token.starts_with(['0', '+']);
    if is_plain { token.parse().ok() } else { None }
}

fn is_name(key: &str) -> bool {
    let is_letter = |b: u8| b.is_ascii_alphabetic() || b == b'_';
    key.bytes().next().is_some_and(is_letter)
        && key.bytes().all(|b| is_letter(b) || b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{"rows":[{"Name":"a","Größe":1},{"a/b":{"m~n":[10,20]},"":0,"d":1,"\u0064":2}],"0000":[[]]}"#;

    #[test]
    fn a_pointer_finds_what_it_names() {
        let document = Document::parse(TEXT.as_bytes().to_vec());
        for (pointer, text) in [
            ("", Some(TEXT)),
            ("/rows/0/Name", Some("\"a\"")),
            ("/rows/0/Größe", Some("1")),
            ("/rows/1/a~1b/m~0n/1", Some("20")),
            ("/rows/1/", Some("0")),
            ("/rows/1/d", Some("2")),
            ("/0000/0", Some("[]")),
            ("rows", None),
            ("/rows/2", None),
            ("/rows/00", None),
            ("/rows/+0", None),
            ("/rows/-", None),
            ("/rows/0/Name/0", None),
            ("/nothing", None),
        ] {
            let found = document
                .pointer(pointer)
                .map(|id| document.text(id).into_owned());
            assert_eq!(found.as_deref(), text, "{pointer}");
        }
    }

    #[test]
    fn every_value_is_found_again_by_its_own_pointer() {
        let text = TEXT.replace("\"d\":1,", "");
        let document = Document::parse(text.into_bytes());
        for id in (0..document.node_count() as u32).map(NodeId) {
            assert_eq!(document.pointer(&document.pointer_of(id)), Some(id));
        }
    }

    #[test]
    fn a_pointer_is_within_another_only_at_a_whole_name() {
        for (pointer, outer, within) in [
            ("/a/b", "/a", true),
            ("/a", "/a", true),
            ("/a", "", true),
            ("/ab", "/a", false),
            ("/a", "/a/b", false),
        ] {
            assert_eq!(is_within(pointer, outer), within, "{pointer} in {outer}");
        }
    }

    #[test]
    fn a_pointer_is_followed_from_a_value_on() {
        let document = Document::parse(TEXT.as_bytes().to_vec());
        let rows = document.pointer("/rows").unwrap();
        let found = document.pointer_from(rows, "/1/a~1b/m~0n/0").unwrap();
        assert_eq!(document.text(found), "10");
        assert_eq!(document.pointer_from(rows, ""), Some(rows));
        assert_eq!(document.pointer_from(rows, "/name"), None);
    }

    #[test]
    fn dotted_addresses_read_like_code() {
        let document = Document::parse(TEXT.as_bytes().to_vec());
        for (pointer, dotted) in [
            ("", ""),
            ("/rows/0/Name", "rows[0].Name"),
            ("/rows/0/Größe", r#"rows[0]["Größe"]"#),
            ("/rows/1/a~1b/m~0n/1", r#"rows[1]["a/b"]["m~n"][1]"#),
            ("/0000/0", r#"["0000"][0]"#),
        ] {
            assert_eq!(
                document.dotted_of(document.pointer(pointer).unwrap()),
                dotted
            );
        }
    }
}
