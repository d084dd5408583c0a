//! Every place of every form has its address.

use crate::{name, operations};
use playground_core::catalogue::{FieldPath, Further, Operation, Place, Schema, Shape};
use serde_json::Value;
use std::path::Path;

/// Visits each place in and below a value, a list by its first item and free names by one of them.
fn visit(path: &FieldPath, schema: &Schema, seen: &mut impl FnMut(&FieldPath, &Schema)) {
    seen(path, schema);
    match &schema.shape {
        Shape::List(item) => visit(&path.member("0"), item, seen),
        Shape::Object { members, further } => {
            for member in members.iter() {
                visit(&path.member(&member.name), &member.schema, seen);
            }
            if let Further::Of(schema) = further {
                visit(&path.member("A/B ~"), schema, seen);
            }
        }
        Shape::OneOf(kinds) => kinds.iter().for_each(|kind| visit(path, kind, seen)),
        _ => {}
    }
}

#[test]
fn every_place_of_every_form_is_found_by_its_path() {
    let mut count = 0;
    for operation in operations() {
        for field in operation.fields() {
            let path = field.path();
            assert_eq!(operation.schema_at(&path), Some(field.schema), "{path:?}");
            let mut seen = |path: &FieldPath, _: &Schema| {
                count += 1;
                assert!(
                    operation.schema_at(path).is_some(),
                    "{} {path:?}",
                    name(operation)
                );
            };
            if field.place == Place::Body {
                visit(&path, field.schema, &mut seen);
            }
        }
        let nowhere = FieldPath::body().member("nothing of this name");
        assert_eq!(operation.schema_at(&nowhere), None, "{}", name(operation));
    }
    assert!(count > 1_000, "only {count} places were looked for");
}

/// Walks the schemas as the files have them, which know nothing of forms.
fn properties(schema: &Value, path: &FieldPath, operation: &Operation) -> usize {
    let mut count = 0;
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        let path = path.member(name);
        assert!(
            operation.schema_at(&path).is_some(),
            "{} {path:?}",
            operation.id
        );
        count += 1 + properties(schema, &path, operation);
    }
    for kind in schema["oneOf"].as_array().into_iter().flatten() {
        count += properties(kind, path, operation);
    }
    let below = [("items", "0"), ("additionalProperties", "Name")];
    for (key, step) in below {
        if schema[key].is_object() {
            count += properties(&schema[key], &path.member(step), operation);
        }
    }
    count
}

#[test]
fn no_property_of_a_body_is_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let mut count = 0;
    for operation in operations() {
        let file = folder.join(operation.area.name()).with_extension("json");
        let file: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let mut listed = file["operations"].as_array().unwrap().iter();
        let listed = listed.find(|one| one["id"] == *operation.id).unwrap();
        count += properties(&listed["body"]["schema"], &FieldPath::body(), operation);
    }
    assert!(count > 1_000, "only {count} properties were looked for");
}
