//! The SeaTable API Playground: one static page on which people try SeaTable's REST API.
//!
//! Everything but [`browser`] and [`ui`] is pure: it knows neither the browser nor Leptos, reads no
//! clock, and is tested natively. `docs/ARCHITECTURE.md` has the map and the rules.

pub mod auth;
pub mod catalogue;
pub mod connection;
pub mod extent;
pub mod http;
pub mod json;
pub mod route;
pub mod row;
pub mod selected;
pub mod snippet;
pub mod table;
pub mod typed;
pub mod walkthrough;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
