//! Each form, filled in, is made a link, and the link fills in an empty form: what is sent is the same.

use crate::forms::forms;
use crate::request::{empty, filled};
use crate::{name, operations};
use playground_core::form::LeftOut;
use playground_core::http::{Server, prepare_parts};

#[test]
fn every_form_comes_back_from_its_link() {
    let (mut count, mut whole) = (0, 0);
    for operation in operations() {
        for values in forms(operation) {
            let form = filled(operation, &values);
            let link = form.link();
            let mut back = empty(operation);
            let name = name(operation);
            assert_eq!(back.open_link(&link.query), [], "{name}: {}", link.query);
            assert_eq!(back.link().query, link.query, "{name}");
            for (path, why) in &link.left_out {
                assert_ne!(*why, LeftOut::TooLong, "{name} {path:?}");
                assert!(back.at(path).is_none(), "{name} {path:?}");
            }
            count += 1;
            if link.left_out.is_empty() {
                whole += 1;
                let sent = |form| prepare_parts(form, &Server::cloud());
                assert_eq!(sent(&back), sent(&form), "{name}: {}", link.query);
            }
        }
    }
    assert!(count > 3_000 && whole > 2_500, "{whole} of {count}");
}
