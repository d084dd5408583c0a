//! `seatable-playground`: the page on this machine, in one program.

mod open;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, anyhow, bail};
use clap::Parser;
use relay::{Local, Options, PackedFile, Relay, Server, Site};
use site::{local_port, stop};

include!(concat!(env!("OUT_DIR"), "/page.rs"));

/// The SeaTable API Playground on this machine.
///
/// Opens the page in the browser. With --server its requests go through this program to that one server, which then need not
/// permit the page to read its responses (CORS).
#[derive(Parser)]
#[command(name = "seatable-playground", version)]
struct Arguments {
    /// The SeaTable server, such as https://cloud.seatable.io. Without it, the browser sends requests itself.
    #[arg(long, value_name = "URL", value_parser = Server::parse)]
    server: Option<Server>,
    /// A PEM file with certificates to trust besides this system's: of your own certificate authority, or of the server itself.
    #[arg(long, value_name = "FILE", requires = "server")]
    ca: Option<PathBuf>,
    /// The port of the page; another one if it is taken.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serves the page in this folder in place of the one inside.
    #[arg(long, value_name = "FOLDER")]
    page: Option<PathBuf>,
    /// Prints the page's address and leaves the browser alone.
    #[arg(long)]
    no_open: bool,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("starting the server")?;
    let outcome = runtime.block_on(serve(arguments));
    // A name that is still looked up is no reason to stay.
    runtime.shutdown_background();
    outcome
}

async fn serve(arguments: Arguments) -> Result<()> {
    let site = site(arguments.page)?;
    let relay = arguments.server.map(|server| {
        let options = Options {
            ca: arguments.ca,
            ..Options::new(server)
        };
        Relay::new(options).map_err(|fault| anyhow!(fault))
    });
    let relay = relay.transpose()?;
    let listener = local_port::listen(arguments.port).await;
    let listener = listener.with_context(|| format!("port {}", arguments.port))?;
    let address = format!("http://{}/", listener.local_addr()?);
    // Before anybody can know of the program, so that it ends in good order from then on.
    let asked = stop::asked().context("waiting for Ctrl-C")?;
    println!("\n  Page:  {address}");
    if let Some(relay) = &relay {
        println!("  Relay: {}", relay.described());
    }
    println!("\n  Ctrl-C stops it.\n");
    if !arguments.no_open {
        open::in_browser(&address);
    }
    let local = match relay {
        Some(relay) => Local::relayed(site, relay),
        None => Local::page(site),
    };
    local
        .serve(listener, asked)
        .await
        .context("serving the page")?;
    println!("\nStopped.");
    Ok(())
}

/// Returns the page inside, or the one in a folder.
fn site(folder: Option<PathBuf>) -> Result<Site> {
    match folder {
        Some(folder) if folder.join("index.html").is_file() => Ok(Site::new(folder)),
        Some(folder) => bail!(
            "There is no page in {}: it has no index.html.",
            folder.display()
        ),
        None if PAGE.is_empty() => bail!(
            "This is a build for tests, without the page: name a folder with it (--page dist), or build with --release."
        ),
        None => Ok(Site::packed(PAGE)),
    }
}
