//! Everything that has to hold before a change is good: checks of the sources, tests of three
//! kinds, and the sizes of the built page.

mod durations;
mod report;
mod section;
mod stage;
mod tally;
mod walkthroughs;

use std::time::Instant;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::setup::{self, Scope};
use report::Report;
use section::{SECTIONS, Section};
use stage::Stage;
use tally::Tally;

/// Returns the names of all sections, in their order.
pub fn names() -> Vec<&'static str> {
    SECTIONS.iter().map(|section| section.name).collect()
}

/// Runs all sections, or the one called `only`, and prints how each ended.
///
/// Returns whether everything passed. A failed section does not stop the others, unless they need
/// what it makes.
///
/// # Errors
///
/// Fails when set-up does, or when there is no section called `only`.
pub fn run(project: &Project, only: Option<&str>) -> Result<bool> {
    let sections = chosen(only)?;
    let environment = setup::provide(project, scope(&sections), &[])?;
    let stage = Stage::new(project.clone(), environment);
    if sections.len() > 1 {
        stage.begin_to_build();
    }
    let mut report = Report::default();
    for section in sections {
        let start = Instant::now();
        let outcome = match section.needs.filter(|need| report.has_failed(need)) {
            Some(need) => Outcome::LeftOut(format!("`{need}` failed")),
            None => timed(section, &stage),
        };
        report.add(section, outcome, start.elapsed());
    }
    print!("{}{report}", stage.durations());
    Ok(report.failed() == 0)
}

/// How a section ended.
enum Outcome {
    /// It ran, well or not, and counted its tests.
    Ran(Tally),
    /// It did not run, for this reason.
    LeftOut(String),
}

fn chosen(only: Option<&str>) -> Result<Vec<&'static Section>> {
    let Some(name) = only else {
        return Ok(SECTIONS.iter().collect());
    };
    let section = SECTIONS.iter().find(|section| section.name == name);
    let section = section.with_context(|| format!("no section is called {name}"))?;
    Ok(vec![section])
}

/// Returns what the sections need, which for most is a browser or the tools that build the page.
fn scope(sections: &[&Section]) -> Scope {
    match sections {
        [section] if section.name == walkthroughs::SECTION => Scope::Walkthroughs,
        _ => Scope::Browser,
    }
}

fn timed(section: &Section, stage: &Stage) -> Outcome {
    println!("\n== {}: {}", section.name, section.heading);
    let start = Instant::now();
    let tally = (section.run)(stage).unwrap_or_else(|error| {
        println!("{error:#}");
        Tally {
            failed: 1,
            ..Tally::default()
        }
    });
    let word = if tally.failed == 0 {
        "passed"
    } else {
        "FAILED"
    };
    println!(
        "-- {} {word} ({:.1} s)",
        section.name,
        start.elapsed().as_secs_f64()
    );
    Outcome::Ran(tally)
}
