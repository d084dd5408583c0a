//! The places of an operation that the overlay speaks of.

use super::Fact;
use playground_core::catalogue::{Further, Operation, Place, Role, Schema, Shape};

/// Changes what stands at a place such as `query/page` or `body/columns/*/name`, and returns how often it stands there.
pub(super) fn change(operation: &mut Operation, path: &str, facts: &[Fact]) -> usize {
    let (place, steps) = path.split_once('/').unwrap_or((path, ""));
    let place = match place {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        "body" => {
            let body = operation.body.as_mut();
            return body.map_or(0, |body| change_below(&mut body.schema, steps, facts));
        }
        _ => return 0,
    };
    let mut parameters = operation.parameters.to_mut().iter_mut();
    let found = parameters.find(|parameter| parameter.place == place && parameter.name == steps);
    found.map_or(0, |parameter| change_here(&mut parameter.schema, facts))
}

fn change_below(schema: &mut Schema, steps: &str, facts: &[Fact]) -> usize {
    if steps.is_empty() {
        return change_here(schema, facts);
    }
    let (step, rest) = steps.split_once('/').unwrap_or((steps, ""));
    match &mut schema.shape {
        Shape::List(item) if step == "*" => change_below(item, rest, facts),
        Shape::Object {
            further: Further::Of(schema),
            ..
        } if step == "*" => change_below(schema, rest, facts),
        Shape::Object { members, .. } => {
            let mut members = members.to_mut().iter_mut();
            let found = members.find(|member| member.name == step);
            found.map_or(0, |member| change_below(&mut member.schema, rest, facts))
        }
        Shape::OneOf(kinds) => {
            let kinds = kinds.to_mut().iter_mut();
            kinds.map(|kind| change_below(kind, steps, facts)).sum()
        }
        _ => 0,
    }
}

fn change_here(schema: &mut Schema, facts: &[Fact]) -> usize {
    for fact in facts {
        match fact {
            Fact::Secret => schema.shape = Shape::Secret,
            Fact::Role(role) => schema.role = Some(*role),
            Fact::Hint(hint) => schema.hint = Some(hint.clone().into()),
        }
    }
    1
}

/// Notes of every text of a name that it is an id, unless it is known for something else, and returns how many there are.
pub(super) fn identify(operation: &mut Operation, name: &str) -> usize {
    let parameters = operation.parameters.to_mut().iter_mut();
    let named = parameters.filter(|parameter| parameter.name == name);
    let found: usize = named
        .map(|parameter| identify_here(&mut parameter.schema, true, name))
        .sum();
    let body = operation.body.as_mut();
    found + body.map_or(0, |body| identify_here(&mut body.schema, false, name))
}

fn identify_here(schema: &mut Schema, is_named: bool, name: &str) -> usize {
    match &mut schema.shape {
        Shape::Text { .. } if is_named => {
            schema.role.get_or_insert(Role::Identifier);
            1
        }
        Shape::List(item) => identify_here(item, is_named, name),
        Shape::OneOf(kinds) => {
            let kinds = kinds.to_mut().iter_mut();
            kinds.map(|kind| identify_here(kind, is_named, name)).sum()
        }
        Shape::Object { members, further } => {
            let below = match further {
                Further::Of(schema) => identify_here(schema, false, name),
                Further::None | Further::Any => 0,
            };
            let members = members.to_mut().iter_mut();
            let found = members.map(|member| {
                let is_named = member.name == name;
                identify_here(&mut member.schema, is_named, name)
            });
            below + found.sum::<usize>()
        }
        _ => 0,
    }
}
