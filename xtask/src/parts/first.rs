//! What a link fetches first: for each kind of page a module with all that it needs in one piece, since a compressor finds more that is
//! alike in one file than in several, and wasm-opt more that nobody needs.
//!
//! All of them have the page's module inside, with the same places in its memory and its table: whichever came first, the same parts follow.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::direct::direct;
use super::family::Part;
use super::merge::{FEATURES, PAGE};
use crate::process;
use crate::setup::Environment;

/// Each kind of page, as `boot.js` tells it by the address, and the part that draws it.
const KINDS: [(&str, &str); 3] = [
    ("home", "home"),
    ("step", "walkthrough"),
    ("operation", "reference"),
];

/// What else makes such a module smaller: a second round, once the first has found what nobody calls any more.
pub(super) const OPTIMIZATIONS: [&str; 1] = ["-Os"];

/// A module that is fetched first.
pub(super) struct First {
    /// The kind of page.
    pub(super) kind: &'static str,
    /// The parts inside.
    pub(super) parts: Vec<String>,
}

/// Returns what is fetched first for each kind of page.
pub(super) fn all(family: &[Part]) -> Result<Vec<First>> {
    let first = |(kind, drawing): (&'static str, &str)| {
        let part = family.iter().find(|part| part.name == drawing);
        let part = part.with_context(|| format!("the page has no part {drawing}"))?;
        let parts = family.iter().filter(|other| part.uses(other));
        Ok(First {
            kind,
            parts: parts.map(|part| part.name.clone()).collect(),
        })
    };
    KINDS.into_iter().map(first).collect()
}

impl First {
    /// Merges the page's module and the parts, which lie in `directory`, and returns where the result is.
    pub(super) fn merge(
        &self,
        environment: &Environment,
        main: &Path,
        directory: &Path,
    ) -> Result<PathBuf> {
        let merged = directory.join(format!("first_{}.wasm", self.kind));
        let mut wasm_merge = environment.command("wasm-merge");
        wasm_merge.args(FEATURES).arg(main).arg(PAGE);
        for part in &self.parts {
            let path = directory.join(format!("{part}.wasm"));
            wasm_merge.arg(path).arg(part);
        }
        process::read(wasm_merge.arg("-o").arg(&merged))?;
        let module = fs::read(&merged).with_context(|| format!("reading {}", merged.display()))?;
        fs::write(&merged, direct(&module)?)?;
        Ok(merged)
    }
}
