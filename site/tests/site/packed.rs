//! Files of a program.

use std::fs;

use site::Site;

use crate::client::{Answer, ask, files, get, serve, served};

/// Makes the same site of files that are part of a program.
fn packed() -> Site {
    let place = files();
    let site = place.path().join("site");
    let names = [
        "index.html",
        "app.js",
        "practice/index.html",
        "practice/worker.js",
    ];
    let files = names.map(|name| {
        let mut packed = Vec::new();
        let content = fs::read(site.join(name)).unwrap();
        brotli::BrotliCompress(&mut &*content, &mut packed, &Default::default()).unwrap();
        (name, &*packed.leak())
    });
    Site::packed(files.to_vec().leak())
}

#[tokio::test]
async fn files_of_a_program_are_served_as_those_of_a_folder() {
    let (_place, folder) = served().await;
    let program = serve(packed()).await;
    for path in [
        "/",
        "/index.html",
        "/app.js",
        "/practice/",
        "/practice/worker.js",
        "/practice",
        "/missing",
        "/app.js.br",
        "/index.html/",
        "/../outside.txt",
        "//practice",
    ] {
        let [one, other] = [get(folder, path).await, get(program, path).await];
        let lines = |answer: &Answer| -> Vec<String> {
            let lines = answer.head.lines().map(str::to_owned);
            // Nobody knows when they changed.
            lines
                .filter(|line| !line.starts_with("last-modified") && !line.starts_with("etag"))
                .filter(|line| !line.starts_with("date"))
                .collect()
        };
        assert_eq!(lines(&one), lines(&other), "{path}");
        assert_eq!(one.body, other.body, "{path}");
    }
    let packed = ask(program, "GET", "/", "Accept-Encoding: gzip, br\r\n").await;
    assert_eq!(packed.header("content-encoding"), Some("br"));
    assert!(packed.body.len() < 100);
    let plain = ask(program, "GET", "/", "Accept-Encoding: gzip\r\n").await;
    assert_eq!(plain.header("content-encoding"), None);
    assert_eq!(plain.body, get(folder, "/").await.body);
    let head = ask(program, "HEAD", "/app.js", "").await;
    assert_eq!(
        (head.status, head.header("content-length")),
        (200, Some("1"))
    );
}
