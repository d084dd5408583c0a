//! SQL over the tables of a base: one table at a time, as SeaTable has it without joins.
//!
//! The parser is the crate's own for the page's sake: sqlparser takes 265 kB of a download that may
//! have 120, sqlite3-parser 35.

mod change;
mod compare;
mod evaluate;
mod expression;
mod function;
mod insert;
mod member;
mod name;
mod parse;
mod select;
mod token;
mod tree;

pub(crate) use insert::check_big_data;

use crate::fault::Fault;
use crate::json::Value;
use crate::world::{Base, Ids};
use tree::Statement;

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
    match parse::parse(sql).map_err(refused)? {
        Statement::Select(select) => select::run(session, &select),
        Statement::Update {
            table,
            sets,
            condition,
        } => change::update(session, &table, &sets, condition.as_ref()),
        Statement::Delete { table, condition } => {
            change::delete(session, &table, condition.as_ref())
        }
        Statement::Insert {
            table,
            columns,
            rows,
        } => insert::insert(session, &table, &columns, &rows),
    }
}

/// A refusal in the words of dtable-db.
fn refused(text: impl Into<String>) -> Fault {
    Fault::gateway(400, text)
}
