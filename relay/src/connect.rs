//! Connections to the server: by name or address, through a proxy where the environment names one, encrypted.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use std::vec;

use http_body_util::Empty;
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::header::{HOST, PROXY_AUTHORIZATION};
use hyper::{Request, StatusCode, Uri};
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::client::proxy::matcher::Intercept;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tower_service::Service;

use crate::fault::{Code, Fault};
use crate::server::Server;
use crate::tls;

/// How long it may take until a server takes a request: its name, its address, the proxy and the encryption together.
const PATIENCE: Duration = Duration::from_secs(15);

type Later<T, E> = Pin<Box<dyn Future<Output = Result<T, E>> + Send>>;

/// A connection of any kind.
pub(crate) trait Io: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Io for T {}

impl Connection for Box<dyn Io> {
    fn connected(&self) -> Connected {
        Connected::new()
    }
}

/// Makes connections to one server, whatever address it is asked for.
#[derive(Clone)]
pub(crate) struct Connector {
    server: Server,
    proxy: Option<Intercept>,
    tls: Option<TlsConnector>,
    patience: Duration,
    tcp: HttpConnector<Names>,
}

impl Connector {
    /// Encrypts what goes to the server if `tls` is there.
    pub(crate) fn new(
        server: Server,
        proxy: Option<Intercept>,
        tls: Option<TlsConnector>,
        patience: Option<Duration>,
    ) -> Self {
        let patience = patience.unwrap_or(PATIENCE);
        let mut tcp = HttpConnector::new_with_resolver(Names);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(patience));
        Self {
            server,
            proxy,
            tls,
            patience,
            tcp,
        }
    }

    async fn connect(self) -> Result<TokioIo<Box<dyn Io>>, Fault> {
        let connection = timeout(self.patience, self.clone().reach()).await;
        let fault = |_| Fault::timed_out(self.server.authority());
        Ok(TokioIo::new(connection.map_err(fault)??))
    }

    async fn reach(mut self) -> Result<Box<dyn Io>, Fault> {
        let server = self.server.authority();
        let connection = match self.proxy.take() {
            Some(proxy) => self.tunnel(&proxy).await?,
            None => self.tcp(self.server.host(), self.server.port()).await?,
        };
        match &self.tls {
            Some(tls) => tls::encrypt(tls, self.server.host(), server, connection).await,
            None => Ok(connection),
        }
    }

    async fn tcp(&self, host: &str, port: u16) -> Result<Box<dyn Io>, Fault> {
        let whom = format!("{host}:{port}");
        let not_one = |_| Fault::new(Code::Name, format!("`{host}` isn't a host name."));
        let address = format!("http://{whom}").parse().map_err(not_one)?;
        match self.tcp.clone().call(address).await {
            Ok(stream) => Ok(Box::new(stream.into_inner())),
            Err(error) => Err(Fault::of_connecting(&whom, &error)),
        }
    }

    /// Has a proxy make the connection.
    async fn tunnel(&self, proxy: &Intercept) -> Result<Box<dyn Io>, Fault> {
        let uri = proxy.uri();
        let host = uri.host().unwrap_or_default();
        let is_encrypted = uri.scheme_str() == Some("https");
        let port = uri.port_u16().unwrap_or(match is_encrypted {
            true => 443,
            false => 80,
        });
        let of_the_proxy =
            |fault: Fault| Fault::new(Code::Proxy, format!("The proxy of HTTPS_PROXY: {fault}"));
        let mut connection = self.tcp(host, port).await.map_err(of_the_proxy)?;
        if let Some(tls) = self.tls.as_ref().filter(|_| is_encrypted) {
            let encrypted = tls::encrypt(tls, host, host, connection).await;
            connection = encrypted.map_err(of_the_proxy)?;
        }
        let whom = format!("{}:{}", self.server.host(), self.server.port());
        let tunnel = open(connection, &whom, proxy).await.map_err(|error| {
            let text = format!("The proxy {host}:{port} does not speak HTTP ({error}).");
            Fault::new(Code::Proxy, text)
        })?;
        tunnel.map_err(|status| Fault::new(Code::Proxy, refused(status, host, port, &whom)))
    }
}

/// Asks a proxy for a connection to `whom`, and returns it, or the status of the proxy's refusal.
async fn open(
    connection: Box<dyn Io>,
    whom: &str,
    proxy: &Intercept,
) -> Result<Result<Box<dyn Io>, StatusCode>, Box<dyn Error + Send + Sync>> {
    let (mut client, driver) = http1::handshake(TokioIo::new(connection)).await?;
    tokio::spawn(driver.with_upgrades());
    let mut request = Request::connect(whom).header(HOST, whom);
    if let Some(login) = proxy.basic_auth() {
        request = request.header(PROXY_AUTHORIZATION, login);
    }
    let request = request.body(Empty::<Bytes>::new())?;
    let response = client.send_request(request).await?;
    match response.status() {
        status if status.is_success() => {
            let tunnel = hyper::upgrade::on(response).await?;
            Ok(Ok(Box::new(TokioIo::new(tunnel))))
        }
        status => Ok(Err(status)),
    }
}

fn refused(status: StatusCode, host: &str, port: u16, whom: &str) -> String {
    let reason = match status {
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
            "It asks for a user name and a password: put them into HTTPS_PROXY, as in http://user:password@proxy:3128."
        }
        StatusCode::FORBIDDEN => "Ask its admin to allow this server.",
        _ => "It may not reach the server either.",
    };
    format!("The proxy {host}:{port} made no connection to {whom} (status {status}). {reason}")
}

impl Service<Uri> for Connector {
    type Response = TokioIo<Box<dyn Io>>;
    type Error = Fault;
    type Future = Later<Self::Response, Fault>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Fault>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, _: Uri) -> Self::Future {
        Box::pin(self.clone().connect())
    }
}

/// Asks the system for addresses, and says so where it knows none.
#[derive(Clone)]
struct Names;

impl Service<Name> for Names {
    type Response = vec::IntoIter<SocketAddr>;
    type Error = Fault;
    type Future = Later<Self::Response, Fault>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Fault>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(async move {
            let unknown = |error: io::Error| {
                let text = format!(
                    "No address is known for {name} ({error}). Check the name and this machine's network."
                );
                Fault::new(Code::Name, text)
            };
            // The connector puts the port in.
            let addresses = tokio::net::lookup_host((name.as_str(), 0)).await;
            Ok(addresses.map_err(unknown)?.collect::<Vec<_>>().into_iter())
        })
    }
}
