//! What `error_type` means.

use super::Meaning;

/// Returns what the `error_type` of an answer means; `None` if it is not known.
pub fn of_error_type(error_type: &str) -> Option<Meaning> {
    Some(match error_type {
        "column_already_exists" => Meaning::ColumnExists,
        "column_data_error" => Meaning::ColumnData,
        "wrong_filter_in_filters" => Meaning::Filter,
        "exceed_rows_limit" => Meaning::RowLimit,
        "exceed_columns_limit" => Meaning::ColumnLimit,
        "exceed_tables_limit" => Meaning::TableLimit,
        "base_exceeds_limit" => Meaning::BaseLimit,
        "row_not_exist" => Meaning::NoRow,
        _ => return None,
    })
}
