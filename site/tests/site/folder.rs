//! Files of a folder, as a good host serves them.

use std::fs;
use std::io::Read;
use std::time::Duration;

use site::{Held, Site};
use tokio::time::timeout;

use crate::client::{Answer, HASHED, ask, files, get, serve, served};

#[tokio::test]
async fn each_kind_of_file_has_its_media_type_and_the_headers_of_a_good_host() {
    let (_place, address) = served().await;
    for (path, media) in [
        ("/", "text/html"),
        ("/index.html", "text/html"),
        ("/app.js", "text/javascript"),
        ("/app.css", "text/css"),
        ("/app.wasm", "application/wasm"),
        ("/data.json", "application/json"),
        ("/picture.svg", "image/svg+xml"),
        ("/practice/worker.js", "text/javascript"),
    ] {
        let policy = match path.ends_with("worker.js") {
            true => "default-src 'self' 'wasm-unsafe-eval'",
            false => "frame-ancestors 'none'",
        };
        for headers in ["", "Accept-Encoding: br\r\n"] {
            let answer = ask(address, "GET", path, headers).await;
            assert_eq!(answer.status, 200, "{path}");
            for (name, value) in [
                ("content-type", media),
                ("cache-control", "no-cache"),
                ("content-security-policy", policy),
                ("referrer-policy", "no-referrer"),
                ("vary", "accept-encoding"),
                ("x-content-type-options", "nosniff"),
            ] {
                assert_eq!(answer.header(name), Some(value), "{path}: {}", answer.head);
            }
        }
    }
}

#[tokio::test]
async fn a_file_with_a_hash_in_its_name_is_kept_for_long() {
    let (place, address) = served().await;
    let cached = |answer: &Answer| answer.header("cache-control").map(str::to_owned);
    let long = Some("public, max-age=31536000, immutable".to_owned());
    assert_eq!(cached(&get(address, HASHED).await), long);
    // But not that there is none: it may come.
    fs::remove_file(place.path().join("site").join(&HASHED[1..])).unwrap();
    let answer = get(address, HASHED).await;
    assert_eq!(answer.status, 404);
    assert_eq!(cached(&answer), Some("no-cache".to_owned()));
}

#[tokio::test]
async fn files_come_compressed_as_the_client_can_read_them() {
    let (place, address) = served().await;
    let text = fs::read(place.path().join("site/index.html")).unwrap();

    let answer = ask(
        address,
        "GET",
        "/",
        "Accept-Encoding: gzip, deflate, br\r\n",
    )
    .await;
    assert_eq!(answer.header("content-encoding"), Some("br"));
    assert!(answer.body.len() < text.len() / 10);
    let mut plain = Vec::new();
    brotli::BrotliDecompress(&mut answer.body.as_slice(), &mut plain).unwrap();
    assert_eq!(plain, text);

    let answer = ask(address, "GET", "/", "Accept-Encoding: gzip\r\n").await;
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    let mut plain = Vec::new();
    let mut decoder = flate2::read::GzDecoder::new(answer.body.as_slice());
    decoder.read_to_end(&mut plain).unwrap();
    assert_eq!(plain, text);

    for headers in [
        "",
        "Accept-Encoding: zstd\r\n",
        "Accept-Encoding: br;q=0\r\n",
    ] {
        let answer = ask(address, "GET", "/", headers).await;
        assert_eq!(answer.header("content-encoding"), None, "{headers}");
        assert_eq!(answer.body, text, "{headers}");
    }
    let answer = ask(address, "GET", "/picture.png", "Accept-Encoding: br\r\n").await;
    assert_eq!(answer.header("content-encoding"), None);
    assert_eq!(answer.body, b"png");
}

#[tokio::test]
async fn more_work_makes_a_file_smaller() {
    let place = files();
    let site = place.path().join("site");
    let script: String = (0..3000).map(|it| format!("f{}({it});", it % 7)).collect();
    fs::write(site.join("app.js"), script).unwrap();
    let mut lengths = Vec::new();
    for quality in [1, 11] {
        let address = serve(Site::with_quality(site.clone(), quality)).await;
        let answer = ask(address, "GET", "/app.js", "Accept-Encoding: br\r\n").await;
        lengths.push(answer.body.len());
    }
    assert!(lengths[1] < lengths[0], "{lengths:?}");
}

#[tokio::test]
async fn a_head_tells_the_length_without_the_file() {
    let (_place, address) = served().await;
    for headers in ["", "Accept-Encoding: br\r\n"] {
        let whole = ask(address, "GET", "/", headers).await;
        let head = ask(address, "HEAD", "/", headers).await;
        assert_eq!(head.status, 200);
        assert_eq!(head.body, b"");
        assert_eq!(
            head.header("content-length"),
            whole.header("content-length")
        );
        assert_eq!(head.header("etag"), whole.header("etag"));
    }
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let (place, address) = served().await;
    for encoding in ["", "Accept-Encoding: br\r\n"] {
        let first = ask(address, "GET", "/app.js", encoding).await;
        let tag = first.header("etag").unwrap();
        let again = format!("{encoding}If-None-Match: {tag}\r\n");
        let second = ask(address, "GET", "/app.js", &again).await;
        assert_eq!((second.status, second.body.len()), (304, 0), "{encoding}");
        assert_eq!(second.header("cache-control"), Some("no-cache"));

        fs::write(place.path().join("site/app.js"), "1; // changed").unwrap();
        let third = ask(address, "GET", "/app.js", &again).await;
        assert_eq!(third.status, 200, "{encoding}");
        fs::write(place.path().join("site/app.js"), "1").unwrap();
    }
}

#[tokio::test]
async fn a_part_of_a_file_can_be_asked_for() {
    let (_place, address) = served().await;
    let answer = ask(address, "GET", "/app.wasm", "Range: bytes=1-2\r\n").await;
    assert_eq!(answer.status, 206);
    assert_eq!(answer.body, b"as");
    assert_eq!(answer.header("content-range"), Some("bytes 1-2/4"));
}

#[tokio::test]
async fn a_folder_without_its_slash_leads_to_the_one_with_it() {
    let (_place, address) = served().await;
    for (path, location) in [
        ("/practice", "./practice/"),
        ("/practice?a=/b", "./practice/?a=/b"),
        // The same with a host would be another site's.
        ("//practice", "./practice/"),
    ] {
        let answer = get(address, path).await;
        assert_eq!(answer.status, 308, "{path}: {}", answer.head);
        assert_eq!(answer.header("location"), Some(location), "{path}");
    }
    assert_eq!(get(address, "/practice/").await.body, b"practice");
}

#[tokio::test]
async fn a_missing_file_is_not_found() {
    let (_place, address) = served().await;
    // The second is not on the disk, though it comes compressed.
    for path in ["/favicon.ico", "/app.js.br", "/index.html/"] {
        assert_eq!(get(address, path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn no_path_leads_out_of_the_directory() {
    let (_place, address) = served().await;
    for path in [
        "/../outside.txt",
        "/practice/../../outside.txt",
        "/%2e%2e/outside.txt",
        "/..%2foutside.txt",
        "//outside.txt",
    ] {
        let answer = get(address, path).await;
        assert_eq!(answer.status, 404, "{path}: {}", answer.head);
        assert_eq!(answer.body, b"", "{path}");
    }
}

#[tokio::test]
async fn what_is_still_being_made_is_waited_for() {
    let place = files();
    let directory = place.path().join("site");
    fs::remove_dir_all(directory.join("practice")).unwrap();
    let (held, hold) = Held::new("/practice/");
    let address = serve(Site::new(directory.clone()).holding(held)).await;

    assert_eq!(get(address, "/app.js").await.status, 200);
    let mut waiting = tokio::spawn(async move { get(address, "/practice/worker.js").await });
    let early = timeout(Duration::from_millis(200), &mut waiting).await;
    assert!(early.is_err(), "it was answered before it was there");

    fs::create_dir(directory.join("practice")).unwrap();
    fs::write(directory.join("practice/worker.js"), "3").unwrap();
    drop(hold);
    assert_eq!(waiting.await.unwrap().body, b"3");
    assert_eq!(get(address, "/practice/missing.js").await.status, 404);
}
