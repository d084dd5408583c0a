//! What stands below a field that takes part of an address: what the page knows of one, and what is wrong with one.

use super::{FormOf, elsewhere};
use crate::ui::dynamic::{Memo, dynamic, shown_when};
use crate::ui::later::later;
use crate::ui::session::session;
use leptos::prelude::*;
use playground_core::catalogue::{Field, Role};
use playground_core::http::OpenBase;
use playground_core::http::elsewhere::of_field;

/// What stands below a field: nothing as long as there is no base, and the link leads nowhere else.
pub(super) fn row(
    of: FormOf,
    field: Field<'static>,
    fault: Memo<Option<String>>,
) -> Option<AnyView> {
    let base = session().base;
    let is_link = field.has(Role::UploadLink);
    let fits = is_link || field.has(Role::Workspace) || field.has(Role::BaseName);
    let has = move || {
        if is_link {
            fault.with(Option::is_some)
        } else {
            base.with(|address| !address.is_empty())
        }
    };
    fits.then(|| shown_when(has, move || content(of, field)))
}

later! {
    /// Few people enter the address of a base, or a link to another host.
    fn content(of: FormOf, field: Field<'static>) in editors {
        dynamic(move || if field.has(Role::UploadLink) { link(of, field) } else { base(of, field) })
    }
}

/// Offers what the address of an open base tells.
fn base(of: FormOf, field: Field<'static>) -> Option<AnyView> {
    let session = session();
    let form = of.form();
    let is_new = |value: &String| form.text(&field.path()) != *value;
    let value = value(field, session.open_base()?).filter(is_new)?;
    let words = format!("Use {value}");
    let take = move |_| form.set(&field.path(), value.clone());
    Some(
        view! {
            <p class="hint offer">
                "The address that you entered for the server has a value for this field. "
                <button class="quiet" type="button" on:click=take>{words}</button>
            </p>
        }
        .into_any(),
    )
}

/// Says what can be done about an upload link to another host.
fn link(of: FormOf, field: Field<'static>) -> Option<AnyView> {
    let session = session();
    let form = of.form();
    let there = session
        .server
        .with(|server| form.with(|form| of_field(form, &field.path(), server)))??;
    Some(view! { <div class="hint offer">{elsewhere::ways(there)}</div> }.into_any())
}

fn value(field: Field<'_>, base: OpenBase) -> Option<String> {
    match field.schema.role {
        Some(Role::Workspace) => Some(base.workspace_id),
        Some(Role::BaseName) => base.name,
        _ => None,
    }
}
