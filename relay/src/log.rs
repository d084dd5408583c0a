//! What the relay says of a request: one line when it is over, and in it nothing of what was sent.

use std::fmt::{self, Debug, Formatter};
use std::sync::atomic::{AtomicBool, AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use hyper::Method;

use crate::fault::Code;

/// What stands in a path in front of something that opens a door to whoever knows it.
const MARKS: [&str; 15] = [
    "/upload-api/",
    "/upload-aj/",
    "/update-api/",
    "/update-aj/",
    "/seafhttp/files/",
    "/seafhttp/f/",
    "/seafhttp/zip/",
    "/collection-tables/",
    "/external-links/",
    "/view-external-links/",
    "/invite-links/",
    "/forms/",
    "/universal-apps/",
    "/external-apps/",
    "/links/",
];

/// What stands in its place.
const HIDDEN: &str = "…";

/// Where lines go.
#[derive(Clone)]
pub struct Log(Arc<dyn Fn(&str) + Send + Sync>);

impl Log {
    /// Hands each line to `write`.
    pub fn new(write: impl Fn(&str) + Send + Sync + 'static) -> Self {
        Self(Arc::new(write))
    }

    /// Writes lines to the standard output.
    pub fn printed() -> Self {
        Self::new(|line| {
            use std::io::Write as _;
            // A terminal that was closed is no reason to stop.
            let _ = writeln!(std::io::stdout(), "{line}");
        })
    }

    /// Drops lines.
    pub fn silent() -> Self {
        Self::new(|_| {})
    }
}

impl Debug for Log {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Log")
    }
}

/// The line of a request, which is written when everybody who knows something for it is done.
pub(crate) struct Account {
    log: Log,
    start: Instant,
    method: Method,
    path: String,
    status: AtomicU16,
    own: OnceLock<Code>,
    is_whole: AtomicBool,
    sent: AtomicU64,
    received: AtomicU64,
}

impl Account {
    pub(crate) fn new(log: Log, method: &Method, path: &str) -> Arc<Self> {
        Arc::new(Self {
            log,
            start: Instant::now(),
            method: method.clone(),
            path: shown(path),
            status: AtomicU16::new(0),
            own: OnceLock::new(),
            is_whole: AtomicBool::new(false),
            sent: AtomicU64::new(0),
            received: AtomicU64::new(0),
        })
    }

    /// The server has answered.
    pub(crate) fn answered(&self, status: u16) {
        self.status.store(status, Ordering::Relaxed);
    }

    /// The relay answers itself.
    pub(crate) fn own(&self, status: u16, code: Code) {
        self.answered(status);
        let _ = self.own.set(code);
    }

    pub(crate) fn sent(&self, bytes: usize) {
        self.sent.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    pub(crate) fn received(&self, bytes: usize) {
        self.received.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// The response has gone to the page to its last byte.
    pub(crate) fn whole(&self) {
        self.is_whole.store(true, Ordering::Relaxed);
    }

    fn line(&self) -> String {
        let status = match self.status.load(Ordering::Relaxed) {
            0 => "---".to_owned(),
            status => status.to_string(),
        };
        let outcome = match (self.own.get(), self.is_whole.load(Ordering::Relaxed)) {
            (Some(code), _) => format!(", from the relay: {code}"),
            (None, true) => String::new(),
            (None, false) => ", cut off".to_owned(),
        };
        format!(
            "{} {} {status}, {} bytes sent, {} received, {} ms{outcome}",
            self.method,
            self.path,
            self.sent.load(Ordering::Relaxed),
            self.received.load(Ordering::Relaxed),
            self.start.elapsed().as_millis(),
        )
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        (self.log.0)(&self.line());
    }
}

/// Returns a path as it may be written: without what opens a door.
fn shown(path: &str) -> String {
    let mut shown = String::new();
    let mut rest = path;
    loop {
        let ends = MARKS
            .iter()
            .filter_map(|mark| Some(rest.find(mark)? + mark.len()));
        let Some((kept, after)) = ends.min().and_then(|end| rest.split_at_checked(end)) else {
            return shown + rest;
        };
        shown.push_str(kept);
        let next = after.find('/').unwrap_or(after.len());
        if next > 0 {
            shown.push_str(HIDDEN);
        }
        rest = after.get(next..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    #[test]
    fn what_opens_a_door_is_not_written() {
        for (path, wanted) in [
            ("/seafhttp/upload-api/secret", "/seafhttp/upload-api/…"),
            ("/seafhttp/files/secret/a.txt", "/seafhttp/files/…/a.txt"),
            ("/a/external-links/secret/", "/a/external-links/…/"),
            ("/forms/one/links/two", "/forms/…/links/…"),
            ("/api/v2.1/forms/", "/api/v2.1/forms/"),
            ("/upload-api/", "/upload-api/"),
            ("/upload-api//secret", "/upload-api//secret"),
            ("/api2/ping/", "/api2/ping/"),
            ("/", "/"),
        ] {
            assert_eq!(shown(path), wanted);
        }
    }

    #[test]
    fn every_link_in_seatables_paths_is_hidden() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../catalogue");
        let mut seen = 0;
        let entries = std::fs::read_dir(folder).unwrap();
        let files = entries.map(|entry| entry.unwrap().path());
        for file in files.filter(|path| path.is_file()) {
            let text = std::fs::read_to_string(file).unwrap();
            let paths = text
                .split("\"path\":\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next());
            for path in paths.filter(|path| path.contains("token}") || path.contains("link}")) {
                let shown = shown(path);
                assert!(
                    !shown.contains("token}") && !shown.contains("link}"),
                    "{shown}"
                );
                seen += 1;
            }
        }
        assert!(seen > 10, "{seen} paths with a link were found");
    }

    #[test]
    fn a_line_is_written_when_all_is_done() {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let log = Log::new(move |line| kept.lock().unwrap().push(line.to_owned()));
        let account = Account::new(log, &Method::PUT, "/a/");
        let second = account.clone();
        account.sent(5);
        account.answered(201);
        account.whole();
        drop(account);
        assert!(lines.lock().unwrap().is_empty());
        drop(second);
        let lines = lines.lock().unwrap();
        assert!(
            lines[0].starts_with("PUT /a/ 201, 5 bytes sent, 0 received, "),
            "{lines:?}"
        );
    }
}
