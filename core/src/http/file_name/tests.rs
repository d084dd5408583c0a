use super::*;
use crate::catalogue::Method;
use crate::http;
use crate::json::Document;

const UUID: &str = "650d8a0d-7e27-46a8-8b18-6cc6f3db2057";

fn request(path: &str) -> PreparedRequest {
    http::tests::request(Method::Get, path)
}

fn answer(headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    Answer {
        decoded: None,
        status: 200,
        headers: headers.iter().map(owned).collect(),
        body: Document::parse(body.to_vec()),
    }
}

#[test]
fn the_name_that_the_server_gives_counts() {
    for (header, expected) in [
        ("attachment; filename=\"report.pdf\"", "report.pdf"),
        ("attachment; filename=report.pdf", "report.pdf"),
        ("attachment;FileName = \"a;b.pdf\" ; size=3", "a;b.pdf"),
        (r#"attachment; filename="say \"hi\".txt""#, "say _hi_.txt"),
        (
            "attachment; filename=\"x.txt\"; filename*=UTF-8''B%C3%BCro%20%E2%82%AC.txt",
            "Büro €.txt",
        ),
        (
            "attachment; filename*=utf-8'de'B%C3%BCro.txt; filename=\"x.txt\"",
            "Büro.txt",
        ),
        ("attachment; filename*=iso-8859-1''B%FCro.txt", "Büro.txt"),
        (
            "attachment; filename*=UTF-8''%FF; filename=plain.txt",
            "plain.txt",
        ),
        ("attachment; filename=\"B\u{c3}\u{bc}ro.txt\"", "Büro.txt"),
        ("attachment; filename=\"B\u{fc}ro.txt\"", "Büro.txt"),
        ("attachment; filename=\"../../etc/passwd\"", "passwd.json"),
        ("attachment; filename=\"C:\\\\temp\\\\x.csv\"", "x.csv"),
        ("attachment; filename=\"..\"", "rows.json"),
        ("attachment; filename=\"\"", "rows.json"),
        ("attachment", "rows.json"),
        ("", "rows.json"),
        ("attachment; filename=\".htaccess\"", "htaccess.json"),
        ("attachment; filename=\"unclosed.txt", "unclosed.txt"),
        ("attachment; filename=\"con.txt\"", "_con.txt"),
        ("attachment; filename=\"LPT1\"", "_LPT1.json"),
        ("attachment; filename=\"console.txt\"", "console.txt"),
        ("attachment; filename=\"a\u{202e}gpj.exe\"", "agpj.exe"),
        ("attachment; filename=\"a\tb:c?.txt \"", "ab_c_.txt"),
    ] {
        let answer = answer(&[("content-disposition", header)], b"{}");
        assert_eq!(
            file_name(&answer, &request("/api/rows/")),
            expected,
            "{header}"
        );
    }
}

#[test]
fn else_the_address_names_the_file() {
    let rows = format!("/api-gateway/api/v2/dtables/{UUID}/rows/");
    let row = format!("{rows}Qtf7xPmoRaiFyQPO1aENTj/?table_name=T1");
    let upload = format!("/seafhttp/upload-api/{UUID}?ret-json=1");
    let file = format!("/seafhttp/files/{UUID}/B%C3%BCro%202024.pdf");
    for (path, expected) in [
        (rows.as_str(), "rows.json"),
        (&row, "rows.json"),
        (&upload, "upload-api.json"),
        (&file, "Büro 2024.pdf"),
        (
            "/api/v2.1/dtable/app-access-token/",
            "app-access-token.json",
        ),
        (
            "/api/v2.1/org/7/admin/users/0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a@auth.local/",
            "users.json",
        ),
        ("/api/v2.1/", "api.json"),
        (
            "/api2/fake0000fake0000fake0000fake0000fake0000/",
            "answer.json",
        ),
        ("/a%2F..%2Fx%00y/", "xy.json"),
        ("/", "answer.json"),
        ("", "answer.json"),
    ] {
        assert_eq!(
            file_name(&answer(&[], b"{}"), &request(path)),
            expected,
            "{path}"
        );
    }
}

#[test]
fn the_ending_fits_what_came() {
    for (content_type, body, expected) in [
        ("application/json; charset=utf-8", b"{}".as_slice(), "json"),
        ("application/json", b"PK\x03\x04\xff\0", "bin"),
        ("text/html", b"<p>", "html"),
        ("text/plain", b"hello", "txt"),
        ("text/plain", b"[1]", "json"),
        ("text/csv", b"a,b", "csv"),
        ("image/png", b"", "png"),
        ("image/jpeg", b"", "jpg"),
        ("image/gif", b"", "gif"),
        ("image/webp", b"", "webp"),
        ("image/svg+xml", b"<svg/>", "svg"),
        ("application/pdf", b"", "pdf"),
        ("application/octet-stream", b"%PDF-1.7", "pdf"),
        ("application/zip", b"", "zip"),
        ("application/ms-excel", b"", "xlsx"),
        ("application/octet-stream", b"\x89PNG\r\n\x1a\n", "png"),
        ("application/octet-stream", b"\xff\xfe\0", "bin"),
        ("", b"", "txt"),
    ] {
        let answer = answer(&[("content-type", content_type)], body);
        let name = file_name(&answer, &request("/x-export/"));
        assert_eq!(name, format!("x-export.{expected}"), "{content_type}");
    }
}

#[test]
fn no_name_is_too_long() {
    let long = "ü".repeat(300);
    for (name, ending) in [
        (format!("{long}.pdf"), ".pdf"),
        (long.clone(), ".json"),
        (format!("{long}.{long}"), ".json"),
        (format!("con.{long}.txt"), ".txt"),
    ] {
        let header = format!("attachment; filename=\"{name}\"");
        let answer = answer(&[("content-disposition", &header)], b"{}");
        let name = file_name(&answer, &request("/"));
        assert!(name.chars().count() <= 100, "{}", name.chars().count());
        assert!(name.ends_with(ending), "{name}");
    }
}
