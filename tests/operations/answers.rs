//! The documented answers, and the samples of them.

use crate::{name, operations};
use contract::Documents;
use playground_core::catalogue::Documented;
use playground_core::documented::{What, hold, of_schema, sample};
use playground_core::http::Answer;
use playground_core::json;

/// Returns an answer as it is documented, with a body.
fn answer(documented: &Documented, body: &str) -> Answer {
    let media = documented.media.clone().into_owned();
    Answer {
        status: documented.status,
        headers: vec![("content-type".to_owned(), media)],
        body: json::Document::parse(body.as_bytes().to_vec()),
        decoded: None,
    }
}

#[test]
fn every_sample_is_such_an_answer() {
    let mut count = 0;
    for operation in operations() {
        for documented in operation.answers.iter() {
            let alone = std::slice::from_ref(documented);
            let id = name(operation);
            if let Some(schema) = &documented.schema {
                let made = answer(documented, &of_schema(schema));
                assert_eq!(hold(&made, alone, &[]).differences, [], "{id}");
            }
            let Some(sample) = sample(documented) else {
                continue;
            };
            count += 1;
            let held = hold(&answer(documented, &sample), alone, &[]);
            // An example may have more members than the schema names, and need not have all of them.
            let differs =
                |what: &What| !matches!(what, What::Unnamed | What::Missing { required: false });
            let differences = held.differences.iter();
            let differences: Vec<_> = differences.filter(|one| differs(&one.what)).collect();
            assert!(differences.is_empty(), "{id}: {differences:?}");
        }
    }
    assert!(count > 400, "only {count} samples");
}

#[test]
fn every_sample_is_valid_against_the_documents() {
    let Some(documents) = Documents::find() else {
        return;
    };
    let mut count = 0;
    for operation in operations() {
        let wanted = contract::operation(operation.method.as_str(), &operation.path);
        for documented in operation.answers.iter() {
            let declared = documents.answer(&wanted, documented.status);
            if let (Some(declared), Some(sample)) = (declared, sample(documented)) {
                count += 1;
                let sample = serde_json::from_str(&sample).unwrap();
                let misfits = declared.misfits(&sample);
                assert!(misfits.is_empty(), "{}: {misfits:?}", name(operation));
            }
        }
    }
    assert!(count > 300, "only {count} samples were looked at");
}
