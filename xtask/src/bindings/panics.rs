//! What words a panic.
//!
//! A panic ends the program, and all that a person sees of it is the sentence in index.html. The messages, and what puts them
//! together, weigh 4 kB. As wasm-snip does, the functions that begin a panic are emptied: what is left is the trap at their end, which boot.js notices.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

/// Where the names of such functions begin, or what stands in them.
const BEGINNINGS: [&str; 14] = [
    "core::panicking::",
    "std::panicking::",
    "std::sys::backtrace::__rust_end_short_backtrace",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::slice::index::slice_index_fail",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::str::slice_error_fail",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::alloc::handle_alloc_error",
    "__rustc::rust_begin_unwind",
];

/// Empties the functions that begin a panic.
pub(super) fn empty(module: &mut Module) {
    let begins: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(begins))
        .collect();
    for id in begins {
        trap(module, id);
    }
}

/// Goes by the path without the hash that the compiler puts behind the crate's name.
fn begins(name: &str) -> bool {
    let path = match (name.split_once('['), name.split_once(']')) {
        (Some((crate_name, _)), Some((_, rest))) if rest.starts_with("::") => {
            format!("{crate_name}{rest}")
        }
        _ => name.to_owned(),
    };
    BEGINNINGS.iter().any(|begin| path.starts_with(begin))
}

/// Replaces what a function does by a trap.
fn trap(module: &mut Module, id: FunctionId) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    builder.func_body().unreachable();
    let arguments = parameters.iter().map(|kind| module.locals.add(*kind));
    let trap = builder.local_func(arguments.collect());
    module.funcs.get_mut(id).kind = FunctionKind::Local(trap);
}

#[cfg(test)]
mod tests {
    use super::*;
    use walrus::ValType;

    #[test]
    fn what_begins_a_panic_traps_and_the_rest_stays() {
        let mut module = Module::default();
        let mut function = |name: &str| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32], &[]);
            builder
                .name(name.to_owned())
                .func_body()
                .i32_const(1)
                .drop();
            let argument = module.locals.add(ValType::I32);
            builder.finish(vec![argument], &mut module.funcs)
        };
        let (panic, other) = (
            function("core[c5930c85a12de822]::panicking::panic_fmt"),
            function("page::core::panicking"),
        );
        empty(&mut module);
        let length = |id| module.funcs.get(id).kind.unwrap_local().size();
        assert_eq!((length(panic), length(other)), (1, 2));
    }
}
