//! Servers that something is wrong with.

use crate::stage::practice_server;
use crate::tls::Tls;
use practice::cors::Cors;
use practice::http::{Fault, Handle, Options, StandIn};
use std::net::SocketAddr;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What is wrong.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wrong {
    /// The practice server is told so, in the words of its command line.
    Told(&'static str),
    /// It says that it is of this version, and has no gateway.
    Old(&'static str),
    /// Nobody listens.
    Closed,
    /// No such name exists.
    Name,
    /// A program answers that does not speak HTTP.
    OtherProtocol,
    /// Whoever connects is hung up on at once.
    HungUp,
    /// No authority has issued its certificate.
    Certificate,
    /// It is asked by https and speaks http.
    HttpsToHttp,
    /// It is asked by http and speaks https.
    HttpToHttps,
}

/// A server, for as long as a test needs it.
pub(crate) struct Server {
    /// What its addresses begin with.
    pub(crate) origin: String,
    /// The practice server, where one has taken the requests.
    pub(crate) practice: Option<Handle>,
    /// Ends with it.
    _tls: Option<Tls>,
    task: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) async fn start(wrong: Wrong) -> Self {
        match wrong {
            Wrong::Told(words) => Self::of(practice_server(options(words)).await),
            Wrong::Old(version) => Self::of(practice_server(old(version)).await),
            Wrong::Closed => Self::nowhere(format!("http://{}", closed())),
            Wrong::Name => Self::nowhere("https://seatable.invalid".to_owned()),
            Wrong::OtherProtocol => Self::raw(b"SSH-2.0-OpenSSH_9.2\r\n").await,
            Wrong::HungUp => Self::raw(b"").await,
            Wrong::Certificate => Self::encrypted("https").await,
            Wrong::HttpToHttps => Self::encrypted("http").await,
            Wrong::HttpsToHttp => {
                let mut server = Self::of(practice_server(Options::default()).await);
                server.origin = server.origin.replace("http:", "https:");
                server
            }
        }
    }

    fn of(practice: Handle) -> Self {
        let mut server = Self::nowhere(practice.url());
        server.practice = Some(practice);
        server
    }

    fn nowhere(origin: String) -> Self {
        Self {
            origin,
            practice: None,
            _tls: None,
            task: None,
        }
    }

    /// A listener that says something to whoever connects, and hangs up.
    async fn raw(words: &'static [u8]) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let mut server = Self::nowhere(format!("http://{}", listener.local_addr().unwrap()));
        let task = tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let _ = stream.write_all(words).await;
            }
        });
        server.task = Some(task);
        server
    }

    async fn encrypted(scheme: &str) -> Self {
        let mut server = Self::of(practice_server(Options::default()).await);
        let address = server.practice.as_ref().map(Handle::address).unwrap();
        let tls = Tls::in_front_of(address, &["127.0.0.1"]).await;
        server.origin = format!("{scheme}://{}", tls.address);
        server._tls = Some(tls);
        server
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(task) = &self.task {
            task.abort();
        }
    }
}

/// Reads options as the practice server's program does.
fn options(words: &str) -> Options {
    let mut options = Options::default();
    let words: Vec<_> = words.split_whitespace().collect();
    for pair in words.chunks(2) {
        match pair {
            ["--cors", cors] => options.cors = Cors::parse(cors).unwrap(),
            ["--fault", fault] => options.faults.push(Fault::parse(fault).unwrap()),
            ["--rate", rate] => options.per_minute = Some(rate.parse().unwrap()),
            _ => panic!("what is {pair:?}?"),
        }
    }
    options
}

fn old(version: &str) -> Options {
    let options = options("--fault 404:/api-gateway/");
    let body = format!(r#"{{"version": "{version}", "edition": "enterprise edition"}}"#);
    let info = StandIn::new("/server-info/", "application/json", body);
    options.stand_ins.lock().unwrap().push(info);
    options
}

/// An address of this machine that nobody listens at.
fn closed() -> SocketAddr {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap()
}
