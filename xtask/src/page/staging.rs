//! A directory that changes only when everything that belongs there is built.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// What will take the place of what is in `goal`.
pub(super) struct Staging {
    goal: PathBuf,
    directory: PathBuf,
}

impl Staging {
    /// Makes an empty directory beside `goal`, on the same disk.
    ///
    /// # Errors
    ///
    /// Fails when it cannot be made.
    pub(super) fn new(goal: &Path) -> Result<Self> {
        let directory = goal.with_extension("new");
        // What a build that failed left behind.
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory)
            .with_context(|| format!("making {}", directory.display()))?;
        Ok(Self {
            goal: goal.to_owned(),
            directory,
        })
    }

    /// Where to put the files.
    pub(super) fn directory(&self) -> &Path {
        &self.directory
    }

    /// Puts the directory in the place of the one that was there.
    ///
    /// # Errors
    ///
    /// Fails when the old one cannot be removed or the new one not be moved.
    pub(super) fn publish(self) -> Result<()> {
        let failed = || format!("putting the new page into {}", self.goal.display());
        if self.goal.exists() {
            fs::remove_dir_all(&self.goal).with_context(failed)?;
        }
        fs::rename(&self.directory, &self.goal).with_context(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_old_files_stay_until_the_new_ones_are_complete() {
        let place = tempfile::tempdir().unwrap();
        let goal = place.path().join("dist");
        fs::create_dir_all(&goal).unwrap();
        fs::write(goal.join("old"), "").unwrap();

        let given_up = Staging::new(&goal).unwrap();
        fs::write(given_up.directory().join("half"), "").unwrap();
        drop(given_up);
        assert!(goal.join("old").exists());

        let staging = Staging::new(&goal).unwrap();
        fs::write(staging.directory().join("new"), "").unwrap();
        staging.publish().unwrap();
        let names: Vec<_> = fs::read_dir(&goal)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names, ["new"]);
        assert!(!place.path().join("dist.new").exists());
    }
}
