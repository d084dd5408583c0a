//! What the admin of a server writes into SeaTable's nginx file, so that a page of another origin may read its responses.

/// Returns the lines for the `server` block, for a page of this origin (scheme, host and port, no slash at the end).
///
/// They stand in place of whatever sets these headers there already: nginx sends a header twice that is added twice, and browsers
/// refuse that. SeaTable's own API reference stays allowed. `set` and `if` come first, since `return` ends the block, and a variable
/// that is not set is a header that is not sent.
pub fn lines(page_origin: &str) -> String {
    format!(
        "\
# In the server block, in place of the lines there that set these headers.
set $allowed_origin \"https://api.seatable.com\";
if ($http_origin = \"{page_origin}\") {{
    set $allowed_origin $http_origin;
}}
if ($request_method = OPTIONS) {{
    return 204;
}}
proxy_hide_header Access-Control-Allow-Origin;
proxy_hide_header Access-Control-Allow-Methods;
proxy_hide_header Access-Control-Allow-Headers;
add_header Access-Control-Allow-Origin $allowed_origin always;
add_header Access-Control-Allow-Methods \"GET, POST, PUT, DELETE, OPTIONS\" always;
add_header Access-Control-Allow-Headers \"Content-Type, Accept, Authorization, Token, DeviceType, X-SEAFILE-OTP\" always;
add_header Vary Origin always;
"
    )
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn the_origin_of_the_page_is_compared_and_the_api_reference_stays_allowed() {
        let lines = lines("https://playground.example.com:8443");
        assert!(
            lines.contains("if ($http_origin = \"https://playground.example.com:8443\") {\n"),
            "{lines}"
        );
        assert!(lines.contains("\"https://api.seatable.com\";\n"), "{lines}");
        // Without it, nginx leaves the header out of responses that say what went wrong.
        let added = lines.lines().filter(|line| line.starts_with("add_header"));
        assert!(
            added.clone().count() == 4 && added.into_iter().all(|line| line.ends_with(" always;"))
        );
    }

    #[test]
    fn each_header_is_added_once() {
        let lines = lines("https://playground.example.com");
        for name in ["Origin", "Methods", "Headers"] {
            let added = format!("add_header Access-Control-Allow-{name} ");
            assert_eq!(lines.matches(&added).count(), 1, "{name}");
        }
    }

    #[test]
    fn the_document_for_hosts_has_the_same_lines() {
        let document = include_str!("../../../../docs/hosting.md");
        assert!(document.contains(&lines("https://playground.example.com")));
    }
}
