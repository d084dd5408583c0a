//! wasm-bindgen's test runner, from its library: cargo starts it with a module of tests, and it runs them in a browser.

use anyhow::Result;

fn main() -> Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
