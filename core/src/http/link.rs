//! Links that are credentials: whoever has the address of an upload can upload.

/// What stands in an address in front of such a credential.
const MARKS: [&str; 2] = ["/upload-api/", "/seafhttp/files/"];

/// What stands in its place where it is not to be shown: the name of the parameter that takes it.
const SHOWN: &str = "{upload_link}";

/// An address cut at the credential in it.
pub struct Cut<'a> {
    /// What stands before it.
    pub before: &'a str,
    /// What stands after it.
    pub after: &'a str,
}

/// Cuts an address at the credential in it; none where it has none.
pub fn cut(address: &str) -> Option<Cut<'_>> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let find = |mark: &&str| Some(path.find(*mark)? + mark.len());
    let start = MARKS.iter().find_map(find)?;
    let length = path.get(start..)?.find('/').unwrap_or(path.len() - start);
    Some(Cut {
        before: address.get(..start)?,
        after: address.get(start + length..)?,
    })
}

/// Returns an address as it may be shown and kept.
pub(super) fn shown(address: &str) -> String {
    match cut(address) {
        Some(cut) => [cut.before, SHOWN, cut.after].concat(),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_credential_of_a_link_is_not_shown() {
        for (address, expected) in [
            (
                "https://a.example/seafhttp/upload-api/fake-0000?ret-json=1",
                "https://a.example/seafhttp/upload-api/{upload_link}?ret-json=1",
            ),
            ("/upload-api/fake-0000", "/upload-api/{upload_link}"),
            (
                "/seafhttp/files/fake-0000/a.txt",
                "/seafhttp/files/{upload_link}/a.txt",
            ),
            ("/api/rows/?x=/upload-api/y", "/api/rows/?x=/upload-api/y"),
        ] {
            assert_eq!(shown(address), expected);
        }
    }
}
