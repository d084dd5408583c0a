//! What a value may be, as a list whose inner parts are folded.

use leptos::prelude::*;
use playground_core::catalogue::{Further, Member, Schema, Shape};
use playground_core::words;

/// What is in a value; nothing where its kind says it all.
pub(super) fn inside(schema: &'static Schema) -> Option<AnyView> {
    match &schema.shape {
        Shape::List(item) => inside(item),
        Shape::Object { members, further } => Some(object(members, further)),
        Shape::OneOf(kinds) => {
            let kinds = kinds.iter().map(kind);
            Some(view! { <ul class="schema">{kinds.collect_view()}</ul> }.into_any())
        }
        _ => None,
    }
}

fn object(members: &'static [Member], further: &'static Further) -> AnyView {
    let named = members.iter().map(member).collect_view();
    let other = match further {
        Further::Of(schema) => Some(entry(view! { <i>"any name"</i> }.into_any(), schema)),
        Further::None | Further::Any => None,
    };
    if members.is_empty() && other.is_none() {
        return view! { <p class="hint">{words::schema::unnamed(further)}</p> }.into_any();
    }
    view! { <ul class="schema">{named} {other}</ul> }.into_any()
}

fn member(member: &'static Member) -> AnyView {
    let name = view! {
        <code>{member.name.as_ref()}</code>
        {member.required.then(|| view! { <span class="required" title="always present"></span> })}
    };
    entry(name.into_any(), &member.schema)
}

/// One of the kinds that a value can be of.
fn kind(schema: &'static Schema) -> AnyView {
    entry(view! { "or" }.into_any(), schema)
}

fn entry(name: AnyView, schema: &'static Schema) -> AnyView {
    let kind = words::schema::kind(schema);
    match inside(schema) {
        Some(inside) => view! {
            <li>
                <details>
                    <summary>{name} " " <small>{kind}</small></summary>
                    {inside}
                </details>
            </li>
        }
        .into_any(),
        None => view! { <li>{name} " " <small>{kind}</small></li> }.into_any(),
    }
}
