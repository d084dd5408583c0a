//! What is in the practice world, and what its answers had in them.

use super::stage::Stage;
use practice::{Request, World};
use serde_json::Value;
use std::time::{SystemTime, UNIX_EPOCH};

/// The shortest text that counts as copied from an answer: shorter ones meet by chance.
const SHORTEST: usize = 4;

/// A look at the world by its own API, past the wire. It looks at a copy, so nothing is changed by it.
pub(crate) struct Look {
    world: World,
    account_token: String,
    now_ms: u64,
}

/// A base, seen from inside.
pub(crate) struct Inside {
    look: Look,
    path: String,
    token: String,
    /// Where the base is.
    pub(crate) workspace_id: u64,
}

impl Look {
    /// Asks, and returns status and body.
    fn ask(&mut self, path: &str, query: &str, token: &str) -> (u16, Vec<u8>) {
        let request = Request {
            method: "GET".to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: vec![("authorization".to_owned(), format!("Bearer {token}"))],
            now_ms: self.now_ms,
            ..Request::default()
        };
        let response = practice::handle(&mut self.world, &request);
        (response.status, response.body)
    }

    /// Asks as the admin; null where the world refuses.
    pub(crate) fn get(&mut self, path: &str, query: &str) -> Value {
        let token = self.account_token.clone();
        match self.ask(path, query, &token) {
            (200, body) => serde_json::from_slice(&body).unwrap(),
            _ => Value::Null,
        }
    }

    /// Returns the bytes at a path, for the admin.
    pub(crate) fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        let token = self.account_token.clone();
        let (status, body) = self.ask(path, "", &token);
        (status == 200).then_some(body)
    }

    /// Goes inside a base; `None` if there is no base of that name.
    pub(crate) fn inside(mut self, name: &str) -> Option<Inside> {
        let workspaces = self.get("/api/v2.1/workspaces/", "");
        let of = |workspace: &Value| {
            let bases = workspace["table_list"].as_array()?;
            bases
                .iter()
                .any(|base| base["name"] == name)
                .then(|| workspace["id"].as_u64())?
        };
        let workspace_id = workspaces["workspace_list"]
            .as_array()?
            .iter()
            .find_map(of)?;
        let path = format!(
            "/api/v2.1/workspace/{workspace_id}/dtable/{}/access-token/",
            name.replace(' ', "%20")
        );
        let given = self.get(&path, "");
        let uuid = given["dtable_uuid"].as_str()?.to_owned();
        Some(Inside {
            path: format!("/api-gateway/api/v2/dtables/{uuid}"),
            token: given["access_token"].as_str()?.to_owned(),
            workspace_id,
            look: self,
        })
    }
}

impl Inside {
    /// Returns a Base-Token of the base.
    pub(crate) fn token(&self) -> &str {
        &self.token
    }

    /// Returns the base's own id.
    pub(crate) fn uuid(&self) -> &str {
        self.path.rsplit('/').next().unwrap()
    }

    /// Asks inside the base.
    pub(crate) fn get(&mut self, path: &str, query: &str) -> Value {
        let (status, body) = self
            .look
            .ask(&format!("{}/{path}", self.path), query, &self.token);
        assert_eq!(status, 200, "{path}");
        serde_json::from_slice(&body).unwrap()
    }

    /// Returns the tables with their columns.
    pub(crate) fn tables(&mut self) -> Vec<Value> {
        self.get("metadata/", "")["metadata"]["tables"]
            .as_array()
            .unwrap()
            .clone()
    }

    /// Returns names and types of a table's columns; `None` if there is no such table.
    pub(crate) fn columns(&mut self, table: &str) -> Option<Vec<(String, String)>> {
        let table = self
            .tables()
            .into_iter()
            .find(|found| found["name"] == table)?;
        let text = |column: &Value, name: &str| column[name].as_str().unwrap().to_owned();
        let columns = table["columns"].as_array().unwrap().iter();
        Some(
            columns
                .map(|column| (text(column, "name"), text(column, "type")))
                .collect(),
        )
    }

    /// Returns a column.
    pub(crate) fn column(&mut self, table: &str, name: &str) -> Value {
        let table = self
            .tables()
            .into_iter()
            .find(|found| found["name"] == table)
            .unwrap();
        let mut columns = table["columns"].as_array().unwrap().iter();
        columns
            .find(|column| column["name"] == name)
            .unwrap()
            .clone()
    }

    /// Returns the rows of a table, cells by the names of their columns.
    pub(crate) fn rows(&mut self, table: &str) -> Vec<Value> {
        let query = format!("table_name={table}&convert_keys=true");
        self.get("rows/", &query)["rows"]
            .as_array()
            .unwrap()
            .clone()
    }

    /// Returns the row whose cell in this column is this.
    pub(crate) fn row(&mut self, table: &str, column: &str, text: &str) -> Value {
        let rows = self.rows(table);
        rows.iter()
            .find(|row| row[column] == text)
            .unwrap_or_else(|| panic!("no row {text} in {rows:?}"))
            .clone()
    }

    /// Adds rows to a table of the practice server itself, past the page.
    pub(crate) fn append(&mut self, stage: &Stage, table: &str, rows: &[Value]) {
        let body = serde_json::json!({ "table_name": table, "rows": rows });
        let request = Request {
            method: "POST".to_owned(),
            path: format!("{}/rows/", self.path),
            headers: vec![("authorization".to_owned(), format!("Bearer {}", self.token))],
            body: body.to_string().into_bytes(),
            now_ms: self.look.now_ms,
            ..Request::default()
        };
        let response = practice::handle(&mut stage.practice.world(), &request);
        assert_eq!(response.status, 200);
    }

    /// Returns the base's file at an address that a cell has.
    pub(crate) fn file(&mut self, address: &str) -> Option<Vec<u8>> {
        self.look.bytes(address)
    }
}

impl Stage {
    /// Looks at the world as it is now.
    pub(crate) fn look(&self) -> Look {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        Look {
            account_token: self.practice.credentials().account_token,
            world: self.practice.world().clone(),
            now_ms: u64::try_from(since.as_millis()).unwrap(),
        }
    }

    /// Looks into a base as it is now.
    pub(crate) fn inside(&self, base: &str) -> Inside {
        self.look()
            .inside(base)
            .unwrap_or_else(|| panic!("no base {base}"))
    }

    /// Returns an API-Token that the world has for a base, by the permission: `r` or `rw`.
    pub(crate) fn api_token(&self, base: &str, permission: &str) -> String {
        let workspace = self.inside(base).workspace_id;
        let path = format!(
            "/api/v2.1/workspace/{workspace}/dtable/{}/api-tokens/",
            base.replace(' ', "%20")
        );
        let tokens = self.look().get(&path, "");
        let mut tokens = tokens["api_tokens"].as_array().unwrap().iter();
        let token = tokens
            .find(|token| token["permission"] == permission)
            .unwrap();
        token["api_token"].as_str().unwrap().to_owned()
    }

    /// Returns the requests of this method that were sent, each with its body read as JSON.
    pub(crate) fn bodies(&self, method: &str) -> Vec<Value> {
        let sent = self
            .sent()
            .into_iter()
            .filter(|received| received.request.method == method);
        sent.map(|received| serde_json::from_slice(&received.request.body).unwrap())
            .collect()
    }

    /// Lists what was typed although an earlier answer had given it: the page is there to carry that.
    ///
    /// The answers are had by sending the same requests to the world as it was at the start, which gives the same ones.
    pub(crate) fn copied(&self) -> Vec<String> {
        let mut world = self.seed.clone();
        let answers: Vec<Vec<String>> = self
            .sent()
            .iter()
            .map(|received| {
                let response = practice::handle(&mut world, &received.request);
                let mut values = Vec::new();
                if let Ok(body) = serde_json::from_slice(&response.body) {
                    collect(&body, &mut values);
                }
                values
            })
            .collect();
        let typed = self.typed.lock().unwrap();
        let is_known = |(text, answered): &&(String, usize)| {
            answers[..*answered]
                .iter()
                .flatten()
                .any(|value| value == text)
        };
        typed
            .iter()
            .filter(is_known)
            .map(|(text, _)| text.clone())
            .collect()
    }
}

/// Collects all texts and numbers in a value.
fn collect(value: &Value, values: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, values)),
        Value::Object(members) => members.values().for_each(|member| collect(member, values)),
        Value::String(text) if text.chars().count() >= SHORTEST => values.push(text.clone()),
        Value::Number(number) if number.to_string().len() >= SHORTEST => {
            values.push(number.to_string());
        }
        _ => {}
    }
}
