//! Child processes: shown before they run, and explained when they fail.

use std::ffi::OsStr;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

/// Runs `command` with its output on the terminal.
///
/// # Errors
///
/// Fails when the program is missing or ends with anything but success; the text names the command.
pub fn run(command: &mut Command) -> Result<()> {
    println!("  $ {}", line(command));
    let status = command.status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("`{}` ended with {status}", line(command));
    }
    Ok(())
}

/// Runs `command` in silence and returns what it wrote to its standard output.
///
/// # Errors
///
/// Fails as [`run`] does; the text then carries what the program wrote to its standard error.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| not_started(command))?;
    if !output.status.success() {
        bail!(
            "`{}` ended with {}: {}",
            line(command),
            output.status,
            complaint(&output)
        );
    }
    Ok(String::from_utf8_lossy(&output.stdout)
        .trim_end()
        .to_owned())
}

/// Returns what `program` answers to `--version`, or `None` when there is no such program.
pub fn version(program: impl AsRef<OsStr>) -> Option<String> {
    read(Command::new(program).arg("--version")).ok()
}

/// Returns where `program` is on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|directory| directory.join(program))
        .find(|it| it.is_file())
}

/// Prints `command` as a person would type it.
pub fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| quoted(&part.to_string_lossy()))
        .collect::<Vec<_>>()
        .join(" ")
}

fn quoted(part: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=+,@%~".contains(c);
    if !part.is_empty() && part.chars().all(plain) {
        part.to_owned()
    } else {
        format!("'{}'", part.replace('\'', r"'\''"))
    }
}

fn not_started(command: &Command) -> String {
    format!(
        "`{}` could not be started",
        command.get_program().to_string_lossy()
    )
}

fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_as_it_would_be_typed() {
        let mut command = Command::new("cargo");
        command.args(["build", "--config", "a b", "it's", ""]);
        assert_eq!(line(&command), r"cargo build --config 'a b' 'it'\''s' ''");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut Command::new("no-such-program-anywhere")).unwrap_err();
        assert_eq!(
            error.to_string(),
            "`no-such-program-anywhere` could not be started"
        );
        assert_eq!(find("no-such-program-anywhere"), None);
        assert_eq!(version("no-such-program-anywhere"), None);
    }

    #[test]
    fn the_words_of_a_failed_program_are_kept() {
        let error = read(Command::new("sh").args(["-c", "echo broken >&2; exit 3"])).unwrap_err();
        assert!(
            error.to_string().ends_with("exit status: 3: broken"),
            "{error}"
        );
    }
}
