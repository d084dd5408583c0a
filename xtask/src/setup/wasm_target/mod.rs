//! The standard library for `wasm32-unknown-unknown`, which a Rust toolchain need not come with.

mod debian;
mod distribution;
mod matching_source;
mod standard_library;

use std::path::Path;
use std::process::Command;

use anyhow::{Error, Result, bail};

use super::{Found, Need};
use crate::process;
use crate::project::Project;
use standard_library::TARGET;

/// The standard library for the browser.
pub(super) struct WasmTarget {
    project: Project,
}

/// A way to come by the standard library.
type Way = fn(&Project) -> Result<()>;

/// The ways, in the order in which they are tried: rustup's own first, then those that work where
/// rustup's server is out of reach. The last one brings a compiler of its own, so it comes last.
const WAYS: [(&str, Way); 3] = [
    ("rustup", add_by_rustup),
    (
        "building it from a Debian package of the compiler's own source",
        matching_source::install,
    ),
    ("the toolchain of the distribution", distribution::install),
];

impl WasmTarget {
    pub(super) fn new(project: &Project) -> Self {
        Self {
            project: project.clone(),
        }
    }
}

impl Need for WasmTarget {
    fn name(&self) -> String {
        format!("Rust for {TARGET}")
    }

    fn purpose(&self) -> &'static str {
        "compiles for the browser"
    }

    fn find(&self) -> Option<Found> {
        if standard_library::is_there(None) {
            return Some(Found::Here);
        }
        let other = Path::new(distribution::TOOLCHAIN);
        distribution::is_there().then(|| Found::Toolchain(other.to_owned()))
    }

    fn install(&self) -> Result<()> {
        let mut reasons = Vec::new();
        for (way, install) in WAYS {
            println!("Set-up: trying {way} …");
            match install(&self.project) {
                Ok(()) => return Ok(()),
                Err(error) => reasons.push(refusal(way, &error)),
            }
        }
        bail!("none of the ways to get it worked\n{}", reasons.join("\n"))
    }

    fn takes(&self) -> &'static str {
        "some seconds; a minute or two where rustup cannot reach its server"
    }

    fn by_hand(&self) -> String {
        process::line(&rustup_target_add())
    }
}

fn refusal(way: &str, error: &Error) -> String {
    let text = format!("- {way}: {error:#}");
    println!("{text}");
    text
}

fn add_by_rustup(_: &Project) -> Result<()> {
    if process::find("rustup").is_none() {
        bail!("there is no rustup on this machine");
    }
    process::run(&mut rustup_target_add())
}

fn rustup_target_add() -> Command {
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    command
}
