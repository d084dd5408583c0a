//! The notes of an area: what they say, and the faults of what they may not.
#![allow(
    clippy::unwrap_used,
    reason = "tests say what they expect by unwrapping"
)]

use arazzo::{Catalogue, File, Reference};
use playground_core::catalogue::{FieldPath, Place};
use playground_core::reference::hint;

const CATALOGUE: &str = include_str!("faults/catalogue.json");

fn noted(file: &str, text: &str) -> Result<Reference, Vec<String>> {
    let mut catalogue = Catalogue::default();
    catalogue.add(CATALOGUE).unwrap();
    let file = File {
        name: file.to_owned(),
        text: text.to_owned(),
    };
    let mut reference = Reference::default();
    match reference.add(&file, &catalogue) {
        Ok(()) => Ok(reference),
        Err(faults) => Err(faults.iter().map(ToString::to_string).collect()),
    }
}

/// Notes without a fault. Line 6 has what is said of `write`, line 9 its hint.
const NOTES: &str = "\
hints:
  query/limit: At most 1,000.
operations:
  open: { title: Open a base, says: Opens the base that the token belongs to & returns its name. See `write`. }
  write:
    says: Writes rows into `table`, where `Open` & <b> are text. At most `1,000` in one request.
    title: Write rows
    hints:
      body/rows: The `rows`, as `base/open` returns them.
      query/limit: None.
    limit: At most 1,000 rows.
    words: records
  send: { title: Send a file, says: Sends a file with a password to the server and returns nothing. }
";

#[test]
fn they_say_what_an_operation_does() {
    let reference = noted("notes/base.yaml", NOTES).unwrap();
    let titles: Vec<_> = reference.operations.iter().map(|one| one.title).collect();
    assert_eq!(titles, ["Open a base", "Write rows", "Send a file"]);
    let write = &reference.operations[1];
    assert_eq!((write.id, write.words), ("write", "records"));
    assert_eq!(write.fields, ["uuid", "limit", "table", "rows"]);
    let area = &reference.areas[0];
    assert_eq!(area.forms.operations[1].title, "Write rows");
    let link = "<a href=\"#/reference/base/write\"><code>write</code></a>";
    assert!(area.notes[0].says.contains(" &amp; returns its name."));
    assert!(area.notes[0].says.ends_with(&format!(" See {link}.")));
    let note = &area.notes[1];
    assert!(note.says.contains("<code>Open</code> &amp; &lt;b&gt;"));
    assert_eq!(note.limit, "At most 1,000 rows.");
    let rows = hint(note.hints, &FieldPath::body().member("rows")).unwrap();
    assert!(rows.starts_with("The <code>rows</code>, as <a href=\"#/reference/base/open\">"));
    let limit = FieldPath {
        place: Place::Query,
        steps: "limit".into(),
    };
    let own = "what is said of the operation's own field counts first";
    assert_eq!(hint(note.hints, &limit), Some("None."), "{own}");
    assert_eq!(hint(area.notes[0].hints, &limit), None, "it has none");
}

#[test]
fn what_is_not_understood_is_told_with_its_place() {
    let long = "x".repeat(51);
    for (old, new, fault) in [
        (
            "words: records",
            "word: records",
            "12:5: the key \"word\"; expected in a note only: title, says, limit, words, hints",
        ),
        (
            "operations:",
            "operation:",
            "1:1: notes without \"operations\"; expected the key",
        ),
        (
            "  send:",
            "  sent:",
            "13:3: the operation \"sent\"; expected an operationId of the area, in the order",
        ),
        (
            "  open: {",
            "  send: {",
            "4:3: no note for open before this; expected one for each operation",
        ),
        (
            "\n  send: { title: Send a file, says: Sends a file with a password to the server and returns nothing. }",
            "",
            "4:3: no note for send; expected one for each operation",
        ),
        (
            "    title: Write rows\n",
            "",
            "6:5: a note without \"title\"; expected the key \"title\"",
        ),
        (
            "title: Write rows",
            &format!("title: {long}"),
            "7:12: a title of 51 characters; expected 4 to 50",
        ),
        (
            "title: Write rows",
            "title: Open a base",
            "7:12: the title \"Open a base\" a second time; expected each title once",
        ),
        (
            "says: Writes rows into",
            "says: Writes.\n    limit: Writes rows into",
            "6:11: a text of 7 characters; expected 60 to 420",
        ),
        (
            "query/limit: At most 1,000.",
            "query/limits: At most 1,000.",
            "2:3: the field \"query/limits\"; expected one that an operation of the area has, as",
        ),
        (
            "body/rows:",
            "body/rows/*/x:",
            "9:7: the field \"body/rows/*/x\"; expected one that write has, as body/rows/*/name",
        ),
        (
            "body/rows:",
            "cookie/rows:",
            "9:7: the field \"cookie/rows\"; expected one that write has, as body/rows/*/name",
        ),
        (
            "`base/open`",
            "`base/close`",
            "9:34: `base/close`; expected an operationId of the area, AREA/ID of another, or a",
        ),
        (
            "`1,000`",
            "`listRows`",
            "6:75: `listRows`; expected an operationId of the area, AREA/ID of another, or a field",
        ),
        (
            "`1,000`",
            "`1,000",
            "6:11: a backtick without another; expected code between two",
        ),
    ] {
        let faults = noted("notes/base.yaml", &NOTES.replacen(old, new, 1));
        let faults = faults.err().unwrap_or_default();
        let told = ["notes/base.yaml:", fault].concat();
        assert!(
            faults.iter().any(|fault| fault.starts_with(&told)),
            "expected {told}, got {faults:#?}"
        );
    }
    let faults = noted("notes/cats.yaml", NOTES).err().unwrap();
    assert!(
        faults[0].starts_with("notes/cats.yaml:1:1: \"cats.yaml\"; expected the name of an area"),
        "{faults:?}"
    );
}
