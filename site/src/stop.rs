//! The end of a server on this machine.

use std::io;

use tokio::signal;

/// Waits for Ctrl-C, or until the system asks the process to end.
///
/// # Errors
///
/// Fails where the system does not tell of either.
pub async fn asked() -> io::Result<()> {
    #[cfg(unix)]
    {
        let mut end = signal::unix::signal(signal::unix::SignalKind::terminate())?;
        tokio::select! {
            outcome = signal::ctrl_c() => outcome,
            _ = end.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    signal::ctrl_c().await
}
