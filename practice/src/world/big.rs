//! Answers of many megabytes, for those who have to show them.

use super::{ApiToken, Base, Column, ColumnType, Permission, Row, World};
use crate::json::json;

/// At least so many bytes of an answer come from one row, if it names the columns.
const ROW_BYTES: usize = 415;
const NOTE: &str = "A note that is long enough to be cut off in a list, and says nothing new.";

impl World {
    /// Adds a base called Big data and returns an API-Token for it. Its one table, Big, has so many
    /// rows that listing them all takes `megabytes` million bytes; SeaTable's limits on the rows in an
    /// answer do not hold there.
    /// It has big-data storage, so SQL may insert rows.
    pub fn add_big_base(&mut self, megabytes: usize, now_ms: u64) -> String {
        let (owner, workspace_id) = match self.users.first() {
            Some(user) => (user.id.clone(), user.workspace_id),
            None => (String::new(), 0),
        };
        let mut base = Base::fresh(&mut self.ids, "Big data", workspace_id, &owner, now_ms);
        base.row_limit = Some(usize::MAX);
        base.has_big_data = true;
        for table in &mut base.tables {
            "Big".clone_into(&mut table.name);
            table.rows.clear();
            for (key, name, kind) in [
                ("numb", "Number", ColumnType::Number),
                ("done", "Done", ColumnType::Checkbox),
                ("note", "Note", ColumnType::LongText),
            ] {
                table
                    .columns
                    .push(Column::new(key.to_owned(), name, kind, json!({})));
            }
            for n in 0..megabytes * 1_000_000 / ROW_BYTES {
                let mut row = Row::new(&mut self.ids, &owner, now_ms);
                row.set("0000", format!("Row {n}").into());
                row.set("numb", (n as f64 * 1.25).into());
                row.set("done", (n % 3 == 0).into());
                row.set("note", NOTE.into());
                table.rows.push(row);
            }
        }
        let token = ApiToken {
            token: self.ids.token("api"),
            app_name: "Big data".to_owned(),
            permission: Permission::ReadWrite,
            base_uuid: base.uuid.clone(),
            generated_by: owner,
            generated_ms: now_ms,
            last_access_ms: now_ms,
        };
        let api_token = token.token.clone();
        self.api_tokens.push(token);
        self.bases.push(base);
        api_token
    }
}
