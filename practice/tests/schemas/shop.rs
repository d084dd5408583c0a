//! A fresh world, asked about its base Shop: two linked tables, and a file for the occasion.

use crate::cases::Case;
use practice::{Request, World, handle};
use serde_json::{Value, json};

const NOW_MS: u64 = 1_780_000_000_000;

/// A file for the base, as a form.
pub(crate) const FILE: &str = "--x\r\nContent-Disposition: form-data; name=\"parent_dir\"\r\n\r\n{parent_path}\r\n\
    --x\r\nContent-Disposition: form-data; name=\"relative_path\"\r\n\r\nfiles\r\n\
    --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nHello\r\n--x--\r\n";

/// A world with the tokens for its base Shop, and the ids that requests need.
pub(crate) struct Shop {
    world: World,
    account_token: String,
    api_token: String,
    base_token: String,
    /// That of a base with big-data storage.
    big_token: String,
    /// The Account-Token of somebody who looks after nothing.
    member_token: String,
    ids: Vec<(&'static str, String)>,
}

impl Shop {
    pub(crate) fn open() -> Self {
        let world = World::practice(NOW_MS);
        let credentials = world.credentials();
        let org_id = credentials.org_id.to_string();
        let mut shop = Self {
            world,
            account_token: credentials.account_token,
            api_token: String::new(),
            base_token: String::new(),
            big_token: String::new(),
            member_token: String::new(),
            ids: vec![
                ("{org_id}", org_id),
                ("{base_name}", "Shop".to_owned()),
                ("{app_name}", "Practice".to_owned()),
                ("{view_name}", "Second".to_owned()),
            ],
        };
        let bases = shop.get("/api/v2.1/user-admin-dtables/");
        shop.learn(
            "{workspace_id}",
            &bases["groups"][0]["dtables"][0]["workspace_id"],
        );
        shop.learn("{base_uuid}", &bases["groups"][0]["dtables"][0]["uuid"]);
        shop.learn_tokens();
        shop.learn_users_and_ids();
        shop.add_files();
        shop.add_view();
        shop.add_big_base();
        shop.let_a_member_in();
        shop.add_records();
        shop
    }

    /// Sends a case's request and returns the status and the body.
    pub(crate) fn ask(&mut self, case: &Case) -> (u16, Value) {
        let token = match case.status {
            403 if case.path().starts_with("/api/v2.1/admin/") => self.member_token.clone(),
            401 | 403 => "fake-token".to_owned(),
            _ => self.token(&case.path()).clone(),
        };
        self.send(case.method(), &case.path(), &token, case.body)
    }

    fn get(&mut self, path: &str) -> Value {
        let token = self.token(path).clone();
        let (status, body) = self.send("GET", path, &token, "");
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    /// Returns the token that an address wants.
    pub(crate) fn token(&self, path: &str) -> &String {
        if path.contains("{big_uuid}") {
            &self.big_token
        } else if path.starts_with("/api-gateway/") || path.ends_with("/rows-comments-num/") {
            &self.base_token
        } else if path.starts_with("/api/v2.1/dtable/app-")
            || path.starts_with("/api/v2.1/dtable/custom/")
        {
            &self.api_token
        } else {
            &self.account_token
        }
    }

    pub(crate) fn learn(&mut self, name: &'static str, value: &Value) {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        assert_ne!(text, "null", "{name}");
        self.ids.push((name, text));
    }

    fn learn_tokens(&mut self) {
        let base = "/api/v2.1/workspace/{workspace_id}/dtable/{base_name}";
        let tokens = self.get(&format!("{base}/api-tokens/"));
        tokens["api_tokens"][0]["api_token"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.api_token);
        let token = self.get(&format!("{base}/access-token/"));
        token["access_token"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.base_token);
    }

    fn learn_users_and_ids(&mut self) {
        let users = self.get("/api/v2.1/org/{org_id}/admin/users/");
        self.learn("{user_id}", &users["user_list"][1]["email"]);
        let root = "/api-gateway/api/v2/dtables/{base_uuid}";
        let tables = self.get(&format!("{root}/metadata/"));
        let tables = &tables["metadata"]["tables"];
        self.learn("{customers}", &tables[0]["_id"]);
        self.learn("{orders}", &tables[1]["_id"]);
        let columns = tables[0]["columns"].as_array().unwrap();
        let column = |name: &str| {
            columns
                .iter()
                .find(|column| column["name"] == name)
                .unwrap()
        };
        self.learn(
            "{option_id}",
            &column("Country")["data"]["options"][0]["id"],
        );
        self.learn("{link_id}", &column("Orders")["data"]["link_id"]);
        let rows = self.get(&format!("{root}/rows/?table_name=Customers"));
        self.learn("{row_id}", &rows["rows"][0]["_id"]);
        let rows = self.get(&format!("{root}/rows/?table_name=Orders"));
        self.learn("{order_id}", &rows["rows"][2]["_id"]);
    }

    /// Adds a file to a custom folder, and one to the others.
    fn add_files(&mut self) {
        let link = self.get("/api/v2.1/dtable/custom/app-upload-link/");
        let parent = link["parent_path"].as_str().unwrap();
        let address = link["upload_link"].as_str().unwrap();
        let address = &address[address.find("/seafhttp").unwrap()..];
        let file = FILE.replace("{parent_path}", parent);
        let file = file.replace("\r\n\r\nfiles\r\n", "\r\n\r\n\r\n");
        assert_eq!(self.send("POST", address, "", &file).0, 200);
        let link = self.get("/api/v2.1/dtable/app-upload-link/");
        let address = link["upload_link"].as_str().unwrap();
        self.learn("{upload_link}", &address.rsplit('/').next().into());
        self.learn("{parent_path}", &link["parent_path"]);
        let path = "/seafhttp/upload-api/{upload_link}?ret-json=1";
        assert_eq!(self.send("POST", path, "", FILE).0, 200);
    }

    fn add_big_base(&mut self) {
        let api_token = self.world.add_big_base(0, NOW_MS);
        let path = "/api/v2.1/dtable/app-access-token/";
        let exchange = self.send("GET", path, &api_token, "").1;
        self.learn("{big_uuid}", &exchange["dtable_uuid"]);
        exchange["access_token"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.big_token);
    }

    fn let_a_member_in(&mut self) {
        let (token, path) = (
            &self.account_token.clone(),
            "/api/v2.1/org/{org_id}/admin/users/",
        );
        let member = r#"{"email":"member@practice.example","password":"practice-pw"}"#;
        assert_eq!(self.send("POST", path, token, member).0, 200);
        let body = r#"{"username":"member@practice.example","password":"practice-pw"}"#;
        let login = self.send("POST", "/api2/auth-token/", "", body).1;
        login["token"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.member_token);
    }

    /// Adds a second view, because the last one cannot be deleted.
    fn add_view(&mut self) {
        let path = "/api-gateway/api/v2/dtables/{base_uuid}/views/?table_name=Customers";
        let (token, name) = (self.base_token.clone(), r#"{"name":"{view_name}"}"#);
        assert_eq!(self.send("POST", path, &token, name).0, 200);
    }

    pub(crate) fn send(
        &mut self,
        method: &str,
        target: &str,
        token: &str,
        body: &str,
    ) -> (u16, Value) {
        let target = self.filled(target);
        let content_type = match body {
            form if form.starts_with("--x") => "multipart/form-data; boundary=x",
            _ => "application/json",
        };
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let request = Request {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: vec![
                ("authorization".to_owned(), format!("Bearer {token}")),
                ("content-type".to_owned(), content_type.to_owned()),
            ],
            body: self.filled(body).into_bytes(),
            now_ms: NOW_MS,
        };
        let answer = handle(&mut self.world, &request);
        let body = serde_json::from_slice(&answer.body);
        let text = || json!(String::from_utf8_lossy(&answer.body));
        (answer.status, body.unwrap_or_else(|_| text()))
    }

    fn filled(&self, text: &str) -> String {
        let fill = |text: String, (name, value): &(&str, String)| text.replace(name, value);
        self.ids.iter().fold(text.to_owned(), fill)
    }
}
