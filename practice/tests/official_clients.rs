//! SeaTable's own clients, unmodified, against the practice SeaTable.
//!
//! They are installed below the target directory the first time. Where Python, Node or the package
//! registries are not at hand, a line says what was left out.
// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use practice::http::{Options, start};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PYTHON_CLIENT: &str = "seatable-api==4.0.0";
const NPM_CLIENT: &str = "seatable-api@1.0.46";

#[test]
fn the_python_client_works() {
    let folder = folder("python");
    let installed = folder.join("seatable_api").is_dir()
        || succeeds(
            Command::new("python3")
                .args([
                    "-m",
                    "pip",
                    "install",
                    "--quiet",
                    "--disable-pip-version-check",
                ])
                .arg("--target")
                .arg(&folder)
                .arg(PYTHON_CLIENT),
        );
    if !installed {
        left_out::expected(&format!(
            "{PYTHON_CLIENT} could not be installed with Python's pip"
        ));
        return;
    }
    drive(
        Command::new("python3")
            .arg(script("python_client.py"))
            .env("PYTHONPATH", folder),
    );
}

#[test]
fn the_npm_client_works() {
    let folder = folder("npm");
    let installed = folder.join("node_modules/seatable-api").is_dir()
        || succeeds(
            Command::new("npm")
                .args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"])
                .arg(&folder)
                .arg(NPM_CLIENT),
        );
    if !installed {
        left_out::expected(&format!("{NPM_CLIENT} could not be installed with npm"));
        return;
    }
    let modules = folder.join("node_modules");
    drive(
        Command::new("node")
            .arg(script("npm_client.cjs"))
            .env("NODE_PATH", modules),
    );
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/clients")
        .join(name)
}

fn succeeds(command: &mut Command) -> bool {
    command.status().is_ok_and(|status| status.success())
}

/// Runs a script with the credentials on its standard input, and fails where the script does.
fn drive(command: &mut Command) {
    let server = start(Options::default()).unwrap();
    let credentials = serde_json::to_string(&server.credentials()).unwrap();
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(credentials.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(text.contains("were as expected"), "{text}");
    print!("{text}");
}
