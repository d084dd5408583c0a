//! The person's browser.

use std::process::{Command, Stdio};

/// The program that opens an address as the person has it set up, and what it takes before the address.
#[cfg(target_os = "macos")]
const OPENER: (&str, &[&str]) = ("open", &[]);
#[cfg(windows)]
const OPENER: (&str, &[&str]) = ("rundll32", &["url.dll,FileProtocolHandler"]);
#[cfg(not(any(target_os = "macos", windows)))]
const OPENER: (&str, &[&str]) = ("xdg-open", &[]);

/// Opens an address. Where that does not work, the person has read it.
pub(crate) fn in_browser(address: &str) {
    let (program, before) = OPENER;
    let started = Command::new(program)
        .args(before)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Ok(mut child) = started {
        // Some browsers are this program, and others end it at once.
        std::thread::spawn(move || child.wait());
    }
}
