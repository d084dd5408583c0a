//! The columns of a request that makes some, as a form: name, type, and what the type asks for.

use super::json_field;
use crate::ui::dynamic::{Memo, dynamic, flag, memo, value};
use crate::ui::later::later;
use crate::ui::session::DeskId;
use crate::ui::sheets;
use leptos::prelude::*;
use playground_core::catalogue::{Field, FieldPath, Operation, Role};
use playground_core::row::spec;
use playground_core::row::types::{self, Setting, SettingKind, TYPES};

/// Whether a field is such a list.
pub(in crate::ui) fn fits(field: &Field<'_>) -> bool {
    field.has(Role::ColumnsOfNewTable) || field.has(Role::MoreColumns)
}

/// The list as a form edits it.
#[derive(Clone, Copy)]
struct List {
    desk: DeskId,
    text: Memo<String>,
    set: Callback<String>,
    /// Whether the columns go to a table that is there, which not all types do.
    appends: bool,
}

impl List {
    fn edit(self, edit: impl FnOnce(&str) -> Option<String>) {
        if let Some(text) = self.text.with_untracked(|text| edit(text)) {
            self.set.run(text);
        }
    }
}

later! {
    /// The form of columns: few requests have one.
    pub(in crate::ui) fn columns_form(desk: DeskId, path: FieldPath, operation: &'static Operation) in editors {
        sheets::forms();
        editor(desk, path, operation)
    }
}

/// The form, above the JSON that it edits. Nothing while that is no list of columns.
fn editor(desk: DeskId, path: FieldPath, operation: &Operation) -> AnyView {
    // Where nothing stands yet, it is a list without columns.
    let text = json_field::text(desk, path.clone());
    let list = List {
        desk,
        text: memo(move || match text.get() {
            text if text.trim().is_empty() => "[]".to_owned(),
            text => text,
        }),
        set: json_field::setter(desk, path),
        appends: operation.field_for(Role::MoreColumns).is_some(),
    };
    // Drawn anew when a column comes, goes or changes its type, not while one is typed in.
    let types = memo(move || {
        let specs = list.text.with(|text| spec::specs(text))?;
        Some(
            specs
                .into_iter()
                .map(|spec| spec.type_name)
                .collect::<Vec<_>>(),
        )
    });
    let next = move || types.with_untracked(|types| types.as_ref().map_or(0, Vec::len)) + 1;
    dynamic(move || {
        let rows = types
            .get()?
            .into_iter()
            .enumerate()
            .map(|(i, name)| column(list, i, &name));
        Some(view! {
            <fieldset class="row-form">
                <legend>"The columns"</legend>
                {rows.collect_view()}
                <button type="button" on:click=move |_| list.edit(|text| spec::add(text, &format!("Column {}", next())))>"Add a column"</button>
            </fieldset>
        })
    })
}

fn column(list: List, place: usize, type_name: &str) -> AnyView {
    let id = format!("{}-{place}", list.desk.element("column"));
    let name = value(move || {
        let specs = list.text.with(|text| spec::specs(text)).unwrap_or_default();
        specs
            .into_iter()
            .nth(place)
            .map(|spec| spec.name)
            .unwrap_or_default()
    });
    let offered = TYPES.iter().filter(|known| known.appended || !list.appends);
    let options = offered.map(|known| {
        view! { <option value=known.name selected=known.name == type_name>{known.name}</option> }
    });
    let settings = types::find(type_name).map_or(&[][..], |known| known.settings);
    view! {
        <div class="column">
            <div class="together">
                <input id=id.clone() type="text" aria-label=format!("Name of column {}", place + 1) prop:value=name
                    on:input=move |event| list.edit(|text| spec::rename(text, place, &event_target_value(&event))) />
                <select aria-label=format!("Type of column {}", place + 1)
                    on:change=move |event| list.edit(|text| spec::retype(text, place, &event_target_value(&event)))>
                    {options.collect_view()}
                </select>
                <button type="button" aria-label=format!("Leave out column {}", place + 1)
                    on:click=move |_| list.edit(|text| spec::remove(text, place))>"✕"</button>
            </div>
            {settings.iter().map(|setting| control(list, place, setting, &id)).collect_view()}
        </div>
    }
    .into_any()
}

fn control(list: List, place: usize, setting: &'static Setting, id: &str) -> AnyView {
    let id = format!("{id}-{}", setting.name);
    let text = value(move || list.text.with(|text| spec::setting(text, place, setting)));
    let set = move |event: leptos::ev::Event| {
        list.edit(|text| spec::set(text, place, setting, &event_target_value(&event)));
    };
    let control = match setting.kind {
        SettingKind::Choice(values) => {
            let options = values.iter().map(|choice| {
                view! { <option value=*choice selected=flag(move || text.with(|text| text == choice))>{*choice}</option> }
            });
            view! {
                <select id=id.clone() on:change=set>
                    <option value="" selected=flag(move || text.with(String::is_empty))>"Default"</option>
                    {options.collect_view()}
                </select>
            }
            .into_any()
        }
        SettingKind::Options => {
            view! { <textarea id=id.clone() rows="3" placeholder="One option per line" prop:value=text on:change=set></textarea> }.into_any()
        }
        SettingKind::Whole | SettingKind::Words => {
            view! { <input id=id.clone() type="text" prop:value=text on:input=set /> }.into_any()
        }
    };
    view! { <p class="setting"><label for=id>{setting.name}</label>{control}</p> }.into_any()
}
