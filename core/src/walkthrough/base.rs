//! The base that a walkthrough works on, where its values tell which that is.

use super::run::Run;
use super::view::ValueView;
use crate::catalogue::ValueKind;
use crate::encode;

/// A base, as people find it in SeaTable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base<'a> {
    /// The number of the workspace that it is in.
    workspace: &'a str,
    /// What it is called.
    pub name: &'a str,
}

impl Base<'_> {
    /// Returns the path of its page on the server.
    pub fn path(&self) -> String {
        let mut path = ["/workspace/", self.workspace, "/dtable/"].concat();
        encode::segment(&mut path, self.name);
        path.push('/');
        path
    }
}

impl Run {
    /// Returns the base that the last step told of which told of one; `None` if no step did.
    pub fn base(&self) -> Option<Base<'_>> {
        (0..self.steps.len()).rev().find_map(|step| {
            let values = self.values(step);
            let plain = |kind: ValueKind| {
                let mut values = values.iter();
                let is_it = |value: &&ValueView<'_>| value.kind == kind;
                values.find(is_it).map(|value| value.plain)
            };
            let workspace = plain(ValueKind::Workspace)?;
            // It came in a response, and is to be part of an address.
            let is_number = workspace.bytes().all(|byte| byte.is_ascii_digit());
            let name = plain(ValueKind::BaseName)?;
            (is_number && !workspace.is_empty()).then_some(Base { workspace, name })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_one_part_of_the_path() {
        let base = Base {
            workspace: "7",
            name: "A/B & ü",
        };
        assert_eq!(base.path(), "/workspace/7/dtable/A%2FB%20%26%20%C3%BC/");
    }
}
