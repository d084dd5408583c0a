//! The reference: all operations of SeaTable's API, each with a page.
//!
//! All of it is a part of the page that is fetched later, and its data are further ones.

mod answers;
mod data;
mod doubt;
mod facts;
mod faults;
mod form;
mod held;
mod here;
mod kept;
mod link;
mod list;
mod made;
mod operation;
mod pages;
mod sample;
mod schema;
mod token;
mod used;
mod values;

use super::later::later;
use crate::ui::sheets;
pub(super) use data::index;
pub(super) use here::{Here, address};
pub(super) use kept::near;
pub(super) use list::{groups, of_area};
pub(super) use pages::{link, with};
pub(super) use sample::mark;

later! {
    /// A page of the reference: what `of` and `id` of its address name.
    pub(super) fn page(of: Option<String>, id: Option<String>) in reference {
        sheets::reference();
        pages::page(of, id)
    }
}
