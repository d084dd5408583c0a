//! The walkthroughs, checked and run by Redocly's tools, which know nothing of this project.

mod document;
mod inputs;
mod verdict;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use left_out::{Line, NO_DOCUMENTS};
use practice::http::Options;

use self::document::Document;
use super::tally::Tally;
use crate::local_walkthroughs;
use crate::project::Project;
use crate::setup::{self, Environment, Scope};

/// The section that does it.
pub(super) const SECTION: &str = "arazzo";

/// Checks each walkthrough as a document, then runs it against a practice SeaTable of its own.
pub(super) fn run(project: &Project) -> Result<Tally> {
    let Some(directory) = local_walkthroughs::documents_at_hand(project) else {
        let line = Line {
            test: SECTION.to_owned(),
            reason: NO_DOCUMENTS.to_owned(),
            whole: true,
        };
        return Ok(Tally {
            skipped: 1,
            left_out: vec![line],
            ..Tally::default()
        });
    };
    let environment = setup::provide(project, Scope::Walkthroughs, &[])?;
    let mut tally = Tally::default();
    for path in local_walkthroughs::write(project, &directory)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        for (what, outcome) in [
            ("is a right document", lint(&environment, &path)),
            ("can be run", execute(&environment, &path)),
        ] {
            match outcome {
                Ok(()) => {
                    println!("  {name} {what}");
                    tally.passed += 1;
                }
                Err(error) => {
                    println!("  {name} FAILED: it {what}: {error:#}");
                    tally.failed += 1;
                }
            }
        }
    }
    Ok(tally)
}

fn lint(environment: &Environment, path: &Path) -> Result<()> {
    let mut command = redocly(environment, path)?;
    command.arg("lint").arg(path);
    silent(&mut command)
}

fn execute(environment: &Environment, path: &Path) -> Result<()> {
    let document = Document::read(path)?;
    let practice = practice::http::start(Options::default()).context("a practice server")?;
    let report = path.with_extension("json");
    let mut command = redocly(environment, path)?;
    command.arg("respect").arg(path);
    for source in &document.sources {
        command
            .arg("--server")
            .arg(format!("{source}={}", practice.url()));
    }
    for input in &document.inputs {
        let value = inputs::value(input, &practice.credentials())?;
        command.arg("--input").arg(format!("{input}={value}"));
    }
    // What its checks of schemas find is judged here, where some is excused.
    command.args(["--severity", "SCHEMA_CHECK=warn", "--json-output"]);
    command.arg(&report);
    silent(&mut command)?;
    verdict::judge(&document, &report)
}

/// Begins a command that tells nobody about its use.
fn redocly(environment: &Environment, path: &Path) -> Result<Command> {
    let mut command = environment.command("redocly");
    command
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
    command.current_dir(path.parent().context("a walkthrough is in a directory")?);
    Ok(command)
}

/// Runs a command, whose output is of interest only when it fails.
fn silent(command: &mut Command) -> Result<()> {
    let output = command.output().context("starting redocly")?;
    if !output.status.success() {
        let text = [output.stdout, output.stderr].concat();
        bail!(
            "redocly ended with {}\n{}",
            output.status,
            String::from_utf8_lossy(&text).trim()
        );
    }
    Ok(())
}
