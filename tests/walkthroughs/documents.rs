//! The documents as the build reads them.

use arazzo::{Catalogue, Fault, File};
use playground_core::catalogue::Operation;
use playground_core::documented::sample;
use playground_core::packed::{Packed, Packer, Unpacker};
use playground_core::walkthrough::Action;
use seatable_playground::walkthroughs::ALL;
use std::fs;
use std::path::Path;

fn catalogue() -> Catalogue {
    Catalogue::read(Path::new("catalogue")).unwrap()
}

fn faults(change: impl Fn(String) -> String) -> Vec<Fault> {
    let name = "write-and-read.arazzo.yaml";
    let text = fs::read_to_string(Path::new("walkthroughs").join(name)).unwrap();
    let contents = File {
        name: "contents".to_owned(),
        text: "- write-and-read".to_owned(),
    };
    let file = File {
        name: name.to_owned(),
        text: change(text),
    };
    arazzo::read(&contents, &[file], &catalogue())
        .err()
        .unwrap_or_default()
}

#[test]
fn the_first_walkthrough_has_no_fault() {
    assert_eq!(faults(|text| text), []);
}

/// The page's types and the loader's are the same source, so they are written alike.
#[test]
fn what_the_page_unpacks_is_what_the_build_packed() {
    let text = |path: &Path| fs::read_to_string(path).unwrap();
    let ids = ALL.iter().map(|walkthrough| walkthrough.id);
    let file = |id: &str| {
        let name = format!("{id}.arazzo.yaml");
        let text = text(&Path::new("walkthroughs").join(&name));
        File { name, text }
    };
    let contents = File {
        name: "contents".to_owned(),
        text: text(Path::new("walkthroughs/contents.yaml")),
    };
    let files: Vec<File> = ids.map(file).collect();
    let read = arazzo::read(&contents, &files, &catalogue()).unwrap();
    assert_eq!(format!("{:?}", *ALL), format!("{read:?}"));
}

/// A step leads to the page of its operation for a sample of the response.
#[test]
fn every_step_leads_to_a_sample_of_its_response() {
    let catalogue = catalogue();
    for step in ALL.iter().flat_map(|walkthrough| walkthrough.steps) {
        let Action::Send(call) = step.action else {
            continue;
        };
        let is_it = |operation: &&Operation| {
            (operation.area, &operation.id) == (call.operation.area, &call.operation.id)
        };
        let operation = catalogue.operations().iter().find(is_it).unwrap();
        let first = operation.answers.first();
        assert!(first.and_then(sample).is_some(), "{}", operation.id);
    }
}

#[test]
fn a_number_is_packed_and_unpacked_whole() {
    for number in [0, 1, -1, 63, -64, 64, 1 << 35, i64::MAX, i64::MIN] {
        let mut packer = Packer::default();
        number.pack(&mut packer);
        let bytes: &'static [u8] = packer.bytes.leak();
        assert_eq!(i64::unpack(&mut Unpacker::new(bytes, "")), number);
    }
}

#[test]
fn a_seventh_one_takes_no_rust() {
    let name = "query-with-sql.arazzo.yaml";
    let path = Path::new("tests/fixtures/walkthroughs").join(name);
    let file = File {
        name: name.to_owned(),
        text: fs::read_to_string(path).unwrap(),
    };
    let contents = File {
        name: "contents".to_owned(),
        text: "- query-with-sql".to_owned(),
    };
    let read = arazzo::read(&contents, &[file], &catalogue()).unwrap();
    assert_eq!(read[0].steps.len(), 4);
}

#[test]
fn a_wrong_name_anywhere_in_it_is_a_fault() {
    for (old, new) in [
        ("base.appendRows", "base.appendRow"),
        ("name: base_uuid", "name: base_id"),
        ("            rows:\n", "            row:\n"),
        ("outputs.row_id", "outputs.id"),
        ("row_id: $response.body#/", "row_id: $response.body#"),
        ("instead-of: inputs", "instead-of: input"),
        (
            "entry: $response.body#/metadata/tables/0\n",
            "entry: $response.body#/metadata/tables\n",
        ),
        ("at: /rows/0", "at: /row/0"),
        ("what: row", "what: line"),
        ("in: query", "in: path"),
        ("{$inputs.api_token}", "{$inputs.token}"),
    ] {
        let faults = faults(|text| {
            assert!(text.contains(old), "the document has no {old}");
            text.replace(old, new)
        });
        assert!(!faults.is_empty(), "{new}");
    }
}
