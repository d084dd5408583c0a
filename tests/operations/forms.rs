//! Each form is filled with everything that its operation takes, and then with one thing otherwise: an optional field or member is
//! absent, a choice is another, a value is of another of several kinds.

use crate::request::{prepared, received};
use crate::{name, operations, samples};
use contract::Documents;
use playground_core::catalogue::Operation;
use serde_json::Value;

/// Returns the values of the fields, form by form.
pub(crate) fn forms(operation: &Operation) -> Vec<Vec<Option<Value>>> {
    let fields: Vec<_> = operation
        .fields()
        .map(|field| (field.required, samples::of(field.schema)))
        .collect();
    let full: Vec<_> = fields.iter().map(|(_, of)| Some(of[0].clone())).collect();
    let mut forms = vec![full.clone()];
    for (place, (required, values)) in fields.iter().enumerate() {
        let others = values[1..].iter().cloned().map(Some);
        for value in others.chain((!required).then_some(None)) {
            let mut form = full.clone();
            form[place] = value;
            forms.push(form);
        }
    }
    forms
}

#[test]
fn every_form_can_be_sent_and_is_what_the_documents_describe() {
    let documents = Documents::find_for_part();
    let mut faults = Vec::new();
    let mut count = 0;
    for operation in operations() {
        for form in forms(operation) {
            count += 1;
            let request = prepared(operation, &form).unwrap_or_else(|errors| {
                panic!("{}: {errors:?}, filled with {form:?}", name(operation))
            });
            let found = documents.map(|documents| received(&request, |it| documents.faults(it)));
            faults.extend(found.into_iter().flatten());
        }
    }
    faults.sort();
    faults.dedup();
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
    assert!(count > 3_000, "only {count} forms were filled in");
}

#[test]
fn a_required_field_that_is_empty_is_told_and_nothing_is_prepared() {
    let mut count = 0;
    for operation in operations() {
        let full = forms(operation).remove(0);
        for (place, field) in operation.fields().enumerate() {
            let mut form = full.clone();
            form[place] = None;
            count += usize::from(field.required);
            let is_refused = prepared(operation, &form).is_err();
            assert_eq!(
                is_refused,
                field.required,
                "{} {}",
                name(operation),
                field.name
            );
        }
    }
    assert!(count > 500, "only {count} required fields were left empty");
}
