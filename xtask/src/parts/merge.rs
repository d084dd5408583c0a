//! Making one module of several, so that a part is one file.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{Parser, Payload, TypeRef};

use super::anew::anew;
use super::family::Part;
use crate::process;
use crate::setup::Environment;

/// From where the modules of a part import what they use of the page.
pub(super) const SHARED: &str = "__wasm_split";
/// From where a merged part does.
pub(super) const PAGE: &str = "page";

/// What the page's module calls its exports, by the names that they had before they became short.
pub(super) type Names = BTreeMap<String, String>;

/// What Rust's compiler uses of WebAssembly for this target. The page's module says so itself, a merged one does not.
pub(super) const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Merges the modules of a part, which lie in `directory`, into one there, and returns where it is.
///
/// wasm-merge would import the page's memory once for each module. So one more module stands in for the page: it imports
/// everything once, and hands it on.
pub(super) fn merge(
    environment: &Environment,
    directory: &Path,
    part: &Part,
    names: &Names,
) -> Result<PathBuf> {
    let path = |name: &str| directory.join(format!("{name}.wasm"));
    let mut stand_in = StandIn::default();
    for module in &part.modules {
        let path = path(module);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        stand_in.add(&bytes, names)?;
    }
    let page = path(&format!("page_of_{}", part.name));
    fs::write(&page, stand_in.finish())?;
    let merged = path(&part.name);
    let mut wasm_merge = environment.command("wasm-merge");
    wasm_merge.args(FEATURES).arg(&page).arg(SHARED);
    for module in &part.modules {
        wasm_merge.arg(path(module)).arg(module);
    }
    process::read(wasm_merge.arg("-o").arg(&merged))?;
    // What the stand-in handed on is nobody's now.
    let bytes = fs::read(&merged).with_context(|| format!("reading {}", merged.display()))?;
    fs::write(&merged, without_exports(&bytes)?)?;
    Ok(merged)
}

/// Returns the module with nothing that others could use.
fn without_exports(module: &[u8]) -> Result<Vec<u8>> {
    struct Closed;
    impl Reencode for Closed {
        type Error = Infallible;

        fn parse_export(
            &mut self,
            _: &mut ExportSection,
            _: wasmparser::Export<'_>,
        ) -> std::result::Result<(), reencode::Error<Infallible>> {
            Ok(())
        }
    }
    anew(module, &mut Closed)
}

/// A module that has what others import from the page, and imports it itself.
#[derive(Default)]
struct StandIn {
    names: Vec<String>,
    imports: ImportSection,
    exports: ExportSection,
    memories: u32,
    tables: u32,
    globals: u32,
}

impl StandIn {
    /// Takes up what a module imports.
    fn add(&mut self, module: &[u8], names: &Names) -> Result<()> {
        for payload in Parser::new(0).parse_all(module) {
            let Payload::ImportSection(imports) = payload? else {
                continue;
            };
            for import in imports.into_imports() {
                let import = import?;
                if import.module != SHARED {
                    bail!("a part imports {} from {}", import.name, import.module);
                }
                self.hand_on(import.name, names, import.ty)?;
            }
        }
        Ok(())
    }

    fn hand_on(&mut self, name: &str, names: &Names, kind: TypeRef) -> Result<()> {
        if self.names.iter().any(|other| other == name) {
            return Ok(());
        }
        let (count, export) = match kind {
            TypeRef::Memory(_) => (&mut self.memories, ExportKind::Memory),
            TypeRef::Table(_) => (&mut self.tables, ExportKind::Table),
            TypeRef::Global(_) => (&mut self.globals, ExportKind::Global),
            _ => bail!("a part imports {name}, which is neither memory, table nor global"),
        };
        self.exports.export(name, export, *count);
        *count += 1;
        let kind =
            EntityType::try_from(kind).map_err(|error| anyhow!("the type of {name}: {error}"))?;
        let given = names.get(name).map_or(name, String::as_str);
        self.imports.import(PAGE, given, kind);
        self.names.push(name.to_owned());
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut module = Module::new();
        module.section(&self.imports).section(&self.exports);
        module.finish()
    }
}
