//! Copies of a document for other tools.
#![allow(
    clippy::unwrap_used,
    reason = "a test says what it expects by unwrapping"
)]

use arazzo::{Catalogue, File};

const DOCUMENT: &str = include_str!("faults/small.arazzo.yaml");
const SOURCES: &[(&str, &str)] = &[("base", "./base_operations.yaml")];

const UPLOAD: &str = "      - stepId: upload
        description: '### Upload'
        operationId: $sourceDescriptions.base.uploadFile
        parameters:
          - name: upload_link
            in: path
            value: $steps.first.outputs.uuid
        requestBody:
          contentType: multipart/form-data
          payload:
            parent_dir: $steps.first.outputs.access
        successCriteria:
          - condition: $statusCode == 200
          - context: $response.body
            condition: $.rows[?@._id == \"{$steps.first.outputs.uuid}\"]
            type: jsonpath
";

const OPERATIONS: &str = r#"{ "operations": [ {
    "area": "base", "id": "uploadFile", "title": "", "group": "", "method": "POST", "path": "/upload/{upload_link}",
    "query": "ret-json=1", "token": null, "parameters": [
        { "name": "upload_link", "in": "path", "required": true, "schema": { "type": "string" } }
    ],
    "body": { "media": "multipart/form-data", "required": true, "schema": { "type": "object", "properties": {
        "file": { "type": "string", "format": "binary" }, "parent_dir": { "type": "string" }
    } } },
    "answers": []
} ] }"#;

fn copy(document: &str) -> String {
    let mut catalogue = Catalogue::default();
    catalogue.add(OPERATIONS).unwrap();
    let overlay = File {
        name: "base.yaml".to_owned(),
        text: "fields: { path/upload_link: { role: upload-link } }".to_owned(),
    };
    catalogue.overlay(&overlay).unwrap();
    arazzo::with_local_sources(document, SOURCES, "/tmp/a.txt", &catalogue).unwrap()
}

#[test]
fn the_sources_lie_on_the_disk_and_the_rest_stays_as_it_is() {
    let wanted = DOCUMENT.replace("https://api.example/base.yaml", "./base_operations.yaml");
    assert_eq!(copy(DOCUMENT), wanted);
    assert!(arazzo::with_local_sources("a: b", &[], "", &Catalogue::default()).is_err());
}

#[test]
fn a_file_goes_to_the_link_itself_and_a_query_looks_everywhere() {
    let copy = copy(&format!("{DOCUMENT}{UPLOAD}"));
    let (_, upload) = copy.split_once("      - stepId: upload\n").unwrap();
    let wanted = "        description: '### Upload'
        x-operation:
          url: \"{$steps.first.outputs.uuid}?ret-json=1\"
          method: post
        requestBody:
          contentType: multipart/form-data
          payload:
            file: $file('/tmp/a.txt')
            parent_dir: $steps.first.outputs.access
        successCriteria:
          - condition: $statusCode == 200
          - context: $response.body
            condition: $..rows[?@._id == {$steps.first.outputs.uuid}]
            type: jsonpath
";
    assert_eq!(upload, wanted);
}

#[test]
fn other_parameters_of_an_upload_stay() {
    let other = "          - name: replace\n            in: query\n            value: true\n";
    let step = UPLOAD.replacen(
        "        requestBody:",
        &format!("{other}        requestBody:"),
        1,
    );
    let copy = copy(&format!("{DOCUMENT}{step}"));
    assert!(copy.contains(&format!("        parameters:\n{other}        requestBody:")));
    assert!(!copy.contains("upload_link"));
}
