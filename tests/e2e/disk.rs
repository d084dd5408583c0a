//! Files on the disk that a test chooses in the page.

use crate::stage::Stage;
use std::path::PathBuf;

impl Stage {
    /// Returns a new folder. It is this test's alone, since others run at the same time, and goes with the stage.
    pub(crate) fn folder(&self) -> PathBuf {
        tempfile::tempdir_in(&self.disk).unwrap().keep()
    }

    /// Writes a file of this name and content into a folder of its own.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}
