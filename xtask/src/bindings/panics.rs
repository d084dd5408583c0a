//! What words a panic.
//!
//! A panic ends the program, and all that a person sees of it is the sentence in index.html. The messages, and what puts them
//! together, weigh 4 kB. As wasm-snip does, the functions that begin a panic are emptied: what is left is the trap at their end, which boot.js notices.
//! The messages have values in them as `Debug` writes them. Nothing else of the page is written so, but the tables of methods keep
//! what writes it, which is another 2 kB: those functions write nothing.

use walrus::ir::Value;
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

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

/// What stands in the names of functions that write a value for a message.
const WRITES: &str = "::fmt::Debug>::fmt";

/// Empties the functions that begin a panic, and those that write the values in its message.
pub(super) fn empty(module: &mut Module) {
    for id in named(module, begins) {
        replace(module, id, None);
    }
    for id in named(module, |name| name.contains(WRITES)) {
        let kind = module.types.get(module.funcs.get(id).ty());
        if kind.results() == [ValType::I32] {
            replace(module, id, Some(WELL));
        }
    }
}

/// How a function that writes says that all went well.
const WELL: i32 = 0;

fn named(module: &Module, is_meant: impl Fn(&str) -> bool) -> Vec<FunctionId> {
    let all = module.funcs.iter_local().map(|(id, _)| id);
    all.filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(&is_meant))
        .collect()
}

/// Goes by the path without the hash that the compiler puts after the crate's name.
fn begins(name: &str) -> bool {
    let path = match (name.split_once('['), name.split_once(']')) {
        (Some((crate_name, _)), Some((_, rest))) if rest.starts_with("::") => {
            format!("{crate_name}{rest}")
        }
        _ => name.to_owned(),
    };
    BEGINNINGS.iter().any(|begin| path.starts_with(begin))
}

/// Replaces what a function does by returning a number, or by a trap.
fn replace(module: &mut Module, id: FunctionId, result: Option<i32>) {
    let kind = module.types.get(module.funcs.get(id).ty());
    let (parameters, results) = (kind.params().to_vec(), kind.results().to_vec());
    let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
    match result {
        Some(result) => builder.func_body().const_(Value::I32(result)),
        None => builder.func_body().unreachable(),
    };
    let arguments = parameters.iter().map(|kind| module.locals.add(*kind));
    let body = builder.local_func(arguments.collect());
    module.funcs.get_mut(id).kind = FunctionKind::Local(body);
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

    #[test]
    fn what_writes_a_value_for_a_message_writes_nothing() {
        let mut module = Module::default();
        let mut function = |name: &str| {
            let kinds = (&[ValType::I32; 2], &[ValType::I32]);
            let mut builder = FunctionBuilder::new(&mut module.types, kinds.0, kinds.1);
            let arguments: Vec<_> = kinds.0.iter().map(|it| module.locals.add(*it)).collect();
            let mut body = builder.name(name.to_owned()).func_body();
            body.local_get(arguments[0]).drop().local_get(arguments[1]);
            builder.finish(arguments, &mut module.funcs)
        };
        let (debug, display) = (
            function("<str as core[c5930c85a12de822]::fmt::Debug>::fmt"),
            function("<str as core[c5930c85a12de822]::fmt::Display>::fmt"),
        );
        empty(&mut module);
        let length = |id| module.funcs.get(id).kind.unwrap_local().size();
        assert_eq!((length(debug), length(display)), (1, 3));
    }
}
