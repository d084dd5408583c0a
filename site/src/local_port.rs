//! Ports of this machine.

use std::io::{self, ErrorKind};
use std::net::Ipv4Addr;

use tokio::net::TcpListener;

/// Listens on `port` of 127.0.0.1, or on a free one when another program has that port.
///
/// # Errors
///
/// Fails when the system refuses to listen at all, or refuses `port` for another reason.
pub async fn listen(port: u16) -> io::Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
        }
        outcome => outcome,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_taken_port_gives_way_to_a_free_one() {
        let first = listen(0).await.unwrap().local_addr().unwrap();
        let held = listen(first.port()).await.unwrap();
        let other = listen(held.local_addr().unwrap().port()).await.unwrap();
        assert!(other.local_addr().unwrap().ip().is_loopback());
        assert_ne!(other.local_addr().unwrap(), held.local_addr().unwrap());
    }
}
