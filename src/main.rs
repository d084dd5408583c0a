//! Starts the page.

#[cfg(target_arch = "wasm32")]
use seatable_playground::browser::memory::Overwriting;

/// A third of the size of the standard one, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: Overwriting<rlsf::SmallGlobalTlsf> = Overwriting(rlsf::SmallGlobalTlsf::new());

#[cfg(target_arch = "wasm32")]
fn main() {
    seatable_playground::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    eprintln!("The playground is a web page: `cargo xtask serve` builds and serves it.");
    std::process::ExitCode::FAILURE
}
