//! Stands in for `relayed` in a program that was built without the feature `relay`.

use std::path::PathBuf;

use anyhow::{Result, bail};
use site::Site;
use tokio::net::TcpListener;

/// There is none.
#[derive(Debug)]
pub enum Relay {}

/// Says how to come by what is missing.
///
/// # Errors
///
/// Always.
pub fn relay(_: &str, _: Option<PathBuf>) -> Result<Relay> {
    bail!("this program was built without the feature `relay`: leave `--no-default-features` out")
}

#[expect(clippy::unused_async, reason = "what it stands in for waits")]
pub(crate) async fn serve(_: TcpListener, _: Site, relay: Relay) -> Result<()> {
    match relay {}
}
