//! The reference that the build put into parts of the page: what lists know of all operations, and by area the operations and what
//! is said of them.
//!
//! Each function here is for a part of its own (`src/ui/reference/data.rs`): the data that it returns is fetched with it.

use crate::data::data;

data! {
    /// The rules on values: a list of [`playground_core::known::Ruled`].
    values: "values";
    /// All operations, as lists and the search know them: [`playground_core::reference::Index`].
    index: "index";
    /// The risk of each, in the same order: a list of [`playground_core::harm::Risk`].
    /// The operations of the area: [`playground_core::reference::Forms`].
    authentication_forms: "authentication-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    authentication_notes: "authentication-notes";
    /// The operations of the area: [`playground_core::reference::Forms`].
    base_forms: "base-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    base_notes: "base-notes";
    /// The operations of the area: [`playground_core::reference::Forms`].
    file_forms: "file-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    file_notes: "file-notes";
    /// The operations of the area: [`playground_core::reference::Forms`].
    user_forms: "user-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    user_notes: "user-notes";
    /// The operations of the area: [`playground_core::reference::Forms`].
    team_admin_forms: "team-admin-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    team_admin_notes: "team-admin-notes";
    /// The operations of the area: [`playground_core::reference::Forms`].
    system_admin_forms: "system-admin-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    system_admin_notes: "system-admin-notes";
    /// The operations of the area: [`playground_core::reference::Forms`].
    scheduler_forms: "scheduler-forms";
    /// What is said of each operation of the area: a list of [`playground_core::reference::Note`].
    scheduler_notes: "scheduler-notes";
}
