//! The title of the page, as the browser shows it.

use crate::browser::page;

/// Sets it, with the name of the playground after it.
pub(super) fn set(name: &str) {
    page::set_title(&[name, " · SeaTable API Playground"].concat());
}
