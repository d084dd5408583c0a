//! An OpenAPI document: its version, its operations' places, and what its references mean.

use super::error::Error;
use super::yaml::Node;

/// A parsed OpenAPI document.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    root: Node<'a>,
}

impl<'a> Document<'a> {
    pub(super) fn new(root: Node<'a>) -> Self {
        Self { root }
    }

    pub(super) fn root(self) -> Node<'a> {
        self.root
    }

    /// Returns the version of the API that the document describes.
    pub(super) fn version(self) -> Result<&'a str, Error> {
        self.root.need("info")?.need("version")?.text()
    }

    /// Follows a reference to where it ends. Any other node is returned as it is. What stands
    /// beside `$ref` is ignored, as OpenAPI 3.0 demands.
    pub(super) fn resolve(self, node: Node<'a>) -> Result<Node<'a>, Error> {
        Ok(self.reference(node)?.map_or(node, |(_, target)| target))
    }

    /// Returns the name and the target of a reference; nothing where the node is none.
    pub(super) fn reference(self, node: Node<'a>) -> Result<Option<(&'a str, Node<'a>)>, Error> {
        let mut passed = Vec::new();
        let mut found = None;
        let mut current = node;
        while let Some(reference) = current.get("$ref") {
            let name = reference.text()?;
            if passed.contains(&name) {
                return Err(reference.error(format!("`{name}` leads back to itself")));
            }
            passed.push(name);
            current = self.target(reference)?;
            found = Some((name, current));
        }
        Ok(found)
    }

    fn target(self, reference: Node<'a>) -> Result<Node<'a>, Error> {
        let name = reference.text()?;
        let pointer = name
            .strip_prefix("#/")
            .ok_or_else(|| reference.error(format!("`{name}` is not within this document")))?;
        pointer
            .split('/')
            .try_fold(self.root, |node, token| {
                node.get(&token.replace("~1", "/").replace("~0", "~"))
            })
            .ok_or_else(|| reference.error(format!("`{name}` leads nowhere")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::yaml::Yaml;

    fn resolve(text: &str) -> Result<String, Error> {
        let yaml = Yaml::parse(text).unwrap();
        let document = Document::new(yaml.root());
        let node = document.resolve(yaml.root().need("start")?)?;
        Ok(node.text()?.to_owned())
    }

    #[test]
    fn a_chain_of_references_is_followed_to_its_end() {
        let text = "start: {$ref: '#/a~1b'}\na/b: {$ref: '#/c/d'}\nc: {d: here}";
        assert_eq!(resolve(text).unwrap(), "here");
    }

    #[test]
    fn a_reference_that_leads_nowhere_is_an_error_with_its_place() {
        let error = resolve("start: {$ref: '#/c/d'}\nc: {e: here}").unwrap_err();
        assert_eq!(error.to_string(), "1:15: `#/c/d` leads nowhere");
    }

    #[test]
    fn a_reference_to_another_document_is_an_error() {
        let error = resolve("start: {$ref: 'other.yaml#/c'}").unwrap_err();
        assert_eq!(
            error.to_string(),
            "1:15: `other.yaml#/c` is not within this document"
        );
    }

    #[test]
    fn references_in_a_ring_are_an_error() {
        let error =
            resolve("start: {$ref: '#/a'}\na: {$ref: '#/b'}\nb: {$ref: '#/a'}").unwrap_err();
        assert!(
            error.to_string().ends_with("`#/a` leads back to itself"),
            "{error}"
        );
    }
}
