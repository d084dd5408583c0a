//! International names, as the browser writes them in addresses.

use web_sys::Url;

/// Returns the `xn--` form of a host's name by the browser's own parser; `None` if it takes the text for no name.
pub fn to_ascii(name: &str) -> Option<String> {
    let url = Url::new(&["https://", name, "/"].concat()).ok()?;
    Some(url.hostname())
}
