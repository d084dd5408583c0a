//! The JavaScript between a module and the browser, which the library behind the `wasm-bindgen` program writes.
//!
//! What it writes is what the program writes. The library is of the version that the modules are compiled with: cargo allows only one version of what both share.

mod classes;
mod panics;
mod places;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

/// What happens to the exports that the linker makes for its own ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkerExports {
    /// They go, since nobody uses them.
    Dropped,
    /// They stay: the page's parts use the stack of its module.
    Kept,
}

/// What happens to the words of panics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panics {
    /// They stay, for whoever works on the page.
    Worded,
    /// They go: a panic is a trap.
    Emptied,
}

/// Writes `NAME.js` and `NAME_bg.wasm` into `goal`, made of a module that the compiler linked.
///
/// # Errors
///
/// Fails when the module cannot be read, when a crate brings a script of its own, or when a file cannot be written.
pub(crate) fn write(
    module: &Path,
    name: &str,
    exports: LinkerExports,
    panics: Panics,
    goal: &Path,
) -> Result<()> {
    let failed = || format!("connecting {} with the browser", module.display());
    let bytes = fs::read(module).with_context(|| format!("reading {}", module.display()))?;
    let generate = || {
        let mut bindgen = Bindgen::new();
        bindgen
            .input_bytes(name, bytes.clone())
            .typescript(false)
            // As the program has it: the practice worker relies on the script knowing where its module is.
            .omit_default_module_path(false)
            .keep_lld_exports(exports == LinkerExports::Kept);
        let output = bindgen.web(true).and_then(Bindgen::generate_output);
        output.with_context(failed)
    };
    let mut output = generate()?;
    let has_scripts = output
        .snippets()
        .values()
        .any(|scripts| !scripts.is_empty());
    if has_scripts || !output.local_modules().is_empty() {
        bail!(
            "{} brings scripts of its own: xtask/src/bindings.rs would have to put them into the page",
            module.display()
        );
    }
    // The script that it holds is not indented yet, so it's taken from the file. Writing uses the module up.
    output.emit(goal).with_context(failed)?;
    let path = goal.join(format!("{name}.js"));
    let script =
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let bare = classes::without(&script);
    let mut output = generate()?;
    let exports = &mut output.wasm_mut().exports;
    let is_unused = |name: &String| bare.exports.contains(name);
    let unused: Vec<_> = exports
        .iter()
        .filter(|export| is_unused(&export.name))
        .map(|export| export.id())
        .collect();
    unused.into_iter().for_each(|id| exports.delete(id));
    if panics == Panics::Emptied {
        panics::empty(output.wasm_mut());
        places::blank(output.wasm_mut());
    }
    output.emit(goal).with_context(failed)?;
    fs::write(&path, bare.text).with_context(|| format!("writing {}", path.display()))
}
