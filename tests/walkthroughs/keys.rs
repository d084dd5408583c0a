//! Rows that came with the keys of their columns, since `convert_keys` was off: they are read by the metadata.

use super::sent::{CHECK, PUT, UPLOAD, go, linked, set, uploaded};
use super::*;

const ROWS_STEP: usize = 3;

const OLD: &str = r#"{"name":"old.txt","size":1,"type":"file","url":"/old.txt"}"#;

/// The row of the upload, by names or by keys.
fn row(by_keys: bool, files: &str) -> String {
    let [name, file, picture] = if by_keys {
        ["0000", "a1b2", "c3d4"]
    } else {
        ["Name", "Files", "Pictures"]
    };
    format!(
        r#"{{"_id": "row1", "_mtime": "1", "{name}": "Max", "{file}": {files}, "{picture}": ["/old.png"]}}"#
    )
}

/// What is written to the cells.
fn written(run: &Run) -> String {
    run.field(PUT, &at(run, PUT, "updates")).text
}

#[test]
fn the_old_file_stays_whether_the_row_came_with_names_or_with_keys() {
    for (column, convert_keys) in [1, 2]
        .into_iter()
        .flat_map(|column| ["true", "false", ""].map(|convert_keys| (column, convert_keys)))
    {
        let by_keys = convert_keys != "true";
        let mut run = linked(column);
        set(&mut run, ROWS_STEP, "convert_keys", convert_keys);
        let rows = format!(r#"{{"rows": [{}]}}"#, row(by_keys, &format!("[{OLD}]")));
        go(&mut run, ROWS_STEP, 200, &rows);
        assert_eq!(run.choices(ROWS_STEP)[0].entries[0].name, "Max");
        go(&mut run, UPLOAD, 200, &uploaded("new.txt"));
        let sent = written(&run);
        let old = if column == 1 { OLD } else { "\"/old.png\"" };
        assert!(
            sent.contains(old) && sent.contains("new.txt"),
            "{convert_keys}: {sent}"
        );
        let current = run.current_row(PUT).unwrap();
        assert!(current.contains("\"Files\":") || !by_keys, "{current}");

        go(&mut run, PUT, 200, r#"{"success": true}"#);
        set(&mut run, CHECK, "convert_keys", "false");
        let url = format!("/asset/{BASE_UUID}/files/2026-11/new.txt");
        let now = row(
            true,
            &format!(r#"[{OLD}, {{"name": "new.txt", "url": "{url}"}}]"#),
        );
        let now = now.replace(
            "\"/old.png\"",
            "\"/old.png\", \"/asset/x/images/2026-11/new.txt\"",
        );
        go(&mut run, CHECK, 200, &now);
        assert_eq!(run.status(CHECK), Status::Done, "{:?}", run.verdicts(CHECK));
        let (before, after) = run.compared(CHECK).unwrap();
        let changes = playground_core::row::changes(&before, &after);
        let names: Vec<_> = changes
            .iter()
            .map(|change| change.column.as_str())
            .collect();
        assert_eq!(names, ["Files", "Pictures"]);
    }
}

#[test]
fn another_row_than_the_one_before_is_not_compared_with_it() {
    let mut run = linked(1);
    go(&mut run, UPLOAD, 200, &uploaded("new.txt"));
    go(&mut run, PUT, 200, r#"{"success": true}"#);
    go(
        &mut run,
        CHECK,
        200,
        &row(false, "[]").replace("row1", "row2"),
    );
    assert_eq!(run.compared(CHECK), None);
}

#[test]
fn what_went_to_another_row_is_not_taken_for_the_first_one() {
    let mut run = linked(1);
    go(&mut run, UPLOAD, 200, &uploaded("one.txt"));
    let own = written(&run);
    set(&mut run, PUT, "updates", &own.replace("row1", "row2"));
    go(&mut run, PUT, 200, r#"{"success": true}"#);
    run.reset_field(PUT, &at(&run, PUT, "updates"));
    go(&mut run, UPLOAD, 200, &uploaded("two.txt"));
    let sent = written(&run);
    assert!(
        !sent.contains("one.txt") && sent.contains("two.txt"),
        "{sent}"
    );
}
