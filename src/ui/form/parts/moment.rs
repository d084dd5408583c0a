//! The control of a moment: the clock on the wall, and the zone.

use super::control;
use super::row::described;
use super::spot::Spot;
use crate::browser::clock;
use crate::ui::dynamic::{Memo, dynamic, flag, memo, value};
use leptos::prelude::*;
use playground_core::form::moment::{Moment, zone_behind};

/// Day and time with their zone, or the text that is sent.
pub(super) fn control(spot: Spot, id: String, invalid: Signal<String>) -> AnyView {
    let moment = memo(move || Moment::read(&spot.text()));
    let is_other = untrack(|| moment.get().is_none() && !spot.text().is_empty());
    let as_text = RwSignal::new(is_other);
    let other = memo(move || moment.with(Option::is_none) && !spot.text().is_empty());
    let of_id = id.clone();
    view! {
        {dynamic(move || match as_text.get() {
            true => control::line(spot, of_id.clone(), invalid),
            false => clock_and_zone(spot, of_id.clone(), moment, invalid),
        })}
        <button class="quiet" type="button" disabled=flag(move || as_text.get() && other.get())
            on:click=move |_| as_text.update(|as_text| *as_text = !*as_text)>
            {dynamic(move || if as_text.get() { "Choose day and time" } else { "Write it as text" })}
        </button>
    }
    .into_any()
}

fn clock_and_zone(
    spot: Spot,
    id: String,
    moment: Memo<Option<Moment>>,
    invalid: Signal<String>,
) -> AnyView {
    let wall = value(move || moment.get().map(|moment| moment.wall).unwrap_or_default());
    let zone = value(move || moment.get().map(|moment| moment.zone).unwrap_or_default());
    let set_wall = move |event| {
        let wall = event_target_value(&event);
        let zone = moment.get_untracked().map(|moment| moment.zone);
        let zone = zone.unwrap_or_else(|| zone_behind(clock::minutes_behind(&wall)));
        spot.set(match wall.is_empty() {
            true => wall,
            false => Moment { wall, zone }.text(),
        });
    };
    let set_zone = move |event| {
        if let Some(moment) = moment.get_untracked() {
            let zone = event_target_value(&event);
            spot.set(Moment { zone, ..moment }.text());
        }
    };
    view! {
        <div class="together moment">
            <input id=id.clone() type="datetime-local" step="1" aria-describedby=described(&id) aria-invalid=invalid
                prop:value=wall on:change=set_wall />
            <input id=format!("{id}-zone") class="zone" type="text" aria-label="Time zone, such as +02:00 or Z" placeholder="zone" autocomplete="off"
                disabled=flag(move || moment.with(Option::is_none)) prop:value=zone on:change=set_zone />
        </div>
    }
    .into_any()
}
