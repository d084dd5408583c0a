//! Set-up: finds what a command needs and installs what is missing.
//!
//! Every need is one module of the same shape: what it is called, what it is for, whether it is
//! there, how to get it, and the command to run by hand when that fails.

mod apt;
mod chromium;
mod environment;
mod firefox;
mod npm_package;
mod pinned;
mod unpacked;
mod wasm_target;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::project::Project;

pub use environment::Environment;

/// Something outside the work tree that a command cannot do without.
trait Need {
    /// What it is called, with its version where that matters.
    fn name(&self) -> String;
    /// What it is for, as the second half of "which …".
    fn purpose(&self) -> &'static str;
    /// Looks for it, without changing anything.
    fn find(&self) -> Option<Found>;
    /// Fetches or builds it.
    fn install(&self) -> Result<()>;
    /// How long [`Need::install`] takes on two cores, for people.
    fn takes(&self) -> &'static str;
    /// The command that a person would run instead of [`Need::install`].
    fn by_hand(&self) -> String;
    /// Whether the command can do without it and leave out what uses it.
    fn can_be_left_out(&self) -> bool {
        false
    }
}

/// Where a need was met.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Found {
    /// By what is installed on this machine.
    Here,
    /// By programs in a directory that is not on the search path.
    In(PathBuf),
    /// By another Rust toolchain than the one in use, in this directory.
    Toolchain(PathBuf),
}

/// Which needs a command has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Run the walkthroughs with a tool that others made.
    Walkthroughs,
    /// Build the page to try it out.
    Trial,
    /// Build the page as it is published.
    Page,
    /// Build the page and run it in a browser.
    Browser,
    /// Run a page that is built already in a browser.
    Driver,
    /// Measure a page that is built already.
    Bench,
}

/// Something that is made once set-up is done, as the list of what is ahead shows it.
#[derive(Clone, Debug)]
pub struct Ahead {
    /// What it is.
    pub name: &'static str,
    /// Whether there is one of an earlier run, and how long it takes on two cores.
    pub state: &'static str,
}

/// Provides everything that `scope` covers. Before that, it lists what is there, what is missing, and what is ahead.
///
/// # Errors
///
/// Fails at the first need that is neither there nor to be had; the text gives the reason and the
/// command to run by hand. What a command can do without is left out and said to be, except where `CI` is set.
pub fn provide(project: &Project, scope: Scope, ahead: &[Ahead]) -> Result<Environment> {
    let mut environment = Environment::new();
    let mut missing = Vec::new();
    for need in needs(project, scope) {
        let found = need.find();
        let state = match found {
            Some(_) => "there".to_owned(),
            None => format!("missing: {}", need.takes()),
        };
        println!("  {:<34} {state}", need.name());
        match found {
            Some(found) => environment.add(found),
            None => missing.push(need),
        }
    }
    for Ahead { name, state } in ahead {
        println!("  {name:<34} {state}");
    }
    for need in missing {
        if let Some(found) = met_or_left_out(need.as_ref(), is_ci())? {
            environment.add(found);
        }
    }
    Ok(environment)
}

/// Whether a machine runs this that checks changes: nothing is left out there.
fn is_ci() -> bool {
    std::env::var_os("CI").is_some()
}

fn needs(project: &Project, scope: Scope) -> Vec<Box<dyn Need>> {
    if scope == Scope::Walkthroughs {
        return vec![Box::new(npm_package::redocly(project))];
    }
    if scope == Scope::Driver {
        return vec![Box::new(chromium::Chromium)];
    }
    if scope == Scope::Bench {
        let lighthouse = npm_package::lighthouse(project);
        return vec![Box::new(chromium::Chromium), Box::new(lighthouse)];
    }
    let mut needs: Vec<Box<dyn Need>> = vec![Box::new(wasm_target::WasmTarget::new(project))];
    if scope != Scope::Trial {
        needs.push(Box::new(npm_package::wasm_opt(project)));
    }
    if scope == Scope::Browser {
        needs.push(Box::new(chromium::Chromium));
        needs.push(Box::new(firefox::Firefox));
        needs.push(Box::new(unpacked::nginx(project)));
        needs.push(Box::new(npm_package::axe(project)));
    }
    needs
}

fn met_or_left_out(need: &dyn Need, is_ci: bool) -> Result<Option<Found>> {
    match met(need) {
        Err(reason) if need.can_be_left_out() && !is_ci => {
            println!("{reason:#}\nLeft out is what {}.", need.purpose());
            Ok(None)
        }
        outcome => outcome.map(Some),
    }
}

fn met(need: &dyn Need) -> Result<Found> {
    let (name, start) = (need.name(), Instant::now());
    println!("Getting {name}, which {} …", need.purpose());
    let advice = || format!("{name} could not be set up. By hand: {}", need.by_hand());
    need.install().with_context(advice)?;
    let Some(found) = need.find() else {
        bail!(
            "{}\nThe installation ended well, but {name} is still not found",
            advice()
        );
    };
    println!("{name} is ready ({:.0} s)", start.elapsed().as_secs_f64());
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A need that is met once `install` was called, if it is to be had at all.
    struct Made {
        there: Cell<bool>,
        works: bool,
        can_be_left_out: bool,
    }

    impl Need for Made {
        fn name(&self) -> String {
            "lamp 1.0".to_owned()
        }
        fn purpose(&self) -> &'static str {
            "gives light"
        }
        fn find(&self) -> Option<Found> {
            self.there.get().then_some(Found::Here)
        }
        fn install(&self) -> Result<()> {
            if !self.works {
                bail!("no oil");
            }
            self.there.set(true);
            Ok(())
        }
        fn takes(&self) -> &'static str {
            "a moment"
        }
        fn by_hand(&self) -> String {
            "strike a match".to_owned()
        }
        fn can_be_left_out(&self) -> bool {
            self.can_be_left_out
        }
    }

    #[test]
    fn a_missing_need_is_installed() {
        let need = Made {
            there: Cell::new(false),
            works: true,
            can_be_left_out: false,
        };
        assert_eq!(met(&need).unwrap(), Found::Here);
        assert!(need.there.get());
    }

    #[test]
    fn a_need_that_cannot_be_met_gives_the_reason_and_the_command_by_hand() {
        let need = Made {
            there: Cell::new(false),
            works: false,
            can_be_left_out: false,
        };
        let text = format!("{:#}", met(&need).unwrap_err());
        assert_eq!(
            text,
            "lamp 1.0 could not be set up. By hand: strike a match: no oil"
        );
    }

    #[test]
    fn what_a_command_can_do_without_is_left_out_but_not_where_changes_are_checked() {
        let mut need = Made {
            there: Cell::new(false),
            works: false,
            can_be_left_out: true,
        };
        assert_eq!(met_or_left_out(&need, false).unwrap(), None);
        assert!(met_or_left_out(&need, true).is_err());
        need.can_be_left_out = false;
        assert!(met_or_left_out(&need, false).is_err());
    }
}
