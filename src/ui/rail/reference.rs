//! The reference in the rail: what was opened last, what is pinned, and the areas.

use super::areas;
use crate::browser::task::Work;
use crate::ui::later::later;
use crate::ui::reference::{Here, index, near, with};
use crate::ui::sheets;
use leptos::prelude::*;

later! {
    /// Lists what the reference has.
    pub(super) fn lists() in lists {
        sheets::operations();
        with(|| Box::pin(index()), |index| {
            let here = Here::follow();
            view! {
                {near(index, here)}
                <h2><a href="#/reference">"Reference"</a></h2>
                {areas::areas(index, here)}
            }
            .into_any()
        })
    }
}

later! {
    /// Fetches the part of the page that has the lists.
    pub(super) async fn fetch_lists() -> fn() -> Work<bool>, prepare in lists;
}

/// Fetches what the lists show. Returns whether it is there.
fn prepare() -> Work<bool> {
    Box::pin(async { index().await.is_ok() })
}
