//! The compiler's flags for what is shipped.

use std::path::{Path, PathBuf};

/// The variable that adds flags for the browser's target only, so that the tools of this workspace are not built again.
pub(crate) const VARIABLE: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The room for the stack, in bytes: half of what Rust takes. Data lie behind it, so that their addresses are a byte shorter (0.4 kB). What
/// is deep, such as JSON in JSON, is gone through without recursion, or to a limited depth.
const STACK: &str = "524288";

/// Returns the flags: those of `.cargo/config.toml`, and the paths of this machine replaced by short names.
///
/// The places that a panic names are in the program. Without this they would tell every visitor where somebody's home is, and
/// two machines would build two different pages.
pub(crate) fn shipped(root: &Path) -> String {
    let mut flags = ["--cfg erase_components -Clink-arg=-zstack-size=", STACK].concat();
    for (path, name) in [
        (cargo_home().map(|home| home.join("registry/src")), "crates"),
        (Some(root.to_owned()), "page"),
    ] {
        let path = path.and_then(|path| path.to_str().map(str::to_owned));
        // The variable is split at white space; a path with some stays as it is.
        if let Some(path) = path.filter(|path| !path.contains(char::is_whitespace)) {
            flags.push_str(&format!(" --remap-path-prefix={path}={name}"));
        }
    }
    flags
}

fn cargo_home() -> Option<PathBuf> {
    std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_named_and_not_spelt_out() {
        let flags = shipped(Path::new("/somewhere/here"));
        assert!(
            flags.contains(" --remap-path-prefix=/somewhere/here=page"),
            "{flags}"
        );
    }

    #[test]
    fn a_path_with_a_space_is_left_out() {
        assert!(!shipped(Path::new("/some where")).contains("some where"));
    }
}
