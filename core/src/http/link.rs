//! Links that are credentials: whoever has the address of an upload can upload.

/// What stands in an address in front of such a credential.
const MARK: &str = "/upload-api/";

/// Returns an address up to the credential in it; `None` if it has none.
pub(super) fn before_credential(address: &str) -> Option<&str> {
    let path = address.split(['?', '#']).next()?;
    path.get(..path.find(MARK)? + MARK.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_cut_at_its_credential() {
        for (address, expected) in [
            (
                "https://a.example/seafhttp/upload-api/fake-0000?ret-json=1",
                Some("https://a.example/seafhttp/upload-api/"),
            ),
            ("/upload-api/fake-0000", Some("/upload-api/")),
            ("/api/rows/?x=/upload-api/y", None),
        ] {
            assert_eq!(before_credential(address), expected);
        }
    }
}
