//! What a person is asked before a request is sent that could do harm.

use super::{Back, Case, Is, Risk, When, Whole};
use crate::catalogue::{FieldPath, Harm, Operation};
use crate::http::PreparedRequest;
use crate::known::Kind;
use crate::sql::Statement;

/// What a person is asked before a request is sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// What the request hits: the things themselves first, then what they are in.
    pub hits: Vec<Named>,
    /// What it destroys as a whole, whose name has to be typed.
    pub destroys: Option<Whole>,
    /// Whether it takes something away.
    pub removes: bool,
    /// Whether it decides for other people.
    pub enforces: bool,
    /// Whether it changes or adds many things.
    pub is_of_many: bool,
    /// The statement that it sends.
    pub statement: Option<Statement>,
    /// How what it takes away can be had back.
    pub back: Back,
    /// The operation that shows what it hits.
    pub shown_by: Option<usize>,
}

/// Things that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// What they are.
    pub kind: Kind,
    /// What they are named by, as it is sent.
    pub values: Vec<String>,
}

impl Question {
    /// Asks about a request. `None` if it is sent at once: it reads, or adds or changes one thing.
    pub fn about(operation: &Operation, risk: &Risk, request: &PreparedRequest) -> Option<Self> {
        let values = |field: &FieldPath| request.values(&operation.path, field);
        let statement = risk.statement.as_ref().and_then(|field| {
            let text = values(field).into_iter().next();
            Statement::gravest(&text?)
        });
        let statement = statement.filter(Statement::writes);
        let removes = operation.harm >= Harm::Removes;
        let enforces = risk.enforces.is_so(&values);
        let is_of_many = risk.many.is_so(&values);
        if !removes && !enforces && !is_of_many && statement.is_none() {
            return None;
        }
        let named = risk.hits.iter().map(|hit| Named {
            kind: hit.kind,
            values: values(&hit.by),
        });
        Some(Self {
            hits: named.filter(|named| !named.values.is_empty()).collect(),
            destroys: risk.destroys,
            removes,
            enforces,
            is_of_many,
            statement,
            back: risk.back,
            shown_by: risk.shown_by,
        })
    }
}

impl Risk {
    /// Whether a person can be asked before a request of this operation is sent: where not, [`Question::about`] has nothing to ask.
    pub fn may_ask(&self, operation: &Operation) -> bool {
        let is_never = |when: &When| matches!(when, When::Never);
        operation.harm >= Harm::Removes
            || !is_never(&self.enforces)
            || !is_never(&self.many)
            || self.statement.is_some()
    }
}

impl When {
    /// Whether it is so, by the values that stand in fields.
    fn is_so(&self, values: &dyn Fn(&FieldPath) -> Vec<String>) -> bool {
        let is_case = |case: &Case| {
            let values = values(&case.field);
            match case.is {
                Is::Given => !values.is_empty(),
                Is::Several => values.len() > 1,
                Is::Text(text) => values.iter().any(|value| value == text),
            }
        };
        match self {
            Self::Never => false,
            Self::Always => true,
            Self::If(cases) => cases.iter().any(is_case),
        }
    }
}
