//! A column and its type.

use crate::json::{Value, json};

/// A column of a table.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) key: String,
    pub(crate) name: String,
    pub(crate) kind: ColumnType,
    pub(crate) width: u64,
    pub(crate) frozen: bool,
    /// The settings; null for a type that has none.
    pub(crate) data: Value,
    /// Whether it came with its table. Such a column is shown with fewer members.
    pub(crate) is_built_in: bool,
}

macro_rules! column_types {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// The type of a column.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum ColumnType {
            $($(#[$doc])* $variant,)*
        }

        impl ColumnType {
            /// Every type.
            #[cfg(test)]
            pub(crate) const ALL: &[Self] = &[$(Self::$variant),*];

            /// Reads the name as the API has it.
            pub(crate) fn parse(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// Returns the name as the API has it.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

column_types! {
    Text = "text",
    LongText = "long-text",
    Number = "number",
    Collaborator = "collaborator",
    Date = "date",
    Duration = "duration",
    SingleSelect = "single-select",
    MultipleSelect = "multiple-select",
    Image = "image",
    File = "file",
    Email = "email",
    Url = "url",
    Checkbox = "checkbox",
    Rate = "rate",
    Geolocation = "geolocation",
    Formula = "formula",
    Link = "link",
    LinkFormula = "link-formula",
    Creator = "creator",
    CreationTime = "ctime",
    LastModifier = "last-modifier",
    ModificationTime = "mtime",
    AutoNumber = "auto-number",
    Button = "button",
    DigitalSign = "digital-sign",
    Department = "department-single-select",
}

impl ColumnType {
    /// Whether it holds one or more options.
    pub(crate) fn is_select(self) -> bool {
        matches!(self, Self::SingleSelect | Self::MultipleSelect)
    }

    /// Whether its cells are made by the server and nothing written to them counts. SeaTable 6.1 let
    /// auto-numbers be overwritten; nobody should come to rely on it here.
    pub(crate) fn is_computed(self) -> bool {
        matches!(
            self,
            Self::Formula
                | Self::Link
                | Self::LinkFormula
                | Self::Creator
                | Self::CreationTime
                | Self::LastModifier
                | Self::ModificationTime
                | Self::AutoNumber
                | Self::Button
        )
    }

    /// Whether it may be a table's first column.
    pub(crate) fn may_be_first(self) -> bool {
        matches!(
            self,
            Self::Text
                | Self::Number
                | Self::Date
                | Self::SingleSelect
                | Self::Formula
                | Self::AutoNumber
        )
    }
}

impl Column {
    /// The first column of a table, which the server makes by itself.
    pub(crate) fn first(name: &str, kind: ColumnType) -> Self {
        Self {
            is_built_in: true,
            ..Self::new("0000".to_owned(), name, kind, Value::Null)
        }
    }

    /// A column that somebody added.
    pub(crate) fn new(key: String, name: &str, kind: ColumnType, data: Value) -> Self {
        Self {
            key,
            name: name.to_owned(),
            kind,
            width: 200,
            frozen: false,
            data,
            is_built_in: false,
        }
    }

    /// Returns a text of the settings.
    pub(crate) fn setting(&self, name: &str) -> Option<&str> {
        self.data.get(name).and_then(Value::as_str)
    }

    /// Returns the options of a select column.
    pub(crate) fn options(&self) -> &[Value] {
        self.data
            .get("options")
            .and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Changes the options, and makes room for them first where there are none.
    pub(crate) fn change_options(&mut self, change: impl FnOnce(&mut Vec<Value>)) {
        let mut options = match self.data.get_mut("options").map(Value::take) {
            Some(Value::Array(options)) => options,
            _ => Vec::new(),
        };
        change(&mut options);
        if !self.data.is_object() {
            self.data = json!({});
        }
        self.data["options"] = options.into();
    }

    /// Returns a member of the option whose member `by` is `text`.
    pub(crate) fn option(&self, by: &str, text: &str, wanted: &str) -> Option<&str> {
        let option = self
            .options()
            .iter()
            .find(|o| o.get(by).and_then(Value::as_str) == Some(text));
        option?.get(wanted)?.as_str()
    }

    /// Writes it as the API shows it.
    pub(crate) fn to_json(&self) -> Value {
        let mut column = json!({
            "key": self.key, "name": self.name, "type": self.kind.as_str(), "width": self.width,
            "editable": true, "resizable": true,
        });
        if !self.is_built_in {
            column["data"] = self.data.clone();
            column["draggable"] = true.into();
            column["description"] = Value::Null;
            column["colorbys"] = json!({});
            column["permission_type"] = "".into();
            column["permitted_users"] = json!([]);
            column["permitted_group"] = json!([]);
            column["edit_metadata_permission_type"] = "".into();
            column["edit_metadata_permitted_users"] = json!([]);
            column["edit_metadata_permitted_group"] = json!([]);
        }
        if self.frozen {
            column["frozen"] = true.into();
        }
        column
    }
}
