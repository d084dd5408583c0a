//! TLS in front of a server, with a certificate that no authority has issued.

use rcgen::{CertifiedKey, generate_simple_self_signed};
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// A listener that takes TLS off. Dropping it ends it.
pub(crate) struct Tls {
    /// Where it listens.
    pub(crate) address: SocketAddr,
    task: JoinHandle<()>,
}

impl Tls {
    /// Listens for a server, under these names.
    pub(crate) async fn in_front_of(server: SocketAddr, names: &[&str]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let acceptor = acceptor(names);
        Self {
            address: listener.local_addr().unwrap(),
            task: tokio::spawn(async move {
                while let Ok((stream, _)) = listener.accept().await {
                    tokio::spawn(pass_on(acceptor.clone(), stream, server));
                }
            }),
        }
    }
}

impl Drop for Tls {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn acceptor(names: &[&str]) -> TlsAcceptor {
    let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
    let CertifiedKey { cert, signing_key } = generate_simple_self_signed(names).unwrap();
    let key = PrivateKeyDer::try_from(signing_key.serialize_der()).unwrap();
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

/// Whoever does not take the certificate hangs up.
async fn pass_on(acceptor: TlsAcceptor, stream: TcpStream, server: SocketAddr) -> Option<()> {
    let mut encrypted = acceptor.accept(stream).await.ok()?;
    let mut plain = TcpStream::connect(server).await.ok()?;
    copy_bidirectional(&mut encrypted, &mut plain).await.ok()?;
    Some(())
}
