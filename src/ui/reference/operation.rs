//! The page of an operation.

use super::form::{self, Noted};
use super::kept::pin;
use super::pages::{head, link, nothing, with};
use super::{answers, data, facts, faults, held, sample, used, values};
use crate::ui::dynamic::{dynamic, shown_when};
use crate::ui::exchange::{self, ExchangeColumn, Response, Uses};
use crate::ui::form::{FormOf, watch};
use crate::ui::later::later;
use crate::ui::outcome::{self, unsuccessful};
use crate::ui::prose::{Inline, Prose};
use crate::ui::session::{DeskId, session};
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::catalogue::Operation;
use playground_core::http::Exchange;
use playground_core::reference::{Forms, Index, Note};
use playground_core::words;
use std::sync::Arc;

/// The page of an operation of an area.
pub(super) fn page(forms: &'static Forms, id: &str) -> AnyView {
    let mut operations = forms.operations.iter();
    let found = operations.position(|one| one.id.eq_ignore_ascii_case(id));
    let Some((place, operation)) = found.and_then(|at| Some((at, forms.operations.get(at)?)))
    else {
        return nothing(id);
    };
    let noted = Noted(RwSignal::new(None));
    provide_context(noted);
    values::provide(operation.area);
    let of = form::of(forms.first + place, operation);
    provide_context(held::watched(of, noted));
    let session = session();
    // Who leaves the page does not wait for its response any more.
    on_cleanup(move || session.leave(of.desk));
    // Of what no browser sends there is no response to wait for.
    let empty: fn(DeskId) -> AnyView = match operation.flags.body_on_get {
        true => |_| ().into_any(),
        false => sample::or_nothing,
    };
    let area = operation.area;
    let length = forms.lengths.get(place).map(usize::to_string);
    let notes = move |seen| move || Box::pin(data::notes(area, seen)) as _;
    view! {
        {head(operation.title.to_string(), above(operation))}
        {moved()}
        <section class="step open operation" aria-labelledby="heading">
            <div class="columns">
                <div class="text">
                    <div class="says" style:--length=length>{with(notes(false), move |notes| says(notes, place, noted))}</div>
                    {facts::list(operation)}
                    {form::form(of, forms.risks.get(place))}
                    {values::back(of)}
                    {shown_when(move || is_answered(of), move || after(of))}
                </div>
                <ExchangeColumn desk=of.desk sketch=of.drafted.sketch answer empty />
            </div>
        </section>
        <div class="about">
            {with(notes(true), move |notes| documented(notes, place, operation))}
        </div>
    }
    .into_any()
}

/// Leads to all that the operation is among.
fn above(operation: &'static Operation) -> AnyView {
    let area = operation.area;
    view! {
        <a href="#/reference">"Reference"</a> " · " <a href=link(area)>{words::reference::area(area)}</a>
        " · " {operation.group.as_ref()} " " {pin(area, &operation.id, &operation.title)}
    }
    .into_any()
}

/// Says what has become of the operation by whose old name somebody came here.
fn moved() -> Option<AnyView> {
    let from = session()
        .address
        .with_untracked(|address| address.value("from"))?;
    Some(with(
        || Box::pin(data::index()),
        move |index: &'static Index| {
            let slug = index.slug(&from).filter(|slug| !slug.says.is_empty());
            slug.map(|slug| view! { <p class="needs" role="note"><Inline html=slug.says /></p> })
                .into_any()
        },
    ))
}

fn says(notes: &'static [Note], place: usize, Noted(noted): Noted) -> AnyView {
    let note = notes.get(place);
    noted.set(note);
    note.map(|note| view! { <Prose html=note.says /> })
        .into_any()
}

later! {
    /// What stands below form and response.
    fn documented(notes: &'static [Note], place: usize, operation: &'static Operation) in documents {
        sheets::documents();
        documents(notes, place, operation)
    }
}

/// Limits, documented responses, the walkthroughs that send it, and SeaTable's own page.
fn documents(notes: &'static [Note], place: usize, operation: &'static Operation) -> AnyView {
    let Some(note) = notes.get(place) else {
        return ().into_any();
    };
    let limit = (!note.limit.is_empty()).then(|| view! { <li><Inline html=note.limit /></li> });
    let rate = facts::rate(operation).map(|rate| view! { <li>{rate}</li> });
    let limits = (limit.is_some() || rate.is_some()).then(|| {
        view! { <section><h2>"Limits"</h2><ul>{limit} {rate}</ul></section> }
    });
    let page = ["https://api.seatable.com/reference/", note.slug].concat();
    view! {
        {limits}
        {answers::list(note.answers)}
        {faults::list(note.faults)}
        {used::list(note.steps)}
        <p><a href=page target="_blank" rel="noopener noreferrer">"This operation in SeaTable’s own reference"</a></p>
    }
    .into_any()
}

fn is_answered(of: FormOf) -> bool {
    let form = session().form(of.desk);
    form.track_outcome();
    form.exchange().is_some()
}

later! {
    /// The response.
    fn answer(desk: DeskId, exchange: Arc<Exchange>) in viewer {
        let before = session().form(desk).previous();
        let agreement = use_context();
        // What other operations were answered names columns and people, and tells which row was written.
        let uses = Uses { kin: |session, _| session.exchanges_of_operations(), ..Uses::NONE };
        exchange::answer(Response { desk, exchange, before, uses, agreement })
    }
}

later! {
    /// What stands below the form once there is an outcome.
    fn after(of: FormOf) in answers {
        sheets::response();
        watch(of);
        dynamic(move || {
            let form = session().form(of.desk);
            form.track_outcome();
            form.exchange().map(|exchange| view! {
                {outcome::line(of, &exchange, true, None, ().into_any())}
                {unsuccessful(of, &exchange, |_| None)}
            })
        })
    }
}
