use super::*;

fn found(text: &[u8], needle: &str, step: usize) -> Vec<String> {
    let document = Document::parse(text.to_vec());
    let mut search = Search::new(Needle::new(needle).unwrap());
    while !search.advance(&document, step) {}
    let hits = search.hits().iter();
    hits.map(|&id| document.pointer_of(id)).collect()
}

#[test]
fn a_text_is_found_within_one_key_or_value() {
    const TEXT: &str = r#"{"Name": "Größe \"XL\"", "größe": [12, 1.5e3, true, null, false],
        "Gr\u00f6\u00dfe": {"a\nb": "\\n \u00C4\uD83D\uDE00", "": ""}, "last": "x"}"#;
    for (needle, pointers) in [
        ("name", &["/Name"][..]),
        ("größe", &["/Name", "/größe", "/Größe"]),
        ("GRÖ", &["/Name", "/größe", "/Größe"]),
        ("ß", &["/Name", "/größe", "/Größe"]),
        ("\"xl\"", &["/Name"]),
        ("\\\"XL", &["/Name"]),
        ("\\", &["/Name", "/Größe", "/Größe/a\nb"]),
        ("\\n", &["/Größe/a\nb"]),
        ("a\nB", &["/Größe/a\nb"]),
        ("u00f6\\u", &["/Größe"]),
        ("ä😀", &["/Größe/a\nb"]),
        ("n ä", &["/Größe/a\nb"]),
        ("u", &["/größe/2", "/größe/3", "/Größe", "/Größe/a\nb"]),
        ("12", &["/größe/0"]),
        ("E3", &["/größe/1"]),
        ("RU", &["/größe/2"]),
        ("l", &["/Name", "/größe/3", "/größe/4", "/last"]),
        ("x", &["/Name", "/last"]),
        (" ", &["/Name", "/Größe/a\nb"]),
        ("12, 1", &[]),
        ("x\"", &[]),
        ("\"x", &["/Name"]),
        ("name\": \"", &[]),
        ("{", &[]),
        (":", &[]),
    ] {
        for step in [1, 7, 1000] {
            assert_eq!(found(TEXT.as_bytes(), needle, step), pointers, "{needle}");
        }
    }
}

#[test]
fn in_what_a_fault_cut_the_index_is_searched() {
    for (text, pointers) in [
        (r#"{"a":"x","b":["x",{"x":"#, &["/a", "/b/0"][..]),
        (r#"["x","x\y","x"]"#, &["/0"]),
        ("x", &[]),
        ("", &[]),
        (r#""x""#, &[""]),
    ] {
        assert_eq!(found(text.as_bytes(), "X", 3), pointers, "{text}");
    }
}

#[test]
fn bytes_that_are_no_text_are_passed_over() {
    let text = b"[\"\xff\xc3x\", \"\xe2\x82\", \"\xf0x\", \"\xc3\\u00fc\xc3\xbc\"]";
    assert_eq!(found(text, "x", 1), ["/0", "/2"]);
    assert_eq!(found(text, "üÜ", 1), ["/3"]);
    assert_eq!(found(text, "€", 1), [""; 0]);
}

#[test]
fn nothing_is_no_needle() {
    assert!(Needle::new("").is_none());
}

#[test]
fn what_is_shown_is_marked_where_it_matches() {
    for (needle, shown, marked) in [
        ("an", "Banana", &["an", "an"][..]),
        ("ana", "Banana", &["ana"]),
        (
            "Größe",
            r#""Gr\u00f6\u00dfe größe""#,
            &[r"Gr\u00f6\u00dfe", "größe"],
        ),
        ("\"", r#""a\"b""#, &["\\\""]),
        ("\"", "\"", &[]),
        ("\\", r#""\\n""#, &[r"\\"]),
        ("n", r#""\\n\n""#, &["n", "n"]),
        ("\n", r#""\\n\n""#, &[r"\n"]),
        ("😀", r"\uD83D\uDE00😀", &[r"\uD83D\uDE00", "😀"]),
        ("\u{c3}", "\\ü Ã", &["Ã"]),
        ("\u{fffd}", r"\u0é€", &[]),
        ("x", "", &[]),
        ("b", "a\\", &[]),
    ] {
        let ranges = Needle::new(needle).unwrap().ranges_in(shown);
        let texts: Vec<&str> = ranges.into_iter().map(|range| &shown[range]).collect();
        assert_eq!(texts, marked, "{needle} in {shown}");
    }
}
