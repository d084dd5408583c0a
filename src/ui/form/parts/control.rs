//! The control of a single value, by its schema.

use super::moment;
use super::row::described;
use super::spot::Spot;
use crate::browser::secret_field;
use crate::ui::dynamic::{Memo, flag, secret, truth, value};
use crate::ui::form::field;
use crate::ui::later::later;
use leptos::prelude::*;
use playground_core::catalogue::{Role, Shape};

/// What stands in an option that sends an empty text.
const EMPTY: &str = "\"\"";

/// The control.
pub(super) fn control(spot: Spot, id: String, fault: Memo<Option<String>>) -> AnyView {
    let invalid = truth(move || fault.get().is_some());
    match &spot.schema.shape {
        Shape::Choice(choices) => {
            let choices = choices.iter().map(|choice| choice.to_string());
            select(spot, id, choices.collect(), invalid)
        }
        Shape::Integer { choices, .. } if !choices.is_empty() => {
            let choices = choices.iter().map(ToString::to_string);
            select(spot, id, choices.collect(), invalid)
        }
        Shape::Boolean => select(
            spot,
            id,
            vec!["true".to_owned(), "false".to_owned()],
            invalid,
        ),
        Shape::File => match spot.field() {
            Some(of) => field::file(spot.of, id, of),
            None => line(spot, id, invalid),
        },
        Shape::Text { .. } if spot.schema.format.as_deref() == Some("date-time") => {
            moment(spot, id, invalid)
        }
        Shape::Text { .. } if spot.schema.role == Some(Role::LongText) => {
            text_area(spot, id, invalid)
        }
        Shape::Secret => hidden(spot, id, invalid),
        _ if spot.field().is_some_and(|field| field.is_all_secret()) => hidden(spot, id, invalid),
        _ => line(spot, id, invalid),
    }
}

later! {
    /// The control of a date with its time.
    fn moment(spot: Spot, id: String, invalid: Signal<String>) in nested {
        moment::control(spot, id, invalid)
    }
}

/// A control of one line.
pub(super) fn line(spot: Spot, id: String, invalid: Signal<String>) -> AnyView {
    let mode = match &spot.schema.shape {
        Shape::Integer {
            minimum: Some(0..), ..
        } => "numeric",
        Shape::Number => "decimal",
        _ => "text",
    };
    let kind = match spot.schema.format.as_deref() {
        Some("date") => "date",
        _ => "text",
    };
    let is_list = matches!(spot.schema.shape, Shape::List(_));
    let hint = match spot.schema.default.as_deref() {
        Some(default) => Some(format!("Default: {default}")),
        None => is_list.then(|| "several, separated by commas".to_owned()),
    };
    view! {
        <input id=id.clone() type=kind inputmode=mode autocomplete=role(spot)
            placeholder=hint aria-describedby=described(&id) prop:value=value(move || spot.text())
            on:input=move |event| spot.set(event_target_value(&event)) aria-invalid=invalid />
    }
    .into_any()
}

/// A control of one line whose text is not to be seen.
fn hidden(spot: Spot, id: String, invalid: Signal<String>) -> AnyView {
    let kind = match spot.schema.shape {
        Shape::Secret => "password",
        _ => "text",
    };
    let mode = match spot.schema.role {
        Some(Role::OneTimeCode) => "numeric",
        _ => "text",
    };
    let shown = secret(move || spot.form().secret(&spot.path(), secret_field::text));
    view! {
        <input id=id.clone() type=kind class:secret=spot.schema.role == Some(Role::UploadLink) inputmode=mode autocomplete=role(spot)
            aria-describedby=described(&id) prop:value=shown
            on:input=move |event| spot.set(event_target_value(&event)) aria-invalid=invalid />
    }
    .into_any()
}

fn role(spot: Spot) -> &'static str {
    match spot.field() {
        Some(field) => field::role(spot.of, &field),
        None if spot.schema.shape == Shape::Secret => "new-password",
        None => "off",
    }
}

fn text_area(spot: Spot, id: String, invalid: Signal<String>) -> AnyView {
    let rows = value(move || spot.text().lines().count().clamp(3, 16).to_string());
    view! {
        <textarea id=id.clone() rows=rows aria-describedby=described(&id)
            prop:value=value(move || spot.text()) on:input=move |event| spot.set(event_target_value(&event)) aria-invalid=invalid></textarea>
    }
    .into_any()
}

/// A choice, of which nothing is sent until something is chosen.
fn select(spot: Spot, id: String, choices: Vec<String>, invalid: Signal<String>) -> AnyView {
    let text = value(move || {
        let is_sent_empty = spot.form().is_sent_empty(&spot.path());
        if is_sent_empty {
            EMPTY.to_owned()
        } else {
            spot.text()
        }
    });
    let choose = move |event| match event_target_value(&event) {
        text if text == EMPTY => {
            spot.set(String::new());
            spot.form().send_empty(&spot.path(), true);
        }
        text => spot.set(text),
    };
    let options = choices.into_iter().map(|choice| {
        let (shown, sent) = match choice.as_str() {
            "" => ("an empty text".to_owned(), EMPTY.to_owned()),
            _ => (choice.clone(), choice),
        };
        let here = sent.clone();
        view! { <option value=sent selected=flag(move || text.with(|text| *text == here))>{shown}</option> }
    });
    let nothing = match (&spot.schema.default, spot.required) {
        (Some(default), _) => format!("not sent (default: {default})"),
        (None, true) => "choose …".to_owned(),
        (None, false) => "not sent".to_owned(),
    };
    view! {
        <select id=id.clone() on:change=choose aria-invalid=invalid aria-describedby=described(&id)>
            <option value="" selected=flag(move || text.with(String::is_empty))>{nothing}</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}
