//! The controls of cells: one for every kind of column that can be written.

use super::field::fault_id;
use super::row_editor::Field;
use crate::browser::page;
use crate::ui::dynamic::{dynamic, effect, flag, memo, shown_when, truth, value};
use leptos::html::Input;
use leptos::prelude::*;
use playground_core::row::{Cell, ColumnKind};

/// The control of a cell; a value that it cannot show stands as JSON.
pub(super) fn control(field: Field, id: String) -> AnyView {
    let as_json = memo(move || matches!(field.cell.get(), Cell::Json(_)));
    dynamic(move || {
        if as_json.get() {
            json(field, id.clone())
        } else {
            fitting(field, id.clone())
        }
    })
}

fn fitting(field: Field, id: String) -> AnyView {
    let kind = field.with_column(|column| column.kind.clone());
    match kind {
        ColumnKind::LongText => {
            let typed = move |event| type_in(field, &event_target_value(&event));
            view! { <textarea id=id.clone() rows="3" aria-describedby=fault_id(&id) aria-invalid=truth(move || !field.fault().is_empty()) prop:value=text(field) on:input=typed></textarea> }
                .into_any()
        }
        ColumnKind::Checkbox => {
            let ticked = flag(move || field.cell.get() == Cell::Flag(true));
            let tick = move |event| field.set(&Cell::Flag(event_target_checked(&event)));
            view! { <input id=id type="checkbox" prop:checked=ticked on:change=tick /> }.into_any()
        }
        ColumnKind::Select(options) => select(field, id, options),
        ColumnKind::MultipleSelect(options) => ticks(field, options),
        ColumnKind::Collaborator => items(field, id, "User ID, such as …@auth.local"),
        ColumnKind::Image => items(field, id, "Address of a picture"),
        ColumnKind::File => files(field),
        ColumnKind::Place { country: false } => place(field, id),
        ColumnKind::Other => json(field, id),
        kind => line(field, id, &kind),
    }
}

fn text(field: Field) -> Signal<String> {
    value(move || match field.cell.get() {
        Cell::Text(text) | Cell::Json(text) => text,
        _ => String::new(),
    })
}

fn type_in(field: Field, text: &str) {
    let cell = field.with_column(|column| Cell::typed(&column.kind, text));
    field.set(&cell);
}

/// A control of one line.
fn line(field: Field, id: String, kind: &ColumnKind) -> AnyView {
    let (control, hint) = match kind {
        ColumnKind::Date { time: true, .. } => ("datetime-local", ""),
        ColumnKind::Date { time: false, .. } => ("date", ""),
        ColumnKind::Duration { seconds: true } => ("text", "1:30:00"),
        ColumnKind::Duration { seconds: false } => ("text", "1:30"),
        ColumnKind::Email => ("email", ""),
        ColumnKind::Url => ("url", "https://"),
        ColumnKind::Place { .. } => ("text", "Country or region"),
        _ => ("text", ""),
    };
    // A date that is being typed is none for a while, and the 30th of February for ever: the browser tells no more than that.
    let is_none = RwSignal::new(false);
    let typed = move |event| {
        if !page::is_unreadable(&event) {
            is_none.set(false);
            type_in(field, &event_target_value(&event));
        }
    };
    let left = move |event| {
        if page::is_unreadable(&event) {
            is_none.set(true);
            type_in(field, "");
        }
    };
    let (node, text) = (NodeRef::<Input>::new(), text(field));
    // Written only where it differs: a date that is being typed would begin anew.
    effect(move || {
        if let Some(input) = node.get() {
            text.with(|text| {
                if input.value() != *text {
                    input.set_value(text);
                }
            });
        }
    });
    view! {
        <input id=id.clone() type=control placeholder=hint autocomplete="off" aria-describedby=fault_id(&id) aria-invalid=truth(move || !field.fault().is_empty()) node_ref=node on:input=typed on:change=left />
        {shown_when(move || is_none.get(), || view! { <p class="fault" role="alert">"This isn't a date, so it isn't in the request."</p> })}
    }
    .into_any()
}

fn json(field: Field, id: String) -> AnyView {
    let typed = move |event| {
        let text = event_target_value(&event);
        field.set(&Cell::Json(text));
    };
    view! { <textarea id=id.clone() rows="2" aria-describedby=fault_id(&id) aria-invalid=truth(move || !field.fault().is_empty()) prop:value=text(field) on:change=typed></textarea> }.into_any()
}

fn select(field: Field, id: String, options: Vec<String>) -> AnyView {
    let chosen = text(field);
    // An option that the column does not have, but the row names.
    let own = chosen.get_untracked();
    let mut names = options;
    if !own.is_empty() && !names.contains(&own) {
        names.push(own);
    }
    let options = names.into_iter().map(|name| {
        let (here, value) = (name.clone(), name.clone());
        view! { <option value=value selected=flag(move || chosen.with(|text| *text == here))>{name}</option> }
    });
    let choose = move |event| type_in(field, &event_target_value(&event));
    view! {
        <select id=id on:change=choose>
            <option value="" selected=flag(move || chosen.with(String::is_empty))>"not set"</option>
            {options.collect_view()}
        </select>
    }
    .into_any()
}

fn list(field: Field) -> Vec<String> {
    match field.cell.get() {
        Cell::List(items) | Cell::Files(items) => items,
        _ => Vec::new(),
    }
}

/// One tick for each option.
fn ticks(field: Field, options: Vec<String>) -> AnyView {
    let ticks = options.into_iter().map(|name| {
        let (here, label) = (name.clone(), name.clone());
        let ticked = flag(move || list(field).contains(&here));
        let tick = move |event| {
            let mut names = untrack(move || list(field));
            names.retain(|other| *other != name);
            if event_target_checked(&event) {
                names.push(name.clone());
            }
            field.set(&Cell::List(names));
        };
        view! { <label class="tick"><input type="checkbox" prop:checked=ticked on:change=tick />{label}</label> }
    });
    view! { <div class="ticks">{ticks.collect_view()}</div> }.into_any()
}

/// A line for each item, and an empty one for the next. A line that is emptied stays where it is: nothing moves away from under a pointer.
fn items(field: Field, id: String, hint: &'static str) -> AnyView {
    let filled = |lines: &[String]| -> Vec<String> {
        let filled = lines.iter().filter(|line| !line.is_empty());
        filled.cloned().collect()
    };
    let lines = RwSignal::new(Vec::<String>::new());
    effect(move || {
        let items = list(field);
        if lines.with_untracked(|lines| filled(lines) != items) {
            lines.set(items);
        }
    });
    let count = memo(move || lines.with(Vec::len) + 1);
    let set = move |place: usize, text: String| {
        lines.update(|lines| {
            lines.resize(lines.len().max(place + 1), String::new());
            lines[place] = text;
        });
        field.set(&Cell::List(lines.with_untracked(|lines| filled(lines))));
    };
    let line = move |place: usize| {
        let id = match place {
            0 => id.clone(),
            place => format!("{id}-{place}"),
        };
        let text = value(move || lines.with(|lines| lines.get(place).cloned().unwrap_or_default()));
        view! {
            <input id=id type="text" autocomplete="off" placeholder=hint prop:value=text
                on:input=move |event| set(place, event_target_value(&event)) />
        }
    };
    view! { <div class="items"><For each=move || 0..count.get() key=|place| *place children=line /></div> }.into_any()
}

/// The files of a cell; more come by the walkthrough that uploads one.
fn files(field: Field) -> AnyView {
    dynamic(move || {
        let entries = list(field);
        if entries.is_empty() {
            return view! { <p class="hint">"No file. The walkthrough “Upload a file into a column” adds one here."</p> }.into_any();
        }
        let rows = entries.iter().enumerate().map(|(place, entry)| {
            let name = playground_core::json::member(entry, "", "name").unwrap_or_else(|| entry.clone());
            let rest: Vec<String> = entries.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, e)| e.clone()).collect();
            let remove = move |_| field.set(&Cell::Files(rest.clone()));
            view! { <li><code>{name}</code> <button class="quiet" type="button" on:click=remove>"Leave it out"</button></li> }
        });
        view! { <ul class="files">{rows.collect_view()}</ul> }.into_any()
    })
}

/// Longitude and latitude.
fn place(field: Field, id: String) -> AnyView {
    let both = move || match field.cell.get() {
        Cell::Place { lng, lat } => (lng, lat),
        _ => (String::new(), String::new()),
    };
    let set = move |lng: String, lat: String| {
        let empty = lng.is_empty() && lat.is_empty();
        field.set(&if empty {
            Cell::Unset
        } else {
            Cell::Place { lng, lat }
        });
    };
    view! {
        <div class="together">
            <input id=id.clone() type="text" aria-label="Longitude" aria-describedby=fault_id(&id) placeholder="Longitude" prop:value=value(move || both().0)
                on:input=move |event| set(event_target_value(&event), untrack(both).1) />
            <input type="text" aria-label="Latitude" aria-describedby=fault_id(&id) placeholder="Latitude" prop:value=value(move || both().1)
                on:input=move |event| set(untrack(both).0, event_target_value(&event)) />
        </div>
    }
    .into_any()
}
