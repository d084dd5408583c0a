//! The data of the reference, each in a part of the page of its own, fetched when it is first needed and kept.

use super::here::address;
use super::pages::with;
use crate::browser::clock;
use crate::data::Data;
use crate::reference;
use crate::ui::later::{NotLoaded, later};
use leptos::prelude::*;
use playground_core::catalogue::Area;
use playground_core::reference::{Forms, Index, Listed, Note};
use playground_core::walkthrough::Made;
use std::pin::Pin;
use std::sync::OnceLock;

/// Returns what a part has.
type Get = fn() -> Data;

/// The work of fetching a part. It is boxed, so that what follows is there once for all of them.
type Fetching = Pin<Box<dyn Future<Output = Result<Get, NotLoaded>>>>;

static INDEX: OnceLock<Index> = OnceLock::new();
static FORMS: [OnceLock<Forms>; 7] = [const { OnceLock::new() }; 7];
static NOTES: [OnceLock<&'static [Note]>; 7] = [const { OnceLock::new() }; 7];

/// Returns all operations, as lists and the search know them.
pub(in crate::ui) async fn index() -> Result<&'static Index, NotLoaded> {
    match INDEX.get() {
        Some(index) => Ok(index),
        None => {
            let get = fetch_index().await?;
            Ok(INDEX.get_or_init(|| get().unpack()))
        }
    }
}

/// Returns the operations of an area.
pub(super) async fn forms(area: Area) -> Result<&'static Forms, NotLoaded> {
    let kept = &FORMS[area as usize];
    match kept.get() {
        Some(forms) => Ok(forms),
        None => {
            let get = fetch_forms(area).await?;
            Ok(kept.get_or_init(|| get().unpack()))
        }
    }
}

/// Returns what is said of the operations of an area, in the same order. `seen` is for what can wait until that is on the screen, where
/// it still has to come: what is fetched beside it would take its share of the network.
pub(super) async fn notes(area: Area, seen: bool) -> Result<&'static [Note], NotLoaded> {
    let kept = &NOTES[area as usize];
    match kept.get() {
        Some(notes) => Ok(notes),
        None => {
            // A form can be filled in and sent without them: they come once it is on the screen.
            clock::painted().await;
            let get = fetch_notes(area).await?;
            let notes = kept.get_or_init(|| get().unpack());
            if seen {
                clock::painted().await;
            }
            Ok(notes)
        }
    }
}

/// Returns the title of an operation and what it makes, by its place in the catalogue; none as long as its area is not there.
pub(super) fn made(place: usize) -> Option<(&'static str, &'static [Made])> {
    let mut areas = FORMS.iter().filter_map(OnceLock::get);
    areas.find_map(|area| {
        let place = place.checked_sub(area.first)?;
        let (operation, made) = (area.operations.get(place)?, area.made.get(place)?);
        Some((operation.title.as_ref(), *made))
    })
}

/// A link to an operation, by its place in the catalogue.
pub(super) fn link(place: usize) -> AnyView {
    with(
        || Box::pin(index()),
        move |index| {
            let operation = index.operations.get(place);
            let link = |one: &Listed| view! { <a href=address(one)>{one.title}</a> };
            operation.map(link).into_any()
        },
    )
}

later! {
    async fn fetch_index() -> Get, get_index in index;
}

use reference::index as get_index;

macro_rules! areas {
    ($($area:ident: $fetch_forms:ident $forms:ident, $fetch_notes:ident $notes:ident;)*) => {
        $(
            use reference::{$forms, $notes};

            later! {
                async fn $fetch_forms() -> Get, $forms in $forms;
            }

            later! {
                async fn $fetch_notes() -> Get, $notes in $notes;
            }
        )*

        fn fetch_forms(area: Area) -> Fetching {
            match area {
                $(Area::$area => Box::pin($fetch_forms()),)*
            }
        }

        fn fetch_notes(area: Area) -> Fetching {
            match area {
                $(Area::$area => Box::pin($fetch_notes()),)*
            }
        }
    };
}

areas! {
    Authentication: fetch_authentication_forms authentication_forms, fetch_authentication_notes authentication_notes;
    Base: fetch_base_forms base_forms, fetch_base_notes base_notes;
    File: fetch_file_forms file_forms, fetch_file_notes file_notes;
    User: fetch_user_forms user_forms, fetch_user_notes user_notes;
    TeamAdmin: fetch_team_admin_forms team_admin_forms, fetch_team_admin_notes team_admin_notes;
    SystemAdmin: fetch_system_admin_forms system_admin_forms, fetch_system_admin_notes system_admin_notes;
    Scheduler: fetch_scheduler_forms scheduler_forms, fetch_scheduler_notes scheduler_notes;
}
