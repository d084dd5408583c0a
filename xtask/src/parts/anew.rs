//! Writing a module anew, with something in it changed.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::Module;
use wasm_encoder::reencode::Reencode;
use wasmparser::Parser;

/// Returns the module as `writer` writes it.
///
/// # Errors
///
/// Fails when these bytes are no module.
pub(super) fn anew(
    module: &[u8],
    writer: &mut impl Reencode<Error = Infallible>,
) -> Result<Vec<u8>> {
    let mut written = Module::new();
    writer
        .parse_core_module(&mut written, Parser::new(0), module)
        .map_err(|error| anyhow!("writing a module anew: {error}"))?;
    Ok(written.finish())
}
