//! The types that a new column can have, and what each of them asks for.

/// A type of column, and what `column_data` says of it.
#[derive(Debug)]
pub struct Type {
    /// The name as SeaTable has it.
    pub name: &'static str,
    /// Whether appendColumns takes it; createTable takes all.
    pub appended: bool,
    /// What can be set.
    pub settings: &'static [Setting],
}

/// A member of `column_data`.
#[derive(Debug)]
pub struct Setting {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub kind: SettingKind,
    /// What a new column has, as JSON; empty for nothing.
    pub default: &'static str,
}

/// What a setting may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingKind {
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A whole number.
    Whole,
    /// A text.
    Words,
    /// The names of options.
    Options,
}

const fn plain(name: &'static str) -> Type {
    Type {
        name,
        appended: true,
        settings: &[],
    }
}

const fn choice(
    name: &'static str,
    values: &'static [&'static str],
    default: &'static str,
) -> Setting {
    Setting {
        name,
        kind: SettingKind::Choice(values),
        default,
    }
}

const fn words(name: &'static str, default: &'static str) -> Setting {
    Setting {
        name,
        kind: SettingKind::Words,
        default,
    }
}

const fn whole(name: &'static str, default: &'static str) -> Setting {
    Setting {
        name,
        kind: SettingKind::Whole,
        default,
    }
}

const OPTIONS: &[Setting] = &[Setting {
    name: "options",
    kind: SettingKind::Options,
    default: "[]",
}];

/// The types, in the order of SeaTable's documents. Those that appendColumns refuses: dossier section 1.5, recorded.
/// `DD/MM/YYYY HH:mm` is in the documents too, but SeaTable refuses it.
pub const TYPES: &[Type] = &[
    plain("text"),
    plain("long-text"),
    Type {
        name: "number",
        appended: true,
        settings: &[
            choice(
                "format",
                &["number", "percent", "dollar", "euro", "yuan"],
                "",
            ),
            choice("decimal", &["dot", "comma"], ""),
            choice("thousands", &["no", "space", "comma"], ""),
        ],
    },
    plain("collaborator"),
    Type {
        name: "date",
        appended: true,
        settings: &[choice(
            "format",
            &[
                "YYYY-MM-DD",
                "YYYY-MM-DD HH:mm",
                "M/D/YYYY",
                "M/D/YYYY HH:mm",
                "DD/MM/YYYY",
                "DD.MM.YYYY",
                "DD.MM.YYYY HH:mm",
            ],
            "\"YYYY-MM-DD\"",
        )],
    },
    Type {
        name: "duration",
        appended: true,
        settings: &[
            choice("format", &["duration"], "\"duration\""),
            choice("duration_format", &["h:mm", "h:mm:ss"], "\"h:mm\""),
        ],
    },
    Type {
        name: "single-select",
        appended: true,
        settings: OPTIONS,
    },
    Type {
        name: "multiple-select",
        appended: true,
        settings: OPTIONS,
    },
    plain("image"),
    plain("file"),
    plain("email"),
    plain("url"),
    plain("checkbox"),
    Type {
        name: "rate",
        appended: true,
        settings: &[
            whole("rate_max_number", "5"),
            words("rate_style_color", "\"#FF8000\""),
            choice(
                "rate_style_type",
                &[
                    "dtable-icon-rate",
                    "dtable-icon-like",
                    "dtable-icon-praise",
                    "dtable-icon-flag",
                ],
                "\"dtable-icon-rate\"",
            ),
        ],
    },
    Type {
        name: "formula",
        appended: false,
        settings: &[words("formula", "\"\"")],
    },
    Type {
        name: "link",
        appended: false,
        settings: &[words("table", "\"\""), words("other_table", "\"\"")],
    },
    Type {
        name: "link-formula",
        appended: false,
        settings: &[
            choice(
                "formula",
                &["count_links", "lookup", "rollup", "findmax", "findmin"],
                "\"count_links\"",
            ),
            words("link_column", "\"\""),
        ],
    },
    plain("creator"),
    plain("ctime"),
    plain("last-modifier"),
    plain("mtime"),
    Type {
        name: "auto-number",
        appended: false,
        settings: &[words("format", "\"0000\""), whole("digits", "4")],
    },
    Type {
        name: "button",
        appended: true,
        settings: &[
            choice(
                "button_type",
                &[
                    "run_script",
                    "send_email",
                    "copy_row_to_another_table",
                    "modify_row",
                ],
                "\"modify_row\"",
            ),
            words("button_name", "\"Go\""),
            words("button_color", "\"#4ECCCB\""),
        ],
    },
];

/// Returns a type by its name.
pub fn find(name: &str) -> Option<&'static Type> {
    TYPES.iter().find(|known| known.name == name)
}
