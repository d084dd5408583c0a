//! What `error_type` means.

use super::Meaning;

/// Says what the `error_type` of an answer means; none where it is not known.
pub fn of_error_type(error_type: &str) -> Option<Meaning> {
    let (sentence, next) = match error_type {
        "column_already_exists" => (
            "The table has a column of this name already.",
            "Take another name, or go on with the column that is there.",
        ),
        "column_data_error" => (
            "The settings of the column (column_data) do not fit its type.",
            "Compare them with the type's settings in the reference, and send again.",
        ),
        "wrong_filter_in_filters" => (
            "A filter names a column that is not there, or a predicate that its type does not have.",
            "Compare the filter with the columns of the table, and send again.",
        ),
        "exceed_rows_limit" => (
            "The base would have more rows than the server or the plan allows.",
            "Delete rows, or archive them to the big-data storage, and send again.",
        ),
        "exceed_columns_limit" => (
            "The table would have more columns than the server allows.",
            "Delete a column, or put some into another table.",
        ),
        "exceed_tables_limit" => (
            "The base would have more tables than the server allows.",
            "Delete a table, or put some into another base.",
        ),
        "base_exceeds_limit" => (
            "The base is larger than the server allows.",
            "Delete rows, or archive them to the big-data storage, and send again.",
        ),
        "row_not_exist" => (
            "The table has no row of this id: it was deleted, or belongs to another table.",
            "List the rows, and take the id from there.",
        ),
        _ => return None,
    };
    Some(Meaning::new(sentence, next))
}
