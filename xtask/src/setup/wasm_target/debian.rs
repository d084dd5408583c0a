//! Debian's archive, read without touching the machine's own package lists.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process;

/// The suites that are asked for packages, by the names that move along with Debian's releases.
const SUITES: [&str; 4] = ["stable", "stable-backports", "testing", "unstable"];

const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// Package lists of [`SUITES`], kept in a directory of this work tree.
pub(super) struct Archive {
    directory: PathBuf,
}

impl Archive {
    /// Fetches the package lists into `directory`, from the mirror that this machine uses.
    ///
    /// # Errors
    ///
    /// Fails when the machine is no Debian or has no mirror.
    pub(super) fn open(directory: &Path) -> Result<Self> {
        let mirror = mirror()?;
        for folder in ["lists/partial", "cache/archives/partial"] {
            fs::create_dir_all(directory.join(folder)).context("making the package lists")?;
        }
        let sources =
            SUITES.map(|suite| format!("deb [signed-by={KEYRING}] {mirror} {suite} main\n"));
        fs::write(directory.join("sources.list"), sources.concat())?;

        let archive = Self {
            directory: directory.to_owned(),
        };
        // A mirror need not carry every suite: those it has are fetched all the same.
        let _ = process::run(archive.command("apt-get").args(["--quiet", "update"]));
        Ok(archive)
    }

    /// Returns the newest version of `package` that belongs to release `upstream`.
    ///
    /// # Errors
    ///
    /// Fails when no suite has one.
    pub(super) fn version(&self, package: &str, upstream: &str) -> Result<String> {
        let table = process::read(self.command("apt-cache").args(["madison", package]))?;
        version_in(&table, upstream)
            .map(str::to_owned)
            .with_context(|| format!("no suite of Debian has {package} {upstream} today"))
    }

    /// Downloads `package` and unpacks it below `goal`, without installing anything.
    ///
    /// # Errors
    ///
    /// Fails when the download or the unpacking fails.
    pub(super) fn unpack(&self, package: &str, version: &str, goal: &Path) -> Result<()> {
        let downloads = self.directory.join("downloads");
        fs::create_dir_all(&downloads).context("making the folder for downloads")?;
        let mut download = self.command("apt-get");
        download.args(["--quiet", "download", &format!("{package}={version}")]);
        process::run(download.current_dir(&downloads))?;

        let begin = format!("{package}_");
        let file = fs::read_dir(&downloads)?
            .flatten()
            .find(|entry| entry.file_name().to_string_lossy().starts_with(&begin))
            .with_context(|| format!("apt-get left no file for {package}"))?;
        process::run(
            Command::new("dpkg-deb")
                .arg("--extract")
                .arg(file.path())
                .arg(goal),
        )?;
        fs::remove_file(file.path()).context("removing the unpacked package")
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let at = |name: &str| self.directory.join(name).display().to_string();
        for setting in [
            format!("Dir::State={}", at("")),
            format!("Dir::State::Lists={}", at("lists")),
            format!("Dir::Cache={}", at("cache")),
            format!("Dir::Etc::SourceList={}", at("sources.list")),
            "Dir::Etc::SourceParts=-".to_owned(),
            "Acquire::Languages=none".to_owned(),
            "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false".to_owned(),
            // apt's own user may not write into the work tree.
            "APT::Sandbox::User=root".to_owned(),
        ] {
            command.arg("-o").arg(setting);
        }
        command
    }
}

/// Returns the address of the mirror that this machine gets its own packages from.
fn mirror() -> Result<String> {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let Some(codename) = debian_codename(&system) else {
        bail!("this machine is not a Debian");
    };
    let addresses = process::read(Command::new("apt-get").args(["--print-uris", "update"]))?;
    mirror_in(&addresses, codename)
        .map(str::to_owned)
        .with_context(|| format!("apt names no mirror for {codename}"))
}

fn debian_codename(os_release: &str) -> Option<&str> {
    let value = |key: &str| {
        let line = os_release
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='))?;
        Some(line.trim_matches('"'))
    };
    if value("ID")? == "debian" {
        value("VERSION_CODENAME")
    } else {
        None
    }
}

/// Finds the archive's address in the list of files that `apt-get update` would fetch.
fn mirror_in<'a>(addresses: &'a str, codename: &str) -> Option<&'a str> {
    let suite = format!("/dists/{codename}/");
    addresses.lines().find_map(|line| {
        let (mirror, _) = line.strip_prefix('\'')?.split_once(&suite)?;
        mirror.ends_with("debian").then_some(mirror)
    })
}

/// Finds a version of release `upstream` in a table as `apt-cache madison` prints it.
fn version_in<'a>(table: &'a str, upstream: &str) -> Option<&'a str> {
    let versions = table
        .lines()
        .filter_map(|line| line.split('|').nth(1))
        .map(str::trim);
    let mut matching = versions.filter(|version| {
        let rest = version.strip_prefix(upstream);
        rest.is_some_and(|rest| rest.starts_with(['+', '-', '~']))
    });
    matching.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
  rust-src | 1.97.1+dfsg1-1 | http://mirror.example/debian testing/main amd64 Packages
  rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://mirror.example/debian stable-backports/main amd64 Packages
  rust-src | 1.9.0-1 | http://mirror.example/debian stable/main amd64 Packages
";

    #[test]
    fn the_package_of_the_compilers_own_release_is_found() {
        assert_eq!(version_in(TABLE, "1.95.0"), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(version_in(TABLE, "1.9.0"), Some("1.9.0-1"));
    }

    #[test]
    fn a_release_that_merely_begins_alike_is_another_one() {
        assert_eq!(version_in(TABLE, "1.95"), None);
        assert_eq!(version_in(TABLE, "1.96.0"), None);
        assert_eq!(version_in("", "1.95.0"), None);
    }

    #[test]
    fn the_mirror_is_the_one_that_the_machine_uses() {
        let addresses = "\
'http://mirror.example/debian-security/dists/bookworm-security/InRelease' a 0
'http://tools.example/apt/dists/bookworm/InRelease' b 0
'http://mirror.example/debian/dists/bookworm/InRelease' c 0";
        assert_eq!(
            mirror_in(addresses, "bookworm"),
            Some("http://mirror.example/debian")
        );
        assert_eq!(mirror_in(addresses, "trixie"), None);
    }

    #[test]
    fn only_debian_itself_is_taken_for_debian() {
        let debian = "ID=debian\nVERSION_CODENAME=bookworm\n";
        assert_eq!(debian_codename(debian), Some("bookworm"));
        assert_eq!(debian_codename("ID=ubuntu\nVERSION_CODENAME=noble\n"), None);
        assert_eq!(
            debian_codename("ID=\"debian\"\nVERSION_CODENAME=\"sid\"\n"),
            Some("sid")
        );
    }
}
