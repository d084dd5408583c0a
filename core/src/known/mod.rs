//! What the page knows of the things that requests name: bases, tables, rows, users, tokens, learned from answers.

mod kind;

pub use kind::Kind;
