//! `cargo xtask`: every command that this workspace needs, with nothing to install beforehand.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;
use clap::{Parser, Subcommand};
use xtask::compile::Purpose;
use xtask::more::More;
use xtask::project::Project;
use xtask::serve::With;
use xtask::setup::{self, Scope};
use xtask::{
    bench, catalogue, local_walkthroughs, more, page, parts, pictures, practice_worker, relayed,
    release, serve, sizes, suite,
};

/// Builds, serves and tests the SeaTable API Playground.
///
/// Every command first looks for the tools it needs and gets those that are missing: the pinned
/// ones into target/tools, the browser for tests from the distribution.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds the page to try it out, and serves it on this machine with a practice SeaTable beside it, or with a relay to your server.
    Serve {
        /// Your SeaTable server, such as https://cloud.seatable.io: requests go there through this program, and no practice
        /// SeaTable is served.
        #[arg(long, value_name = "URL")]
        server: Option<String>,
        /// A PEM file with certificates to trust besides this system's: of your own certificate authority, or of the server itself.
        #[arg(long, value_name = "FILE", requires = "server")]
        ca: Option<PathBuf>,
        /// The port of the page; another one if it is taken.
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The port of the practice SeaTable; another one if it is taken.
        #[arg(long, default_value_t = 8081)]
        practice_port: u16,
        /// Serves the page that `build` made, in dist/.
        #[arg(long)]
        no_build: bool,
    },
    /// Checks and tests everything, in a browser too; the last line counts what passed.
    Test {
        /// Runs this section alone.
        #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(suite::names()))]
        only: Option<String>,
    },
    /// Measures in a browser how the page starts and shows responses, and writes the figures into docs/performance.md.
    Bench {
        /// Makes this table alone.
        #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(bench::TABLES))]
        only: Option<String>,
        /// Measures the page that is in dist/ already.
        #[arg(long)]
        no_build: bool,
    },
    /// Makes pictures of every page and state: 1280 and 360 pixels, light, dark and in forced colours.
    Pictures {
        /// Where they go.
        #[arg(default_value = "target/pictures", value_name = "FOLDER")]
        folder: PathBuf,
        /// Opens the page that is in dist/ already.
        #[arg(long)]
        no_build: bool,
    },
    /// Builds the page into dist/, ready for any host of static files.
    Build,
    /// Makes a release into target/dist-release: the built page as archives, the program with the page inside, and checksums.
    Dist,
    /// Makes catalogue/ again from SeaTable's OpenAPI documents.
    Catalogue {
        /// The documents, or folders that hold them.
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Copies the walkthroughs to target/walkthroughs with local sources, for linters of Arazzo.
    Walkthroughs {
        /// The directory with SeaTable's OpenAPI documents.
        directory: PathBuf,
    },
    /// Prints the sizes of the page in dist/ and what a browser fetches of it at first, and holds them against the budgets.
    Sizes,
    /// Builds the practice SeaTable for the page; Trunk calls this.
    #[command(hide = true)]
    PracticeWorker,
    /// Cuts the page's module in parts; Trunk calls this.
    #[command(hide = true)]
    Parts,
}

impl Command {
    /// Returns what it needs that `cargo xtask` does not begin with.
    fn needs(&self) -> Option<More> {
        match self {
            Self::Test { .. }
            | Self::Bench { .. }
            | Self::Pictures { .. }
            | Self::Build
            | Self::Dist
            | Self::Parts => Some(More::Publish),
            Self::Serve {
                server: Some(_), ..
            } => Some(More::Relay),
            _ => None,
        }
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        // The count of a failed suite stays the last line.
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs `command` and returns whether it found everything in order.
fn run(command: Command) -> Result<bool> {
    let project = Project::find()?;
    if let Some(more) = command.needs().filter(|more| !more.is_here()) {
        return more::run(&project, more);
    }
    match command {
        Command::Serve {
            server,
            ca,
            port,
            practice_port,
            no_build,
        } => {
            // Before anything is built, which takes longer than to correct an address.
            let with = match server {
                Some(server) => With::Server(Box::new(relayed::relay(&server, ca)?)),
                None => With::Practice(practice_port),
            };
            let (directory, rest) = match no_build {
                true => (built(&project)?, None),
                false => {
                    let (directory, rest) = tried_out(&project)?;
                    (directory, Some(rest))
                }
            };
            let options = serve::Options {
                directory,
                port,
                with,
            };
            serve::run(options, rest)?;
        }
        Command::Test { only } => return suite::run(&project, only.as_deref()),
        Command::Bench { only, no_build } => {
            let directory = page(&project, no_build)?;
            bench::run(&project, &directory, only.as_deref())?;
        }
        Command::Pictures { folder, no_build } => {
            let directory = page(&project, no_build)?;
            println!(
                "{}",
                pictures::run(&project, &directory, &folder)?.display()
            );
        }
        Command::Build => drop(build(&project)?),
        Command::Dist => {
            let environment = setup::provide(&project, Scope::Page, &[])?;
            for path in release::run(&project, &environment)? {
                println!("{}", path.display());
            }
        }
        Command::Catalogue { paths } => catalogue::run(&paths)?,
        Command::Walkthroughs { directory } => {
            for path in local_walkthroughs::write(&project, &directory)? {
                println!("{}", path.display());
            }
        }
        Command::Sizes => {
            let environment = setup::provide(&project, Scope::Driver, &[])?;
            sizes::report(&project, &environment)?;
        }
        Command::PracticeWorker => {
            let environment = setup::provide(&project, Scope::Page, &[])?;
            let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
            let page = staging.unwrap_or_else(|| project.dist());
            practice_worker::build(&project, &environment, Purpose::of_trunk(), &page)?;
        }
        Command::Parts => {
            let environment = setup::provide(&project, Scope::Page, &[])?;
            parts::replace_trunks(&project, &environment)?;
        }
    }
    Ok(true)
}

/// Builds the page to try it out, but for its practice worker, which nobody needs at once.
fn tried_out(project: &Project) -> Result<(PathBuf, serve::Rest)> {
    let start = Instant::now();
    let ahead = page::ahead_of_a_trial(project);
    let environment = setup::provide(project, Scope::Trial, &ahead)?;
    let prepared = start.elapsed().as_secs_f64();
    let directory = page::try_out(project, &environment)?;
    let built = start.elapsed().as_secs_f64() - prepared;
    println!("Set-up took {prepared:.1} s, the page {built:.1} s.");
    let (project, goal) = (project.clone(), directory.clone());
    let make = move || {
        let start = Instant::now();
        practice_worker::build(&project, &environment, Purpose::Trial, &goal)?;
        let took = start.elapsed().as_secs_f64();
        println!("The practice SeaTable in the page is there too ({took:.1} s).");
        Ok(())
    };
    let rest = serve::Rest {
        path: "/practice/",
        make: Box::new(make),
    };
    Ok((directory, rest))
}

/// Returns where the page is, which is built first unless that is not wanted.
fn page(project: &Project, no_build: bool) -> Result<PathBuf> {
    if no_build {
        built(project)
    } else {
        build(project)
    }
}

fn build(project: &Project) -> Result<PathBuf> {
    let environment = setup::provide(project, Scope::Page, &[])?;
    page::publish(project, &environment)
}

fn built(project: &Project) -> Result<PathBuf> {
    let directory = project.dist();
    if !directory.join("index.html").is_file() {
        bail!("there is no built page: leave out --no-build");
    }
    Ok(directory)
}
