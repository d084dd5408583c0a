//! A list of what fits, with a field to find in it: arrows move, Enter takes, Escape closes.

use super::choices::from;
use crate::browser::page;
use crate::ui::dynamic::{dynamic, memo, truth, value, words};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use playground_core::json;
use playground_core::known::{Offer, Value};
use playground_core::words;

/// The most entries that are shown at once; what is typed finds the others.
const SHOWN: usize = 60;

/// The list below the button of this id.
pub(super) fn list(
    button: String,
    label: String,
    offers: Vec<Offer>,
    choose: Callback<Offer>,
    close: Callback<()>,
) -> AnyView {
    let offers = StoredValue::new(offers);
    let sought = RwSignal::new(String::new());
    let place = RwSignal::new(0);
    let found =
        memo(move || sought.with(|sought| offers.with_value(|offers| fitting(offers, sought))));
    let input = [&button, "-find"].concat();
    let options = [&button, "-list"].concat();
    let (button, listed) = (StoredValue::new(button), options.clone());
    let active = value(move || option_id(button, place.get()));
    page::focus_first(["#", &input].concat());
    let take = move |place: usize| {
        let chosen = found.with(|found| found.get(place).copied());
        let offer = chosen.and_then(|at| offers.with_value(|offers| offers.get(at).cloned()));
        if let Some(offer) = offer {
            choose.run(offer);
        }
    };
    let pressed = move |event: KeyboardEvent| {
        let count = found.with_untracked(Vec::len).min(SHOWN);
        let at = place.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => place.set(if at + 1 < count { at + 1 } else { 0 }),
            "ArrowUp" => place.set(at.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" => untrack(|| take(at)),
            "Escape" => close.run(()),
            _ => return,
        }
        // Neither is the form sent, nor does a dialog close.
        event.prevent_default();
        event.stop_propagation();
        page::show(&option_id(button, place.get_untracked()));
    };
    let typed = move |event| {
        sought.set(event_target_value(&event));
        place.set(0);
    };
    let row = move |place_of: usize, at: usize| {
        let offer = offers.with_value(|offers| offers.get(at).cloned())?;
        Some(view! {
            <li id=option_id(button, place_of) role="option" aria-selected=truth(move || place.get() == place_of)
                on:mousedown=|event| event.prevent_default() on:click=move |_| take(place_of)>{content(offer)}</li>
        })
    };
    view! {
        <div class="choices">
            <input id=input type="search" role="combobox" aria-label=label.clone() aria-expanded="true" aria-autocomplete="list"
                aria-controls=listed aria-activedescendant=active placeholder="Find" autocomplete="off"
                on:input=typed on:keydown=pressed />
            <p class="hint" role="status">{words(move || words::known::found(found.with(Vec::len)))}</p>
            <ul id=options role="listbox" aria-label=label>
                {dynamic(move || {
                    let found = found.get();
                    found.into_iter().take(SHOWN).enumerate().map(|(place, at)| row(place, at)).collect_view()
                })}
            </ul>
        </div>
    }
    .into_any()
}

fn option_id(button: StoredValue<String>, place: usize) -> String {
    button.with_value(|button| format!("{button}-{place}"))
}

/// Lists the places of what has a text in its name, note or value.
fn fitting(offers: &[Offer], sought: &str) -> Vec<usize> {
    let fold = |text: &str| text.chars().map(json::fold).collect::<String>();
    let sought = fold(sought.trim());
    let has = |text: &str| fold(text).contains(&sought);
    let fits = |offer: &Offer| {
        let has_value = matches!(&offer.value, Value::Plain(text) if has(text));
        sought.is_empty() || has(&offer.name) || has(&offer.note) || has_value
    };
    let places = offers.iter().enumerate().filter(|(_, offer)| fits(offer));
    places.map(|(place, _)| place).collect()
}

fn content(offer: Offer) -> AnyView {
    let name = words::known::name(&offer);
    let value = match &offer.value {
        Value::Plain(text) if *text != name => Some(text.clone()),
        _ => None,
    };
    let note = Some(offer.note).filter(|note| !note.is_empty() && *note != name);
    let elsewhere = offer.elsewhere.map(|place| words::known::elsewhere(&place));
    view! {
        <b>{name}</b> " " {note.map(|note| view! { <span>{note}</span> " " })}
        {elsewhere.map(|place| view! { <span>{place}</span> " " })}
        {value.map(|value| view! { <code>{value}</code> " " })} <small>{from(offer.origin)}</small>
    }
    .into_any()
}
