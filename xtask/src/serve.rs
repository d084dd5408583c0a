//! The page and a practice SeaTable, served on this machine.

use std::io;
use std::path::PathBuf;

use anyhow::{Context, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::net::TcpListener;
use tokio::signal;

use crate::local_port;
use crate::static_files::{Held, Site};

/// What may not stand in a query value as it is; dots may, and are easier to read.
const QUERY_VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-');

/// What is served where.
#[derive(Debug)]
pub struct Options {
    /// The folder with the built page.
    pub directory: PathBuf,
    /// The port that the page should have.
    pub port: u16,
    /// The port that the practice SeaTable should have.
    pub practice_port: u16,
}

/// What is still to be made once the address is there.
pub struct Rest {
    /// What the paths begin with of requests that wait for it.
    pub path: &'static str,
    /// Makes it.
    pub make: Box<dyn FnOnce() -> Result<()> + Send>,
}

/// Serves until Ctrl-C, or until the system asks the process to end. Meanwhile the rest of the page is made.
///
/// # Errors
///
/// Fails when a port cannot be listened on, or a server stops.
pub fn run(options: Options, rest: Option<Rest>) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new().context("starting the servers")?;
    let outcome = runtime.block_on(serve(options, rest));
    // A compiler that still runs is no reason to stay.
    runtime.shutdown_background();
    outcome
}

async fn serve(options: Options, rest: Option<Rest>) -> Result<()> {
    let page = listen(options.port).await?;
    let practice = listen(options.practice_port).await?;
    let practice_url = address(&practice)?;
    println!(
        "\n  Page:              {}",
        page_url(&address(&page)?, &practice_url)
    );
    println!("  Practice SeaTable: {practice_url}");
    println!("\n  Ctrl-C stops both.\n");

    let mut site = Site::new(options.directory);
    if let Some(Rest { path, make }) = rest {
        let (held, hold) = Held::new(path);
        site = site.holding(held);
        tokio::task::spawn_blocking(move || {
            if let Err(error) = make() {
                eprintln!("{error:#}");
            }
            drop(hold);
        });
    }
    tokio::select! {
        outcome = site.serve(page) => outcome.context("serving the page"),
        outcome = practice::http::serve(practice, practice::http::Options::default()) => {
            outcome.context("serving the practice SeaTable")
        }
        outcome = asked_to_stop() => {
            println!("\nStopped.");
            outcome.context("waiting for Ctrl-C")
        }
    }
}

async fn listen(port: u16) -> Result<TcpListener> {
    let listener = local_port::listen(port)
        .await
        .with_context(|| format!("port {port}"))?;
    let given = listener.local_addr()?.port();
    if port != 0 && given != port {
        println!("Port {port} is taken: using {given}.");
    }
    Ok(listener)
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}", listener.local_addr()?))
}

/// Returns the page's address with the practice server as a proposal, which the page shows and a
/// person confirms.
fn page_url(page: &str, practice: &str) -> String {
    format!(
        "{page}/#/?server={}",
        utf8_percent_encode(practice, QUERY_VALUE)
    )
}

async fn asked_to_stop() -> io::Result<()> {
    let mut end = signal::unix::signal(signal::unix::SignalKind::terminate())?;
    tokio::select! {
        outcome = signal::ctrl_c() => outcome,
        _ = end.recv() => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_address_proposes_the_practice_server() {
        assert_eq!(
            page_url("http://127.0.0.1:8080", "http://127.0.0.1:8081"),
            "http://127.0.0.1:8080/#/?server=http%3A%2F%2F127.0.0.1%3A8081",
        );
    }
}
