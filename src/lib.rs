//! The SeaTable API Playground: one static page on which people try SeaTable's REST API.
//!
//! Here is what touches the browser and what is on the screen; everything else is in `core/`. `docs/ARCHITECTURE.md` has the map
//! and the rules.

pub mod browser;
pub mod data;
pub mod reference;
pub mod ui;
pub mod walkthroughs;
