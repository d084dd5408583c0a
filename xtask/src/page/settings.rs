//! What `Trunk.toml` says of the page, whoever builds it.

use anyhow::{Context, Result};
use serde::Deserialize;

/// The settings that count here; the others are for Trunk alone.
#[derive(Debug, Deserialize)]
pub(super) struct Settings {
    /// Where the page's files are, from the document.
    public_url: String,
    /// The element that starts the page.
    pattern_script: String,
}

#[derive(Deserialize)]
struct File {
    build: Settings,
}

impl Settings {
    /// Reads the text of `Trunk.toml`.
    ///
    /// # Errors
    ///
    /// Fails when it is no TOML or one of the settings is missing.
    pub(super) fn read(text: &str) -> Result<Self> {
        let file: File = toml::from_str(text).context("reading Trunk.toml")?;
        Ok(file.build)
    }

    /// Returns the address of a file of the page.
    pub(super) fn address(&self, file: &str) -> String {
        format!("{}{file}", self.public_url)
    }

    /// Returns the element that starts the page.
    pub(super) fn script(&self, js: &str, wasm: &str) -> String {
        self.pattern_script
            .replace("{base}", &self.public_url)
            .replace("{js}", js)
            .replace("{wasm}", wasm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_of_this_work_tree_make_its_script() {
        let settings = Settings::read(include_str!("../../../Trunk.toml")).unwrap();
        assert_eq!(
            settings.script("a.js", "a.wasm"),
            r#"<script async fetchpriority="high" src="./boot.js" data-js="./a.js" data-wasm="./a.wasm"></script>"#
        );
        assert_eq!(settings.address("a.css"), "./a.css");
    }

    #[test]
    fn a_missing_setting_is_named() {
        let error = Settings::read("[build]\npublic_url = \"./\"").unwrap_err();
        assert!(format!("{error:#}").contains("pattern_script"), "{error:#}");
    }
}
