//! What the reference knows of an operation beside the operation itself: how lists name it, and what is said of it.
//!
//! The build makes it of the catalogue and of `catalogue/notes/`, and packs it into parts of the page that are fetched when they are
//! needed. Texts are HTML where they say so: the build has made and checked it.

mod hint;
mod index;

use crate::auth::TokenKind;
use crate::catalogue::{Area, Documented, Harm, Method, Operation};
use crate::documented::KnownFault;
use crate::harm::Risk;
use crate::packed::Packed;
use crate::walkthrough::Made;
pub use hint::{Hint, hint};
pub use index::{Index, Slug};

/// An operation, as lists and the search know it.
#[derive(Debug, Packed)]
pub struct Listed {
    /// Its area.
    pub area: Area,
    /// Its operationId.
    pub id: &'static str,
    /// What it does, in a few plain words.
    pub title: &'static str,
    /// Its group within the area.
    pub group: &'static str,
    /// The method.
    pub method: Method,
    /// The path template.
    pub path: &'static str,
    /// The token it wants.
    pub token: Option<TokenKind>,
    /// What it can do to what is there.
    pub harm: Harm,
    /// Whether SeaTable's documents say that it should no longer be used.
    pub deprecated: bool,
    /// Whether the practice SeaTable answers it.
    pub is_practised: bool,
    /// Words that it is searched by and that stand nowhere else here.
    pub words: &'static str,
    /// The names of its parameters and of the top level of its body.
    pub fields: &'static [&'static str],
}

/// The operations of an area, for their forms.
#[derive(Debug, Packed)]
pub struct Forms {
    /// The place of the first in the catalogue.
    pub first: usize,
    /// The operations, without their documented answers. Their titles are the page's own.
    pub operations: &'static [Operation],
    /// What is known of the harm of each.
    pub risks: &'static [Risk],
    /// What each makes, and the requests that remove it.
    pub made: &'static [&'static [Made]],
    /// How many characters is said of each, for which the page keeps room until the notes are there.
    pub lengths: &'static [usize],
}

/// What is said of an operation.
#[derive(Debug, Packed)]
pub struct Note {
    /// What it does and what to watch for, as HTML.
    pub says: &'static str,
    /// The limit that applies to it, as HTML; mostly empty.
    pub limit: &'static str,
    /// What is said of its fields.
    pub hints: &'static [Hint],
    /// The documented answers.
    pub answers: &'static [Documented],
    /// What SeaTable's documents are known to get wrong.
    pub faults: &'static [KnownFault],
    /// SeaTable's name for the page of it in its own reference.
    pub slug: &'static str,
    /// Whether the practice SeaTable answers it.
    pub is_practised: bool,
    /// The steps of walkthroughs that send it: the walkthrough and the step, by their places.
    pub steps: &'static [(usize, usize)],
}
