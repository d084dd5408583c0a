//! The walkthroughs that the build put into the page.

use super::extras::*;
use super::model::*;
use crate::auth::TokenKind;
use crate::catalogue::{Area, BodyKind, Field, FieldKind, Method, Operation, Place};
use std::borrow::Cow;

/// Every walkthrough, in the order in which the page lists them.
pub static ALL: &[Walkthrough] = include!(concat!(env!("OUT_DIR"), "/walkthroughs.rs"));

/// Returns the walkthrough of that id.
pub fn find(id: &str) -> Option<&'static Walkthrough> {
    ALL.iter().find(|walkthrough| walkthrough.id == id)
}
