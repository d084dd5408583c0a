//! A secret at every place of a request is in nothing that is shown, listed, kept or told.

// A test says what it expects by unwrapping.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../generator/mod.rs"]
mod generator;
mod places;
mod told;
mod traces;

use places::{Case, cases};
use playground_core::http::{prepare_parts, sketch_parts};
use playground_core::words;
use told::{server, told_of, told_of_sent, wire};
use traces::Traces;

/// How many secrets each place is tried with.
const TRIES: u64 = 8;

fn nowhere(case: &Case, traces: &Traces, told: &[String]) {
    traces.are_nowhere(&case.name, told);
}

#[test]
fn a_secret_goes_over_the_wire_and_nowhere_else() {
    for seed in 0..TRIES {
        for case in cases(seed) {
            let traces = Traces::of(&case.secret);
            let mut request = case
                .with(&case.entry, |form| prepare_parts(form, &server()))
                .unwrap();
            assert!(
                traces.found_in(&wire(&request)).is_some(),
                "{}: it is not sent",
                case.name
            );
            nowhere(&case, &traces, &told_of(&request));
            nowhere(&case, &traces, &told_of_sent(&request));
            request.forget_secrets();
            nowhere(&case, &traces, &[wire(&request)]);
            nowhere(&case, &traces, &told_of(&request));
        }
    }
}

#[test]
fn a_secret_in_a_form_at_fault_is_in_no_fault_and_no_preview() {
    for seed in 0..TRIES {
        for case in cases(seed) {
            let traces = Traces::of(&case.secret);
            // Broken in the midst and at the end; in a header no code; and as it is.
            let cut = case.entry.len() - 1;
            let broken = case.entry.get(..cut).unwrap_or(&case.entry).to_owned();
            for text in [case.entry.clone(), broken, format!("{}x,", case.entry)] {
                let preview = case.with(&text, |form| sketch_parts(form, &server()));
                nowhere(&case, &traces, &told_of(&preview));
                let faults = case
                    .with(&text, |form| prepare_parts(form, &server()))
                    .err()
                    .unwrap_or_default();
                for fault in faults {
                    let told = [format!("{fault:?}"), words::field::fault(&fault.fault)];
                    nowhere(&case, &traces, &told);
                }
            }
        }
    }
}

#[test]
fn no_text_of_a_field_with_a_secret_is_kept_over_a_reload() {
    for case in cases(0) {
        let field = case.operation.field(case.field).unwrap();
        assert!(field.holds_secret(), "{}", case.name);
    }
}
