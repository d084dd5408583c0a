//! What the SeaTable API Playground knows and does without a browser: requests, tokens, JSON, the catalogue, walkthroughs.
//!
//! Everything here is pure: it knows neither the browser nor Leptos, reads no clock, and is tested natively.
//! `docs/ARCHITECTURE.md` has the map and the rules.

#[cfg(all(feature = "serde", target_arch = "wasm32"))]
compile_error!("the page reads no files of the catalogue, and must not carry what does");

pub mod auth;
pub mod catalogue;
pub mod connection;
pub mod desk;
pub mod documented;
pub mod encode;
pub mod extent;
pub mod form;
pub mod harm;
pub mod http;
pub mod json;
pub mod known;
pub mod metadata;
pub mod packed;
pub mod reference;
pub mod route;
pub mod row;
pub mod search;
pub mod selected;
pub mod snippet;
pub mod sql;
pub mod table;
pub mod typed;
pub mod walkthrough;
pub mod words;
