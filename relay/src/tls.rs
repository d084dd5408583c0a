//! Encryption, and whose certificates are trusted: those that this system trusts, and with `--ca` those of a file too. Nothing turns
//! the check off.

use std::path::Path;
use std::sync::Arc;

use rustls::CertificateError::{
    BadSignature, Expired, ExpiredContext, NotValidForName, NotValidForNameContext, NotValidYet,
    NotValidYetContext, Revoked, UnknownIssuer,
};
use rustls::ClientConfig;
use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls_platform_verifier::Verifier;
use tokio_rustls::TlsConnector;

use crate::connect::Io;
use crate::fault::{Code, Fault, find};
use crate::pinned::Pinned;

/// Makes what encrypts.
pub(crate) fn connector(ca: Option<&Path>) -> Result<TlsConnector, String> {
    let provider = Arc::new(ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?;
    let mut config = config
        .dangerous()
        .with_custom_certificate_verifier(verifier(ca, provider)?)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsConnector::from(Arc::new(config)))
}

fn verifier(
    ca: Option<&Path>,
    provider: Arc<CryptoProvider>,
) -> Result<Arc<dyn ServerCertVerifier>, String> {
    let certificates = ca.map(read).transpose()?.unwrap_or_default();
    let verifier = Verifier::new_with_extra_roots(certificates.iter().cloned(), provider);
    let verifier = verifier.map_err(|error| match ca {
        Some(path) => format!("{}: {error}.", path.display()),
        None => format!("This system's certificates could not be read: {error}."),
    })?;
    Ok(Arc::new(Pinned::new(certificates, verifier)))
}

/// Reads the certificates of a file.
fn read(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let name = path.display();
    let broken = |error| format!("{name} could not be read as certificates in PEM: {error}.");
    let certificates = CertificateDer::pem_file_iter(path).map_err(broken)?;
    let certificates: Vec<_> = certificates.collect::<Result<_, _>>().map_err(broken)?;
    match certificates.is_empty() {
        true => Err(format!(
            "{name} has no certificate. It has to be a PEM file, with -----BEGIN CERTIFICATE----- in it."
        )),
        false => Ok(certificates),
    }
}

/// Encrypts a connection to `host`, which people call `whom`.
pub(crate) async fn encrypt(
    tls: &TlsConnector,
    host: &str,
    whom: &str,
    connection: Box<dyn Io>,
) -> Result<Box<dyn Io>, Fault> {
    let not_one = |_| Fault::new(Code::Name, format!("`{host}` isn't a host name."));
    let name = ServerName::try_from(host.to_owned()).map_err(not_one)?;
    match tls.connect(name, connection).await {
        Ok(stream) => Ok(Box::new(stream)),
        Err(error) => Err(match find::<rustls::Error>(&error) {
            Some(rustls::Error::InvalidCertificate(reason)) => {
                let text = format!("The certificate of {whom} was refused: {}", said(reason));
                Fault::new(Code::Certificate, text)
            }
            _ => {
                let text =
                    format!("No encrypted connection to {whom}: {error}. Is it an https server?");
                Fault::new(Code::Refused, text)
            }
        }),
    }
}

fn said(reason: &rustls::CertificateError) -> String {
    match reason {
        UnknownIssuer => "this machine does not trust its issuer. Where the server has a certificate authority of its \
                          own, name the file with that authority's certificate with --ca. A server that leaves out \
                          intermediate certificates is refused like this too."
            .to_owned(),
        Expired | ExpiredContext { .. } => {
            "it has expired, or this machine's clock is wrong.".to_owned()
        }
        NotValidYet | NotValidYetContext { .. } => {
            "it is not valid yet, or this machine's clock is wrong.".to_owned()
        }
        NotValidForName => "it is for another name.".to_owned(),
        NotValidForNameContext { presented, .. } => {
            format!("it is for other names: {}.", names(presented))
        }
        Revoked => "it was revoked.".to_owned(),
        BadSignature => "its signature is not its issuer's.".to_owned(),
        // There is no variant for it.
        other if other.to_string().contains("CaUsedAsEndEntity") => {
            "it is that of an authority, as certificates are that signed themselves, and this machine does not trust it. If \
             it is the server's own, name its file with --ca."
                .to_owned()
        }
        other => format!("{other}."),
    }
}

/// Writes names as people do: `DnsName("a.example")` is how they come.
fn names(presented: &[String]) -> String {
    let bare = |name: &String| match name.split('"').nth(1) {
        Some(inner) => inner.to_owned(),
        None => name.clone(),
    };
    presented.iter().map(bare).collect::<Vec<_>>().join(", ")
}
