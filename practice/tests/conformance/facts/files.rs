use super::fact;
use crate::Fact;
use crate::body::Body;
use crate::client::Client;
use serde_json::json;
use std::time::Duration;

pub(crate) const FACTS: &[Fact] = &[
    fact(
        "1.6",
        "an upload link comes with the paths that the upload needs",
        |c| {
            let link = c.api("GET", "/api/v2.1/dtable/app-upload-link/").json(200);
            assert!(
                link["upload_link"]
                    .as_str()
                    .unwrap()
                    .contains("/seafhttp/upload-api/")
            );
            assert_eq!(
                link["parent_path"],
                format!("/asset/{}", c.credentials.base_uuid)
            );
            assert_eq!(link["workspace_id"], c.credentials.workspace_id);
            let (files, images) = (&link["file_relative_path"], &link["img_relative_path"]);
            assert!(files.as_str().unwrap().starts_with("files/20"));
            assert!(images.as_str().unwrap().starts_with("images/20"));
            // The path parameter of the document is the last 36 characters.
            assert_eq!(
                link["upload_link"]
                    .as_str()
                    .unwrap()
                    .rsplit('/')
                    .next()
                    .unwrap()
                    .len(),
                36
            );
        },
    ),
    fact(
        "1.6",
        "a file is uploaded without a token, and downloaded again",
        |c| {
            let link = Link::new(c);
            let answer = link
                .upload(c, "tea & söhne.txt", b"Hi\r\n--hedge", "0")
                .json(200);
            let name = "tea & söhne.txt";
            assert_eq!(
                (&answer[0]["name"], &answer[0]["size"]),
                (&json!(name), &json!(11))
            );
            assert!(answer[0]["id"].is_string());
            // Python's client leaves the first slash out.
            for slash in ["/", ""] {
                let query = form_urlencoded::Serializer::new(String::new())
                    .append_pair("path", &format!("{slash}{}/{name}", link.folder))
                    .finish();
                let path = format!("/api/v2.1/dtable/app-download-link/?{query}");
                let url = c.api("GET", &path).json(200)["download_link"].clone();
                let file = c.send("GET", path_of(url.as_str().unwrap()), "", &Body::None);
                assert_eq!(
                    (file.status, file.bytes.as_slice()),
                    (200, &b"Hi\r\n--hedge"[..])
                );
            }
        },
    ),
    fact("1.6", "without ret-json the answer is a bare id", |c| {
        let link = Link {
            query: "",
            ..Link::new(c)
        };
        let answer = link.upload(c, "a.txt", b"a", "0");
        assert_eq!((answer.status, answer.text().len()), (200, 40));
    }),
    fact(
        "1.6",
        "a name that is taken is numbered, unless replace asks to overwrite",
        |c| {
            let link = Link::new(c);
            let name =
                |replace| link.upload(c, "a.txt", b"a", replace).json(200)[0]["name"].clone();
            assert_eq!(
                (name("0"), name("0"), name("0")),
                (json!("a.txt"), json!("a(1).txt"), json!("a(2).txt"))
            );
            assert_eq!(name("1"), "a.txt");
        },
    ),
    fact(
        "1.6",
        "an uploaded file goes into a cell by its asset path",
        |c| {
            let link = Link::new(c);
            let name = link.upload(c, "a.pdf", b"%PDF", "0").json(200)[0]["name"].clone();
            let url = format!(
                "/workspace/{}/asset/{}/{}/a.pdf",
                c.credentials.workspace_id, c.credentials.base_uuid, link.folder
            );
            let file = json!([{ "name": name, "size": 4, "type": "file", "url": url }]);
            let row = c.row(&c.append(&json!({ "Files": file, "Pictures": [url] })));
            assert_eq!((&row["Files"], &row["Pictures"]), (&file, &json!([url])));
            assert_eq!(c.account("GET", &url, &Body::None).bytes, b"%PDF");
        },
    ),
    fact("3.2", "an upload link expires within minutes", |c| {
        let link = Link::new(c);
        c.wait(Duration::from_secs(3600));
        let answer = link.upload(c, "a.txt", b"a", "0").json(403);
        assert_eq!(answer, json!({ "error": "Access token not found." }));
    }),
    fact("8.0", "a file part without a filename is refused", |c| {
        let link = Link::new(c);
        let fields = [("parent_dir", link.parent.as_str()), ("file", "text")];
        let body = Body::Multipart {
            fields: &fields,
            file: None,
        };
        assert_eq!(c.send("POST", &link.path, "", &body).status, 400);
    }),
    fact(
        "1.6",
        "the download link of a missing file is 400, its deletion 404",
        |c| {
            let path = "/api/v2.1/dtable/app-download-link/?path=/files/2020-01/none.txt";
            let answer = c.api("GET", path).json(400);
            assert_eq!(
                answer["error_msg"],
                "path /files/2020-01/none.txt not found."
            );
            let path = "/api/v2.1/dtable/app-asset/?path=/files/2020-01/none.txt";
            assert_eq!(
                c.api("DELETE", path).json(404),
                json!({ "error_msg": "File not found." })
            );
        },
    ),
    fact("1.6", "an asset is deleted once", |c| {
        let link = Link::new(c);
        link.upload(c, "a.txt", b"a", "0").json(200);
        let path = format!("/api/v2.1/dtable/app-asset/?path=/{}/a.txt", link.folder);
        assert_eq!(c.api("DELETE", &path).json(200), json!({ "success": true }));
        assert_eq!(c.api("DELETE", &path).status, 404);
    }),
    fact(
        "1.6",
        "the Account-Token way to an upload link takes the name either way",
        |c| {
            for name in ["name", "base_name"] {
                let path = format!(
                    "/api/v2.1/workspace/{}/dtable-asset-upload-link/?{name}=Practice%20base",
                    c.credentials.workspace_id
                );
                let link = c.account("GET", &path, &Body::None).json(200);
                assert!(link["upload_link"].is_string() && link.get("workspace_id").is_none());
            }
        },
    ),
    fact(
        "client-requests",
        "custom folders take files by links of their own, and give them again",
        |c| {
            let ask = |path: &str| {
                c.api(
                    "GET",
                    &format!("/api/v2.1/dtable/custom/app-upload-link/?path={path}"),
                )
            };
            let link = ask("/").json(200);
            let wanted = [
                "parent_path",
                "relative_path",
                "upload_link",
                "workspace_id",
            ];
            assert_eq!(super::members(&link), wanted);
            let parent = format!("/asset/{}/custom", c.credentials.base_uuid);
            assert_eq!(
                (&link["parent_path"], &link["relative_path"]),
                (&json!(parent), &json!(""))
            );
            assert_eq!(
                ask("/bills/").json(404)["error_msg"],
                "parent_dir not found."
            );
            let address = link["upload_link"].as_str().unwrap();
            let address = &address[address.find("/seafhttp").unwrap()..];
            let upload = |parent: &str, folder: &str| {
                let fields = [("parent_dir", parent), ("relative_path", folder)];
                let body = Body::Multipart {
                    fields: &fields,
                    file: Some(("a.txt", b"Hi")),
                };
                c.send("POST", &format!("{address}?ret-json=1"), "", &body)
            };
            // The link is for the custom folder alone.
            assert_eq!(upload(parent.trim_end_matches("/custom"), "").status, 403);
            assert_eq!(upload(&parent, "bills/2026").json(200)[0]["name"], "a.txt");
            assert_eq!(ask("/bills/2026").json(200)["relative_path"], "bills/2026");
            let path = "/api/v2.1/dtable/custom/app-download-link/?path=/bills/2026/a.txt";
            let link = c.api("GET", path).json(200)["download_link"].clone();
            let address = link.as_str().unwrap();
            let address = &address[address.find("/seafhttp").unwrap()..];
            assert_eq!(c.send("GET", address, "", &Body::None).text(), "Hi");
            let missing = c.api("GET", &path.replace("a.txt", "b.txt"));
            assert_eq!(missing.status, 400);
            let ask = |method, path: &str| {
                c.api(method, &format!("/api/v2.1/dtable/custom/app-asset-{path}"))
            };
            let list = |folder: &str| ask("GET", &format!("dir/?path={folder}"));
            assert_eq!(upload(&parent, "").json(200)[0]["name"], "a.txt");
            assert_eq!(
                list("/").json(200),
                json!({ "dir": [{ "name": "bills" }], "file": [{ "name": "a.txt" }] })
            );
            assert_eq!(list("/bills/2026").json(200)["file"][0]["name"], "a.txt");
            assert_eq!(
                list("/nothing").json(404)["error_msg"],
                "parent_dir not found."
            );
            let file = ask("GET", "file/?path=/bills/2026&name=a.txt").json(200);
            let wanted = ["file_size", "is_file", "last_update", "obj_name", "uuid"];
            assert_eq!(super::members(&file["dirent"]), wanted);
            assert_eq!(file["dirent"]["file_size"], 2);
            let deletion = "file/?path=/bills/2026/a.txt";
            assert_eq!(
                ask("DELETE", deletion).json(200),
                json!({ "success": true })
            );
            assert_eq!(ask("DELETE", deletion).status, 404);
            assert_eq!(list("/").json(200)["dir"], json!([]));
        },
    ),
];

/// An upload link with what belongs to it.
struct Link {
    path: String,
    parent: String,
    folder: String,
    query: &'static str,
}

impl Link {
    fn new(c: &Client) -> Self {
        let link = c.api("GET", "/api/v2.1/dtable/app-upload-link/").json(200);
        let text = |name: &str| link[name].as_str().unwrap().to_owned();
        Self {
            path: path_of(&text("upload_link")).to_owned(),
            parent: text("parent_path"),
            folder: text("file_relative_path"),
            query: "?ret-json=1",
        }
    }

    fn upload(&self, c: &Client, name: &str, bytes: &[u8], replace: &str) -> crate::client::Answer {
        let fields = [
            ("parent_dir", self.parent.as_str()),
            ("relative_path", &self.folder),
            ("replace", replace),
        ];
        let body = Body::Multipart {
            fields: &fields,
            file: Some((name, bytes)),
        };
        c.send("POST", &format!("{}{}", self.path, self.query), "", &body)
    }
}

fn path_of(url: &str) -> &str {
    let after_scheme = url.find("://").unwrap() + 3;
    &url[after_scheme + url[after_scheme..].find('/').unwrap()..]
}
