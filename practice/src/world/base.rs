//! A base and its tables.

use super::{Activity, Asset, Column, ColumnType, Ids, Link, Places, Row, View};
use crate::json::{Value, json};

/// A base.
#[derive(Clone, Debug)]
pub(crate) struct Base {
    pub(crate) id: u64,
    pub(crate) uuid: String,
    pub(crate) name: String,
    pub(crate) workspace_id: u64,
    pub(crate) owner: String,
    pub(crate) created_ms: u64,
    pub(crate) updated_ms: u64,
    pub(crate) color: Option<String>,
    pub(crate) icon: Option<String>,
    /// What opens it in a browser, if anything does.
    pub(crate) password: Option<String>,
    /// When it was put into the trash; none while it is in use.
    pub(crate) deleted_ms: Option<u64>,
    /// The folder of its workspace that it is in; none for the workspace itself.
    pub(crate) folder: Option<u64>,
    /// What was done to its rows.
    pub(crate) activities: Vec<Activity>,
    /// Counts the changes.
    pub(crate) version: u64,
    /// How many rows an answer may hold, where that is more than SeaTable's own limit.
    pub(crate) row_limit: Option<usize>,
    /// Whether it has big-data storage, without which SQL inserts nothing.
    pub(crate) has_big_data: bool,
    pub(crate) tables: Vec<Table>,
    pub(crate) links: Vec<Link>,
    /// The uploaded files.
    pub(crate) assets: Vec<Asset>,
}

/// A table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) origin: Origin,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    pub(crate) views: Vec<View>,
}

/// How a table came to be. It decides with which members the table is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// It came with its base.
    Base,
    /// Somebody made it.
    Made,
    /// It was copied from another.
    Copied,
}

impl Base {
    /// A base as it is created: one table with a column Name, a view, and three empty rows.
    pub(crate) fn fresh(
        ids: &mut Ids,
        name: &str,
        workspace_id: u64,
        owner: &str,
        now_ms: u64,
    ) -> Self {
        let mut table = Table::fresh("0000", "Table1");
        table.origin = Origin::Base;
        table
            .views
            .iter_mut()
            .for_each(|view| view.is_built_in = true);
        table.rows = (0..3).map(|_| Row::new(ids, owner, now_ms)).collect();
        Self {
            id: ids.number(),
            uuid: ids.uuid(),
            name: name.to_owned(),
            workspace_id,
            owner: owner.to_owned(),
            created_ms: now_ms,
            updated_ms: now_ms,
            color: None,
            icon: None,
            password: None,
            deleted_ms: None,
            folder: None,
            activities: Vec::new(),
            version: 0,
            row_limit: None,
            has_big_data: false,
            tables: vec![table],
            links: Vec::new(),
            assets: Vec::new(),
        }
    }

    /// Notes that something was changed.
    pub(crate) fn touch(&mut self, now_ms: u64) {
        self.version += 1;
        self.updated_ms = now_ms;
    }

    pub(crate) fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }

    pub(crate) fn link(&self, id: &str) -> Option<&Link> {
        self.links.iter().find(|link| link.id == id)
    }

    /// Deletes rows of a table, and the links to them.
    pub(crate) fn delete_rows(&mut self, table: usize, ids: &[&str]) {
        let table = &mut self.tables[table];
        let places = table.places();
        let mut is_kept = vec![true; table.rows.len()];
        for place in ids.iter().filter_map(|id| places.get(id)) {
            is_kept[place] = false;
        }
        let mut is_kept = is_kept.into_iter();
        table.rows.retain(|_| is_kept.next().unwrap_or(true));
        for link in &mut self.links {
            if let Some(side) = link.side(&table.id) {
                ids.iter().for_each(|row| link.clear(side, row));
            }
        }
    }

    pub(crate) fn asset(&self, path: &str) -> Option<&Asset> {
        self.assets.iter().find(|asset| asset.path == path)
    }

    pub(crate) fn row_count(&self) -> usize {
        self.tables.iter().map(|table| table.rows.len()).sum()
    }
}

impl Table {
    /// A table with a column Name and no rows.
    pub(crate) fn fresh(id: &str, name: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            origin: Origin::Made,
            columns: vec![Column::first("Name", ColumnType::Text)],
            rows: Vec::new(),
            views: vec![View::new("0000", "Default View")],
        }
    }

    /// Writes it as the API shows it, without its rows.
    pub(crate) fn to_json(&self) -> Value {
        let mut table = json!({
            "_id": self.id, "name": self.name,
            "columns": self.columns.iter().map(Column::to_json).collect::<Vec<_>>(),
            "views": self.views.iter().map(View::to_json).collect::<Vec<_>>(),
        });
        if self.origin != Origin::Base {
            table["is_header_locked"] = false.into();
            table["header_settings"] = json!({});
        }
        if self.origin == Origin::Made {
            table["summary_configs"] = json!({});
        }
        table
    }

    /// Returns the place of every row by its id.
    pub(crate) fn places(&self) -> Places {
        Places::new(&self.rows)
    }

    pub(crate) fn row(&self, id: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.id == id)
    }

    pub(crate) fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// Finds a column by key, else by name: the gateway takes either in most places.
    pub(crate) fn column_position(&self, key_or_name: &str) -> Option<usize> {
        let by_key = self
            .columns
            .iter()
            .position(|column| column.key == key_or_name);
        by_key.or_else(|| {
            self.columns
                .iter()
                .position(|column| column.name == key_or_name)
        })
    }
}
