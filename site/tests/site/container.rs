//! The container file, read: no tool that builds containers is needed.

use std::path::{Path, PathBuf};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(project().join(name)).unwrap()
}

/// The instructions of the container file, without comments.
fn instructions() -> Vec<Vec<String>> {
    let text = read("Containerfile");
    let lines = text
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect();
    lines.map(words).collect()
}

#[test]
fn the_container_has_the_page_and_its_settings_and_nothing_else() {
    let copied: Vec<_> = instructions()
        .into_iter()
        .filter(|words| words[0] == "COPY")
        .map(|words| (words[1].clone(), words[2].clone()))
        .collect();
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(
        copied,
        [
            pair("container.conf", "/etc/nginx/conf.d/default.conf"),
            // Built, and so not committed.
            pair("dist", "/usr/share/nginx/html"),
        ]
    );
    assert!(read("container.conf").contains("root /usr/share/nginx/html;"));
    // Nothing else is even handed to what builds it.
    assert_eq!(read(".dockerignore"), "*\n!container.conf\n!dist\n");
}

#[test]
fn the_container_takes_a_named_image_and_no_secret() {
    for words in instructions() {
        match words[0].as_str() {
            "FROM" => assert!(words[1].starts_with("docker.io/") && words[1].contains(':')),
            "COPY" => {}
            other => panic!("{other}: nothing is set, run or asked for"),
        }
    }
}

#[test]
fn the_container_sends_what_the_document_on_hosting_says() {
    let settings = read("container.conf");
    let settings: Vec<_> = settings.lines().map(str::trim).collect();
    let document = read("docs/hosting.md");
    let blocks = document.split("```nginx\n").skip(1).take(2);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap().lines());
    let mut compared = 0;
    for line in lines.map(str::trim) {
        // What is for a folder of a larger site.
        let is_of_a_folder = ["#", "location", "alias"]
            .iter()
            .any(|it| line.starts_with(it));
        if !line.is_empty() && !is_of_a_folder {
            assert!(settings.contains(&line), "container.conf lacks `{line}`");
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared} lines were compared");
}
