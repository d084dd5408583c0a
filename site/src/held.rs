//! Files that are still being made while others are served already.

use tokio::sync::watch;

/// Has requests for some of the files wait.
#[derive(Clone, Debug)]
pub struct Held {
    path: &'static str,
    hold: watch::Receiver<()>,
}

/// Ends the wait by being dropped, so that nobody waits for what could not be made: it is a missing file then.
#[derive(Debug)]
pub struct Hold {
    _sender: watch::Sender<()>,
}

impl Held {
    /// Holds everything whose path begins with `path`.
    pub fn new(path: &'static str) -> (Self, Hold) {
        let (sender, hold) = watch::channel(());
        (Self { path, hold }, Hold { _sender: sender })
    }

    pub(crate) async fn wait(&self, path: &str) {
        if path.starts_with(self.path) {
            // It ends with the sender.
            let _ = self.hold.clone().wait_for(|()| false).await;
        }
    }
}
