//! The end of a server on this machine.

use std::io;

use tokio::signal;

/// Listens from now on; what comes back waits for Ctrl-C, or until the system asks the process to end.
///
/// # Errors
///
/// Fails where the system does not tell of either.
pub fn asked() -> io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use signal::unix::{SignalKind, signal};

        let mut end = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = end.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Where the system does not tell, the process is ended by it.
        let _ = signal::ctrl_c().await;
    })
}
