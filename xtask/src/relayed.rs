//! The page on this machine with a relay to a server.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow};
use relay::{Local, Options, Server};
use site::{Site, stop};
use tokio::net::TcpListener;

pub use relay::Relay;

/// Makes the way to a server. Nothing is sent.
///
/// # Errors
///
/// Fails where `server` is no address of one, or `ca` no file with certificates.
pub fn relay(server: &str, ca: Option<PathBuf>) -> Result<Relay> {
    let server = Server::parse(server).map_err(|fault| anyhow!("--server {server}: {fault}"))?;
    let options = Options {
        ca,
        ..Options::new(server)
    };
    Relay::new(options).map_err(|fault| anyhow!(fault))
}

/// Serves the page with its relay until somebody asks for the end.
pub(crate) async fn serve(listener: TcpListener, site: Site, relay: Relay) -> Result<()> {
    let asked = stop::asked().context("waiting for Ctrl-C")?;
    println!("\n  Page:  http://{}/", listener.local_addr()?);
    println!("  Relay: {}", relay.described());
    println!("\n  Ctrl-C stops both.\n");
    let outcome = Local::relayed(site, relay).serve(listener, asked).await;
    outcome.context("serving the page")?;
    println!("\nStopped.");
    Ok(())
}
