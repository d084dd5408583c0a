//! The fields of a step that asks the person for values.

use super::practice;
use crate::browser::secret_field;
use crate::ui::dynamic::{dynamic, flag, memo, secret, shown_when, truth, value, words};
use crate::ui::form::unseen;
use crate::ui::later::later;
use crate::ui::session::{StepKey, WholeRun, session};
use leptos::prelude::*;
use playground_core::auth::Secret;
use playground_core::catalogue::ValueKind;
use playground_core::walkthrough::{Input, Run};
use playground_core::words;

/// The fields. Those of a login make a form of their own, so that a password manager knows them for one and nothing else.
pub(super) fn form(key: StepKey, inputs: &'static [Input]) -> impl IntoView {
    let mut rest = inputs;
    let mut place = 0;
    let mut forms = Vec::new();
    while let Some(first) = rest.first() {
        let count = rest
            .iter()
            .take_while(|input| {
                input.kind.is_login() == first.kind.is_login() && input.around == first.around
            })
            .count();
        let (group, later) = rest.split_at(count);
        let fields = (place..)
            .zip(group)
            .map(|(place, input)| field(key, place, input));
        let around = first.around;
        forms.push(view! {
            <form class="fields" hidden=flag(move || goes_around(key) != around) novalidate autocapitalize="off" on:submit=|event| event.prevent_default()>{fields.collect_view()}</form>
        });
        rest = later;
        place += count;
    }
    view! {
        {inputs.iter().any(|input| input.around).then(|| ways(key))}
        {forms}
        {practice::offers(key, inputs)}
        {held_elsewhere(key, inputs)}
    }
}

/// Whether the values of the way around the step are asked for, and not its own.
pub(super) fn goes_around(key: StepKey) -> bool {
    session().run(key).with(|run| run.goes_around(key.step))
}

/// The choice between the values that the step asks for and those that the way around it takes.
fn ways(key: StepKey) -> AnyView {
    let steps = session().walkthrough(key).steps;
    let around = session()
        .run(key)
        .with_untracked(|run| run.way_around(key.step));
    let way = |step: Option<usize>, is_around: bool| {
        let title = steps.get(step?)?.title;
        let take = move |_| session().take_way(key, is_around);
        Some(view! {
            <label class="tick"><input type="radio" name="way" prop:checked=flag(move || goes_around(key) == is_around) on:change=take /> {title}</label>
        })
    };
    view! { <fieldset class="ways"><legend class="unseen">"Choose a way"</legend>{way(Some(key.step), false)} {way(around, true)}</fieldset> }
        .into_any()
}

/// What an input is to the browser and its password manager: a token is nothing, a password is yours or somebody else's.
fn role(input: &Input) -> &'static str {
    match input.kind {
        ValueKind::Login => "username",
        ValueKind::Password => "current-password",
        ValueKind::Secret => "new-password",
        _ => "off",
    }
}

fn field(key: StepKey, place: usize, input: &'static Input) -> impl IntoView {
    let run = session().run(key);
    let text = secret(move || run.with(|run| secret_field::text(run.input(key.step, place))));
    let visible = RwSignal::new(false);
    let id = format!("input-{}-{place}", key.step);
    let fault = memo(move || {
        let fault = run.with(|run| run.input_fault(key.step, place));
        fault.map(words::token::fault)
    });
    // A token is not a password: the browser must neither fill one in, nor offer to keep it, nor ask anybody about it.
    let is_password = input.kind.is_password();
    let kind = move || {
        if is_password && !visible.get() {
            "password"
        } else {
            "text"
        }
    };
    let is_masked = flag(move || input.kind.is_secret() && !is_password && !visible.get());
    let set = move |text| run.update(|run| run.set_input(key.step, place, text));
    let plain = move |run: &Run| run.input_text(key.step, place).to_owned();
    let unseen = memo(move || {
        let is_kept = is_password || input.kind == ValueKind::Other;
        let hides = |run: &Run| {
            run.input(key.step, place)
                .is_some_and(Secret::hides_something)
        };
        is_kept && run.with(hides)
    });
    view! {
        <div class="field">
            <label for=id.clone()>{input.title}</label>
            <div class="together">
                <input id=id.clone() type=value(kind) class:secret=is_masked autocomplete=role(input)
                    prop:value=text on:input=move |event| set(event_target_value(&event))
                    aria-invalid=truth(move || fault.get().is_some()) aria-describedby=format!("{id}-hint {id}-fault") />
                {input.kind.is_secret().then(|| view! {
                    <button type="button" aria-pressed=truth(move || visible.get())
                        on:click=move |_| visible.update(|visible| *visible = !*visible)>
                        {words(move || if visible.get() { "Hide" } else { "Show" })}
                    </button>
                })}
            </div>
            <p class="hint" id=format!("{id}-hint")>{input.hint}</p>
            {shown_when(move || unseen.get(), move || unseen::note((!is_password).then(|| run.with(plain)), Callback::new(set)))}
            <p class="fault" role="alert" id=format!("{id}-fault")>{words(move || fault.get().unwrap_or_default())}</p>
        </div>
    }
}

/// Asks a server on this machine whether it is one for practice.
pub(in crate::ui) fn ask() -> AnyView {
    let session = session();
    let asked = RwSignal::new(false);
    view! {
        <p class="controls">
            <button type="button" on:click=move |_| { asked.set(true); session.recognise_practice(); }>
                "Ask this server for a practice token"
            </button>
        </p>
        // So it is until the token comes, and where none does.
        {shown_when(move || asked.get(), || view! { <p class="hint" role="status">"No practice token has come from this server."</p> })}
    }
    .into_any()
}

/// Offers what another walkthrough was given for the same inputs, so that nothing has to be pasted twice.
fn held_elsewhere(key: StepKey, inputs: &'static [Input]) -> AnyView {
    // Another walkthrough that is opened later is offered then, and nothing else of the form is drawn anew.
    dynamic(move || {
        let others = session().runs().into_iter();
        let others = others.filter(move |&(other, _)| other != key.walkthrough);
        let offers = others.map(|(_, theirs)| held_by(theirs, key, inputs));
        offers.collect_view()
    })
}

fn held_by(theirs: &'static WholeRun, key: StepKey, inputs: &'static [Input]) -> AnyView {
    let mine = session().run(key);
    let offers = move || {
        let around = goes_around(key);
        inputs.iter().enumerate().any(|(place, input)| {
            let here = mine.with(|run| run.input(key.step, place).is_none_or(Secret::is_empty));
            here && input.around == around && theirs.with(|run| run.entered(input.kind).is_some())
        })
    };
    shown_when(offers, move || take_over(theirs, key, inputs))
}

later! {
    /// Fills in what another walkthrough was given.
    fn take_over(theirs: &'static WholeRun, key: StepKey, inputs: &'static [Input]) in answers {
        let session = session();
        let mine = session.run(key);
        let fill = move |_| {
            for (place, input) in inputs.iter().enumerate() {
                let found = theirs.with_untracked(|run| run.entered(input.kind).cloned());
                if let Some(text) = found {
                    mine.update(|run| run.set_input(key.step, place, text));
                }
            }
            session.say("Filled in.");
        };
        let title = theirs.walkthrough().title;
        view! {
            <p><button type="button" on:click=fill>"Use what you entered for “" {title} "”"</button></p>
        }
    }
}
