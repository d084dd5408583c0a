//! Values that know what they are: what the forms of the reference offer of the things that answers told of.
//!
//! What learns from answers and draws offers is a part of the page of its own, with the rules. A form stands without it: it is
//! fetched once the page has been drawn.

mod choices;
mod errand;
mod learned;
mod list;
mod tokens;

use super::data;
use crate::browser::{clock, page, task};
use crate::ui::dynamic::dynamic;
use crate::ui::form::FormOf;
use crate::ui::later::later;
use crate::ui::session::session;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use playground_core::catalogue::{Area, FieldPath};
use playground_core::known::Kind;

/// What can be drawn of the values of a form.
enum Part {
    /// What a field has, and what fits it.
    Field(FieldPath),
    /// The tokens that fit.
    Tokens,
    /// The way back to the form that somebody has come from.
    Back,
}

/// What is done with values.
#[derive(Clone, Copy)]
struct Doing {
    /// Draws a part of it.
    draw: fn(FormOf, Part) -> AnyView,
    /// Remembers the form that somebody leaves for an operation, by the address of that, where it gives what a field wants.
    leave: fn(FormOf, &FieldPath, String),
}

later! {
    /// Fetches what draws values.
    async fn doer() -> fn() -> Doing, doing in values;
}

fn doing() -> Doing {
    Doing {
        draw,
        leave: errand::leave,
    }
}

fn draw(of: FormOf, part: Part) -> AnyView {
    match part {
        Part::Field(path) => choices::field(of, &path),
        Part::Tokens => tokens::choices(of),
        Part::Back => errand::back(of),
    }
}

/// What draws values, once it is there. A context of the page of an operation.
#[derive(Clone, Copy)]
struct Valued(RwSignal<Option<Doing>>);

/// Has the values of the page of an operation of this area drawn as soon as what draws them is there.
pub(super) fn provide(area: Area) {
    let valued = RwSignal::new(None);
    provide_context(Valued(valued));
    task::spawn(async move {
        let _ = data::notes(area, true).await;
        clock::painted().await;
        // Without it the form works all the same.
        if let Ok(doing) = doer().await {
            let _ = valued.try_set(Some(doing()));
        }
    });
}

/// What stands below the control of a field.
pub(super) fn below(of: FormOf, path: &FieldPath) -> Option<AnyView> {
    let path = path.clone();
    part(of, move || Part::Field(path.clone()))
}

/// What stands below the token.
pub(super) fn tokens(of: FormOf) -> Option<AnyView> {
    part(of, || Part::Tokens)
}

/// What stands below the form.
pub(super) fn back(of: FormOf) -> Option<AnyView> {
    part(of, || Part::Back)
}

/// Returns what is done when something is pressed in what is said of a field: who goes to an operation that gives what the field wants is led
/// back from there.
pub(super) fn leaver(of: FormOf, path: FieldPath) -> impl Fn(MouseEvent) + 'static {
    let valued = use_context::<Valued>();
    move |event| {
        let doing = valued.and_then(|Valued(valued)| valued.get_untracked());
        if let Some((doing, address)) = doing.zip(page::link_at(&event)) {
            (doing.leave)(of, &path, address);
        }
    }
}

/// Returns the name of a thing that a request names by this text, if an answer told it.
pub(super) fn name_of(kind: Kind, text: &str) -> Option<String> {
    session().with_values(|values| values.known.name_of(kind, text))
}

fn part(of: FormOf, part: impl Fn() -> Part + Send + Sync + 'static) -> Option<AnyView> {
    let Valued(valued) = use_context()?;
    Some(dynamic(move || {
        valued
            .get()
            .map(|doing| untrack(|| (doing.draw)(of, part())))
    }))
}
