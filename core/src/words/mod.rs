//! Every text that is made from data, in one layer: what a person reads of faults, findings, outcomes and sizes.
//!
//! The other modules give data, and these functions say it: another language is another set of them, and nothing else. None of them is
//! asked to learn something, so no other module of this crate may call them (`tests/layers`). Each says one thing: what is needed
//! later comes later (`docs/ARCHITECTURE.md`, "Later parts"), and one function for everything would be needed at once.

pub mod answer;
pub mod connection;
pub mod criterion;
pub mod documented;
pub mod elsewhere;
pub mod exchange;
pub mod failure;
pub mod fate;
pub mod field;
pub mod harm;
pub mod json;
pub mod kind;
pub mod known;
pub mod link;
pub mod list;
pub mod made;
pub mod part;
pub mod query;
pub mod quota;
pub mod reference;
pub mod row;
pub mod schema;
pub mod search;
pub mod server;
pub mod size;
pub mod status;
pub mod step;
pub mod token;
pub mod view;
