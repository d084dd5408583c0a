use super::*;
use crate::json::NodeId;

fn spans(document: &Document) -> Vec<(&[u8], Option<NodeId>)> {
    let ids = (0..document.node_count() as u32).map(NodeId);
    ids.map(|id| (document.source(id), document.parent(id)))
        .collect()
}

#[test]
fn chunks_cut_anywhere_give_the_same_document() {
    for text in [
        "\u{feff}{\"a\\u00e9\\\\\":[1,-2.5e+7,0,true,false,null,\"ü\\n\"],\"b\":{}} \n",
        "-12.5e3",
        "{\"a\":[1,2,{\"b\":tru",
        "[1, 2, \u{7}]",
        "\u{feff}",
        "<html>",
    ] {
        let whole = Document::parse(text.as_bytes().to_vec());
        for size in 1..text.len() {
            let mut builder = Builder::new();
            for chunk in text.as_bytes().chunks(size) {
                builder.feed(chunk);
            }
            let document = builder.finish();
            assert_eq!(document.fault(), whole.fault(), "{text} by {size}");
            assert_eq!(spans(&document), spans(&whole), "{text} by {size}");
            assert_eq!(document.bytes(), text.as_bytes());
        }
    }
}

#[test]
fn control_characters_in_strings_are_tolerated_and_counted() {
    let document = Document::parse(b"{\"error\n\":\"two\nlines\t\0\"}".to_vec());
    assert_eq!(document.fault(), None);
    assert_eq!(document.tolerated(), 4);
}

#[test]
fn a_byte_order_mark_is_no_fault_and_half_of_one_is() {
    assert_eq!(
        Document::parse("\u{feff}{}".as_bytes().to_vec()).fault(),
        None
    );
    let half = Document::parse(vec![0xEF, 0xBB]);
    assert_eq!(half.fault().map(|fault| fault.offset), Some(0));
}

#[test]
fn bytes_behind_a_fault_are_kept() {
    let mut builder = Builder::with_capacity(8);
    builder.feed(b"[1,?");
    builder.feed(b"[[[");
    let document = builder.finish();
    assert_eq!(document.bytes(), b"[1,?[[[");
    assert_eq!(document.node_count(), 2);
    assert_eq!(document.source(NodeId(0)), b"[1,");
}

#[test]
fn a_document_can_be_read_while_it_arrives() {
    let mut builder = Builder::new();
    builder.feed(b"{\"rows\":[{\"a\":1},{\"a\":");
    let document = builder.so_far();
    assert_eq!(document.fault(), None);
    assert_eq!(document.len(NodeId(1)), 2);
}

#[test]
fn a_hundred_thousand_open_arrays_are_indexed() {
    let document = Document::parse(vec![b'['; 100_000]);
    assert_eq!(document.node_count(), 100_000);
    assert_eq!(document.depth(NodeId(99_999)), 99_999);
}
