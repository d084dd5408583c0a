//! Lossless JSON: an index over the received bytes, which are never changed, copied or rounded.
//!
//! A [`Builder`] takes the bytes as they arrive and gives a [`Document`], whatever they are: what
//! stands before a fault is indexed, and the [`Fault`] says where and why the index ends. [`Lines`] says
//! which lines a tree of the document shows while parts of it are folded. [`Search`] finds a text in it, and [`Selection`]
//! the values that a [`Query`] asks for. [`Comparison`] lists where two documents differ. [`repair`] makes JSON of a draft
//! that is nearly JSON, and [`set_member`] edits a text in one place. Nothing here recurses over a document, so that depth
//! costs no stack, and nothing panics.

mod builder;
mod compare;
mod content;
mod decimal;
mod document;
mod escape;
mod fault;
mod find;
mod key;
mod line;
mod lines;
mod node;
mod nodes;
pub(crate) mod order;
mod path;
pub mod pointer;
mod repair;
mod same;
mod splice;
pub(crate) mod steps;
mod token;
mod unescape;
pub mod units;

pub use builder::Builder;
pub use compare::{Change, Comparison};
pub use decimal::compare_numbers;
pub use document::{Children, Document};
pub use escape::{escape, quote};
pub use fault::{Excerpt, Fault, Reason};
pub use find::{Needle, Search, fold};
pub use key::Key;
pub use line::{Line, LinePart};
pub use lines::{
    Copying, DEEPEST, Fold, FoldRule, INDENT, LONGEST, LinePlace, Lines, Placed, Recount,
    text_columns,
};
pub use node::{Kind, NodeId};
pub use path::{Query, QueryFault, QueryReason, Selection};
pub use repair::repair;
pub(crate) use splice::replace;
pub use splice::{member, set_member};
