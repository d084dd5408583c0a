//! What the documents' own example shows beside the schema.

use super::{Difference, What};
use crate::json::{Document, NodeId, pointer};

/// Whether the example has it so too. The schema says less than the example then, and nothing differs from the documents.
pub(super) fn has_it_too(example: &Document, difference: &Difference) -> bool {
    match difference.what {
        What::Unnamed => !at(example, &difference.place).is_empty(),
        What::Missing { required: false } => {
            let object = difference.place.rsplit_once('/');
            let object = object.map_or("", |(object, _)| object);
            !at(example, object).is_empty() && at(example, &difference.place).is_empty()
        }
        _ => false,
    }
}

/// Returns the values at a place in which `*` stands for each entry of a list and for each name that is data.
fn at(example: &Document, place: &str) -> Vec<NodeId> {
    let mut found: Vec<_> = example.root().into_iter().collect();
    for step in place.split('/').skip(1) {
        let name = pointer::unescaped(step);
        let below = found.iter().flat_map(|node| match step {
            "*" => example.children(*node).collect(),
            _ => example.member(*node, &name).into_iter().collect::<Vec<_>>(),
        });
        found = below.collect();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_can_have_more_than_the_schema_and_less() {
        let text = r#"{"rows": [{"a": 1}, {"a": 2, "x/y": 3}], "none": []}"#;
        let example = Document::parse(text.as_bytes().to_vec());
        let missing = What::Missing { required: false };
        let required = What::Missing { required: true };
        for (what, place, has) in [
            (What::Unnamed, "/rows/*/a", true),
            (What::Unnamed, "/rows/*/x~1y", true),
            (What::Unnamed, "/rows/*/b", false),
            (What::Unnamed, "/rows/b", false),
            (missing.clone(), "/rows/*/b", true),
            (missing.clone(), "/rows/*/a", false),
            (missing.clone(), "/none/*/a", false),
            (missing, "/b", true),
            (required, "/b", false),
            (What::Value, "/rows", false),
        ] {
            let difference = Difference {
                place: place.to_owned(),
                what,
                first: None,
                count: 1,
                of: 1,
                known: None,
            };
            assert_eq!(has_it_too(&example, &difference), has, "{difference:?}");
        }
    }
}
