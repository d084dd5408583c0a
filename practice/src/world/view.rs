//! A view of a table.

use crate::Object;
use crate::json::{Value, json};

/// A view.
#[derive(Clone, Debug)]
pub(crate) struct View {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) is_locked: bool,
    /// Whether it came with its base. Such a view is shown with fewer members.
    pub(crate) is_built_in: bool,
    /// Filters, sorts, hidden columns and so on, as the client set them.
    pub(crate) settings: Object,
}

impl View {
    /// A view that shows everything.
    pub(crate) fn new(id: &str, name: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: name.to_owned(),
            kind: "table".to_owned(),
            is_locked: false,
            is_built_in: false,
            settings: Object::new(),
        }
    }

    /// Returns the filters or sorts. Empty objects, by which a client removes all, are none.
    pub(crate) fn objects(&self, setting: &str) -> Vec<&Object> {
        let objects = self.settings.get(setting).and_then(Value::as_array);
        let objects = objects.into_iter().flatten().filter_map(Value::as_object);
        objects.filter(|object| !object.is_empty()).collect()
    }

    /// Writes it as the API shows it.
    pub(crate) fn to_json(&self) -> Value {
        let mut view = json!({
            "_id": self.id, "name": self.name, "type": self.kind, "is_locked": self.is_locked,
            "rows": [], "formula_rows": {}, "summaries": [], "filter_conjunction": "And",
            "filters": [], "sorts": [], "hidden_columns": [], "groupbys": [], "groups": [],
        });
        if !self.is_built_in {
            view["private_for"] = Value::Null;
            view["row_height"] = "default".into();
            for name in ["summaries", "colors", "colorbys", "column_colors"] {
                view[name] = json!({});
            }
        }
        for (key, value) in self.settings.iter() {
            view[key.as_str()] = value.clone();
        }
        view
    }
}
