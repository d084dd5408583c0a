//! SQL over the tables of a base: one table at a time, as SeaTable has it without joins.

mod change;
mod compare;
mod evaluate;
mod function;
mod name;
mod select;

use crate::fault::Fault;
use crate::world::{Base, Ids};
use bumpalo::Bump;
use fallible_iterator::FallibleIterator;
use serde_json::Value;
use sqlite3_parser::ast::{Cmd, Stmt};
use sqlite3_parser::lexer::sql::Parser;

/// Longer statements are refused before they are read.
const MAX_LENGTH: usize = 100_000;

/// What a statement runs on.
pub(crate) struct Session<'a> {
    pub(crate) ids: &'a mut Ids,
    pub(crate) base: &'a mut Base,
    /// Whether the statement may change rows.
    pub(crate) may_write: bool,
    /// Who is noted as the author of changes.
    pub(crate) author: &'a str,
    pub(crate) now_ms: u64,
    /// Whether results are keyed by column names.
    pub(crate) convert: bool,
    /// The values for the question marks.
    pub(crate) parameters: &'a [Value],
}

/// What a statement gives. Statements that change rows give neither.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub(crate) metadata: Option<Vec<Value>>,
    pub(crate) results: Option<Vec<Value>>,
}

/// Runs one statement.
pub(crate) fn run(session: &mut Session<'_>, sql: &str) -> Result<Outcome, Fault> {
    if sql.len() > MAX_LENGTH {
        return Err(refused("the statement is too long"));
    }
    let numbered = number_parameters(sql);
    let arena = Bump::new();
    let mut parser = Parser::new(&arena, numbered.as_bytes());
    let command = parser
        .next()
        .map_err(|error| refused(format!("syntax error: {error}")))?;
    match command {
        Some(Cmd::Stmt(Stmt::Select(select))) => select::run(session, select),
        Some(Cmd::Stmt(Stmt::Update {
            tbl_name,
            sets,
            where_clause,
            from: None,
            ..
        })) => change::update(session, &tbl_name, sets, where_clause.as_ref()),
        Some(Cmd::Stmt(Stmt::Delete {
            tbl_name,
            where_clause,
            ..
        })) => change::delete(session, &tbl_name, where_clause.as_ref()),
        // Rows are inserted into big-data storage only, which no practice base has.
        Some(Cmd::Stmt(Stmt::Insert { .. })) => Err(refused(format!(
            "base {} not found: insert on non-existent base",
            session.base.uuid
        ))),
        _ => Err(refused("unsupported statement")),
    }
}

/// A refusal in the words of dtable-db.
fn refused(text: impl Into<String>) -> Fault {
    Fault::gateway(400, text)
}

/// Writes `?` as `?1`, `?2` and so on, except in quotes: the syntax tree does not tell them apart.
fn number_parameters(sql: &str) -> String {
    let mut numbered = String::with_capacity(sql.len() + 8);
    let mut quote = None;
    let mut count = 0;
    for c in sql.chars() {
        numbered.push(c);
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '\'' | '"' | '`') => quote = Some(c),
            None if c == '?' => {
                count += 1;
                numbered.push_str(&count.to_string());
            }
            _ => {}
        }
    }
    numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn question_marks_are_numbered_outside_of_quotes() {
        let sql = "select '?' from `a?` where x = ? and y < ?";
        let numbered = "select '?' from `a?` where x = ?1 and y < ?2";
        assert_eq!(number_parameters(sql), numbered);
    }
}
