//! A form: what counts at a place, and where it came from.

use super::{body, operation, query};
use crate::catalogue::{FieldPath, Place};
use crate::form::{Entry, Filled, Origin, Reference, RequestForm, Source};

const FROM: Reference = Reference { step: 1, value: 2 };

fn form() -> RequestForm {
    let mut form = RequestForm::new(operation());
    for (name, text, source) in [
        ("table_name", "given", Source::Step(FROM)),
        ("view_name", "fixed", Source::Walkthrough),
    ] {
        form.defaults.fill(Filled {
            path: query(name),
            entry: Entry::Text(text.to_owned()),
            source,
        });
    }
    form
}

/// Changes a form at a place.
type Change = fn(&mut RequestForm, &FieldPath);

#[test]
fn where_a_value_came_from_falls_out() {
    let nothing: Change = |_, _| {};
    let typed: Change = |form, path| form.type_into(path, "mine".to_owned());
    let emptied: Change = |form, path| form.type_into(path, String::new());
    let empty: Change = |form, path| {
        form.type_into(path, String::new());
        form.send_empty(path, true);
    };
    let left_out: Change = |form, path| {
        form.type_into(path, String::new());
        form.send_empty(path, true);
        form.send_empty(path, false);
    };
    let given_back: Change = |form, path| {
        form.type_into(path, "mine".to_owned());
        form.give_back(path);
    };
    let known: Change = |form, path| form.fill_known(path, "known".to_owned());
    let not_emptied: Change = |form, path| form.send_empty(path, true);
    for (name, change, text, origin) in [
        ("table_name", nothing, "given", Origin::Step(FROM)),
        ("view_name", nothing, "fixed", Origin::Walkthrough),
        ("limit", nothing, "", Origin::Empty),
        ("limit", known, "known", Origin::Known),
        // What stands somewhere stays.
        ("table_name", known, "given", Origin::Step(FROM)),
        ("nowhere", known, "", Origin::Empty),
        ("table_name", typed, "mine", Origin::Yours),
        ("limit", typed, "mine", Origin::Yours),
        ("view_name", emptied, "", Origin::Emptied),
        ("view_name", empty, "", Origin::Yours),
        ("view_name", left_out, "", Origin::Emptied),
        ("view_name", not_emptied, "fixed", Origin::Walkthrough),
        ("table_name", given_back, "given", Origin::Step(FROM)),
        ("limit", given_back, "", Origin::Empty),
        // It is needed, so it can't be empty, and a number never is.
        ("table_name", empty, "", Origin::Emptied),
        ("limit", empty, "", Origin::Emptied),
        ("nowhere", typed, "", Origin::Empty),
    ] {
        let mut form = form();
        let path = query(name);
        change(&mut form, &path);
        assert_eq!(
            (form.text(&path), form.origin(&path)),
            (text, origin),
            "{name}"
        );
    }
}

#[test]
fn only_what_is_filled_in_can_be_changed() {
    let mut form = form();
    form.type_into(&query("limit"), "7".to_owned());
    assert_eq!(form.changed(), []);
    form.type_into(&query("view_name"), "mine".to_owned());
    assert_eq!(form.changed(), [query("view_name")]);
}

#[test]
fn a_file_is_chosen_and_taken_back() {
    let mut form = form();
    let file = Entry::File {
        handle: 1,
        name: "x".to_owned(),
        size: 3,
    };
    form.choose_file(&body("file"), Some(file.clone()));
    assert!(form.at(&body("file")).is_some_and(|it| it.entry == file));
    assert!(!form.can_be_empty(&body("file")));
    form.choose_file(&body("file"), None);
    assert!(form.at(&body("file")).is_none());
}

#[test]
fn a_place_is_a_part_of_the_request_and_a_name() {
    let mut form = form();
    let other = FieldPath {
        place: Place::Path,
        ..query("table_name")
    };
    form.type_into(&other, "mine".to_owned());
    assert_eq!(form.text(&query("table_name")), "given");
    assert_eq!(form.text(&other), "");
}
