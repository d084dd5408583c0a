//! Choosing from a list in an answer: what the next steps take.

use crate::ui::dynamic::{dynamic, flag, memo};
use crate::ui::session::{StepKey, session};
use leptos::prelude::*;
use playground_core::json;
use playground_core::walkthrough::ChoiceView;
use playground_core::words;

/// From how many entries on a list gets a field to search in.
const LONG: usize = 12;

/// The most entries that are shown at once; the search finds the others.
const SHOWN: usize = 200;

/// The choices that the answer of a step offers. Nothing where it offers none.
pub(super) fn choices(key: StepKey) -> impl IntoView {
    let session = session();
    let run = session.run(key);
    let choices = memo(move || {
        session.track_outcome(key);
        run.with_untracked(|run| run.choices(key.step))
    });
    dynamic(move || {
        let choices = choices.get();
        let fields = choices
            .into_iter()
            .enumerate()
            .map(|(place, choice)| field(key, place, choice));
        fields.collect_view()
    })
}

fn field(key: StepKey, place: usize, choice: ChoiceView) -> AnyView {
    let id = format!("choice-{}-{place}", key.step);
    if choice.entries.is_empty() && choice.none.is_empty() {
        return view! {
            <p class="needs">{words::step::none_fits(choice.title)}</p>
        }
        .into_any();
    }
    let count = choice.entries.len();
    let title = choice.title;
    let told = match (choice.settled, choice.chosen) {
        (true, _) => "for the next steps",
        (_, Some(_)) => "for the next steps: the first one, unless you choose another",
        _ => "for the next steps: choose one",
    };
    let list = if count > LONG {
        searched(key, place, choice, id.clone())
    } else {
        select(key, place, &choice, id.clone(), "")
    };
    view! {
        <div class="field choice">
            <label for=id>{title}</label>
            <span class="from">{told}</span>
            {list}
        </div>
    }
    .into_any()
}

/// A list with a field to search in.
fn searched(key: StepKey, place: usize, choice: ChoiceView, id: String) -> AnyView {
    let sought = RwSignal::new(String::new());
    let label = format!("Find in {} entries", choice.entries.len());
    view! {
        <input type="search" aria-label=label.clone() placeholder=label autocomplete="off"
            on:input=move |event| sought.set(event_target_value(&event)) />
        {dynamic(move || select(key, place, &choice, id.clone(), &sought.get()))}
    }
    .into_any()
}

fn select(key: StepKey, place: usize, choice: &ChoiceView, id: String, sought: &str) -> AnyView {
    let chosen = choice.chosen;
    let fold = |text: &str| text.chars().map(json::fold).collect::<String>();
    let sought = fold(sought.trim());
    let fits = |name: &str| sought.is_empty() || fold(name).contains(&sought);
    let entries: Vec<_> = choice
        .entries
        .iter()
        .filter(|entry| fits(&entry.name))
        .collect();
    let found = entries.len();
    let options = entries.into_iter().take(SHOWN).map(|entry| {
        let here = chosen == Some(entry.index);
        view! { <option value=entry.index.to_string() selected=here>{entry.name.clone()}</option> }
    });
    let session = session();
    let choose = move |event| {
        let index = event_target_value(&event).parse().ok();
        session.choose_entry(key, place, index);
    };
    let none = if choice.ask && chosen.is_none() {
        "Choose one"
    } else {
        choice.none
    };
    let none = (!none.is_empty())
        .then(|| view! { <option value="" selected=chosen.is_none()>{none}</option> });
    let long = choice.entries.len() > LONG;
    let cut = (found > SHOWN).then(|| {
        let words = words::list::choices(SHOWN, found);
        view! { <p class="hint">{words}</p> }
    });
    view! {
        <select id=id class:long=flag(move || long) size=if long { "8" } else { "1" } on:change=choose>{none} {options.collect_view()}</select>
        {cut}
    }
    .into_any()
}
