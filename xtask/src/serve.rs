//! The page served on this machine, with a practice SeaTable or a way to a real one.

use std::path::PathBuf;

use anyhow::{Context, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use site::{Held, Site, local_port, stop};
use tokio::net::TcpListener;

use crate::relayed::{self, Relay};

/// What may not stand in a query value as it is; dots may, and are easier to read.
const QUERY_VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-');

/// What is served where.
#[derive(Debug)]
pub struct Options {
    /// The folder with the built page.
    pub directory: PathBuf,
    /// The port that the page should have.
    pub port: u16,
    /// What the page is to work with.
    pub with: With,
}

/// What the page is to work with.
#[derive(Debug)]
pub enum With {
    /// A practice SeaTable, at this port if it is free.
    Practice(u16),
    /// A server, by a relay.
    Server(Box<Relay>),
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
    match options.with {
        With::Practice(port) => {
            let practice = listen(port).await?;
            let url = address(&practice)?;
            println!(
                "\n  Page:              {}",
                page_url(&address(&page)?, &url)
            );
            println!("  Practice SeaTable: {url}");
            println!("\n  Ctrl-C stops both.\n");
            with_practice(page, site(options.directory, rest), practice).await
        }
        With::Server(relay) => relayed::serve(page, site(options.directory, rest), *relay).await,
    }
}

/// Returns the page as a site, and makes the rest of it.
fn site(directory: PathBuf, rest: Option<Rest>) -> Site {
    let site = Site::new(directory);
    let Some(Rest { path, make }) = rest else {
        return site;
    };
    let (held, hold) = Held::new(path);
    tokio::task::spawn_blocking(move || {
        if let Err(error) = make() {
            eprintln!("{error:#}");
        }
        drop(hold);
    });
    site.holding(held)
}

async fn with_practice(page: TcpListener, site: Site, practice: TcpListener) -> Result<()> {
    let asked = stop::asked().context("waiting for Ctrl-C")?;
    tokio::select! {
        outcome = site.serve(page) => outcome.context("serving the page"),
        outcome = practice::http::serve(practice, practice::http::Options::default()) => {
            outcome.context("serving the practice SeaTable")
        }
        () = asked => {
            println!("\nStopped.");
            Ok(())
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
