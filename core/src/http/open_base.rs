//! The address of an open base, which names its workspace and the base.

use super::encode;

/// What the address of an open base tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenBase {
    /// The number of the workspace.
    pub workspace_id: String,
    /// The name of the base; `None` if the address ends with the workspace.
    pub name: Option<String>,
}

impl OpenBase {
    /// Reads an address or its path: `/workspace/7/dtable/My%20base/?tid=0000`, also as requests of the API have it.
    pub fn read(address: &str) -> Option<Self> {
        let path = address.split(['?', '#']).next()?;
        let (_, rest) = path.split_once("/workspace/")?;
        let mut segments = rest.split('/');
        let number = segments.next()?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let name = match (segments.next(), segments.next()) {
            (Some("dtable"), Some(name)) if !name.is_empty() => Some(encode::decoded(name)),
            _ => None,
        };
        is_number.then(|| Self {
            workspace_id: number.to_owned(),
            name,
        })
    }

    /// Returns the path, as [`OpenBase::read`] takes it.
    pub fn path(&self) -> String {
        let mut path = ["/workspace/", &self.workspace_id].concat();
        if let Some(name) = &self.name {
            path.push_str("/dtable/");
            encode::segment(&mut path, name);
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workspace_and_name_are_read_from_the_shapes_that_there_are() {
        for (address, workspace_id, name) in [
            (
                "https://cloud.seatable.io/workspace/123/dtable/Sales/?tid=0000&vid=abcd",
                "123",
                Some("Sales"),
            ),
            (
                "https://cloud.seatable.io/workspace/123/dtable/My%20base",
                "123",
                Some("My base"),
            ),
            ("/workspace/7/dtable/B%C3%BCro%2FA/#x", "7", Some("Büro/A")),
            ("/workspace/7/dtable/100%/", "7", Some("100%")),
            ("/workspace/7/", "7", None),
            ("/workspace/7", "7", None),
            (
                "/workspace/24/asset/a275d870-fd55-48e4-8c4a-5fd6f2549765/images/2023-07/party.png",
                "24",
                None,
            ),
            (
                "/api/v2.1/workspace/5/dtable/Shop/access-token/",
                "5",
                Some("Shop"),
            ),
        ] {
            let base = OpenBase::read(address).unwrap();
            assert_eq!(base.workspace_id, workspace_id, "{address}");
            assert_eq!(base.name.as_deref(), name, "{address}");
            assert_eq!(OpenBase::read(&base.path()), Some(base), "{address}");
        }
    }

    #[test]
    fn other_addresses_name_no_base() {
        for address in [
            "",
            "https://cloud.seatable.io/",
            "https://cloud.seatable.io/api-gateway/api/v2/dtables/650d8a0d-7e27-46a8-8b18-6cc6f3db2057/",
            "https://cloud.seatable.io/dtable-server/",
            "https://cloud.seatable.io/dtable/external-links/c41cef71f5094827a786/",
            "/workspace/",
            "/workspace/mine/dtable/X/",
            "/?next=/workspace/7/dtable/X/",
        ] {
            assert_eq!(OpenBase::read(address), None, "{address}");
        }
    }
}
