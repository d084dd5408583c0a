//! Where things are in this work tree.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The work tree that the commands act on.
#[derive(Clone, Debug)]
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Finds the work tree around the current directory.
    ///
    /// The directory is asked at run time and not compiled in: a moved or copied work tree keeps
    /// its build artifacts.
    ///
    /// # Errors
    ///
    /// Fails when neither the current directory nor one above it holds a `Trunk.toml`.
    pub fn find() -> Result<Self> {
        let here = std::env::current_dir().context("the current directory is not readable")?;
        let root = here
            .ancestors()
            .find(|directory| directory.join("Trunk.toml").is_file())
            .context("no Trunk.toml here or above: run the command inside the work tree")?;
        Ok(Self {
            root: root.to_owned(),
        })
    }

    /// The directory that holds `Trunk.toml` and the workspace's `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The page as it is handed to a host of static files.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The tools that set-up installs: kept with the work tree, never in the user's home.
    pub fn tools(&self) -> PathBuf {
        self.root.join("target/tools")
    }

    /// A directory of its own below the build artifacts, for the file or build called `name`.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.root.join("target").join(name)
    }
}
