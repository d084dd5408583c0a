//! Reads a statement by recursive descent.

use super::expression;
use super::token::{Token, tokens};
use super::tree::{Expression, Order, Output, Select, Statement};
use crate::json::Value;
use crate::number;

/// Words that end an expression, so that they are no aliases.
const CLAUSES: &[&str] = &[
    "from", "where", "group", "having", "order", "limit", "offset", "union", "join", "as",
];

/// Reads one statement; the error says what is wrong with it.
pub(super) fn parse(sql: &str) -> Result<Statement, String> {
    let mut parser = Parser {
        tokens: tokens(sql)?,
        at: 0,
        depth: 0,
        operations: 0,
    };
    let statement = parser.statement()?;
    parser.sign(";");
    match parser.tokens.get(parser.at) {
        None => Ok(statement),
        Some(_) => Err(format!("syntax error at word {}", parser.at + 1)),
    }
}

/// A place in a statement.
pub(super) struct Parser {
    tokens: Vec<Token>,
    at: usize,
    /// How many expressions stand around this place.
    pub(super) depth: u32,
    /// How many operators were read.
    pub(super) operations: u32,
}

impl Parser {
    fn statement(&mut self) -> Result<Statement, String> {
        if self.word("select") {
            return self
                .select()
                .map(|select| Statement::Select(Box::new(select)));
        }
        if self.word("update") {
            return self.update();
        }
        if self.word("delete") {
            self.expect("from")?;
            let (table, condition) = (self.name()?, self.condition("where")?);
            return Ok(Statement::Delete { table, condition });
        }
        if self.word("insert") {
            return self.insert();
        }
        Err("unsupported statement".to_owned())
    }

    fn select(&mut self) -> Result<Select, String> {
        let is_distinct = self.word("distinct");
        let mut outputs = vec![self.output()?];
        while self.sign(",") {
            outputs.push(self.output()?);
        }
        self.expect("from")?;
        let table = self.name()?;
        if self.sign(",") || self.word("join") {
            return Err("unsupported statement: only one table can be queried".to_owned());
        }
        Ok(Select {
            is_distinct,
            outputs,
            table,
            condition: self.condition("where")?,
            group_by: if self.words(&["group", "by"]) {
                self.list()?
            } else {
                Vec::new()
            },
            having: self.condition("having")?,
            order_by: if self.words(&["order", "by"]) {
                self.order()?
            } else {
                Vec::new()
            },
            limit: self.condition("limit")?,
            offset: self.condition("offset")?,
        })
    }

    fn output(&mut self) -> Result<Output, String> {
        if self.sign("*") {
            return Ok(Output::Star);
        }
        let expression = expression::read(self)?;
        let alias = if self.word("as") {
            Some(self.name()?)
        } else {
            self.elided_alias()
        };
        Ok(Output::Expression { expression, alias })
    }

    fn elided_alias(&mut self) -> Option<String> {
        match self.tokens.get(self.at)? {
            Token::Word(word) if CLAUSES.iter().any(|c| word.eq_ignore_ascii_case(c)) => None,
            Token::Word(_) | Token::Name(_) => self.name().ok(),
            _ => None,
        }
    }

    fn update(&mut self) -> Result<Statement, String> {
        let table = self.name()?;
        self.expect("set")?;
        let mut sets = Vec::new();
        loop {
            let column = self.name()?;
            self.expect_sign("=")?;
            sets.push((column, expression::read(self)?));
            if !self.sign(",") {
                break;
            }
        }
        Ok(Statement::Update {
            table,
            sets,
            condition: self.condition("where")?,
        })
    }

    fn insert(&mut self) -> Result<Statement, String> {
        self.expect("into")?;
        let table = self.name()?;
        let mut columns = Vec::new();
        if self.sign("(") {
            columns.push(self.name()?);
            while self.sign(",") {
                columns.push(self.name()?);
            }
            self.expect_sign(")")?;
        }
        self.expect("values")?;
        let mut rows = vec![self.row()?];
        while self.sign(",") {
            rows.push(self.row()?);
        }
        Ok(Statement::Insert {
            table,
            columns,
            rows,
        })
    }

    fn row(&mut self) -> Result<Vec<Expression>, String> {
        self.expect_sign("(")?;
        let row = self.list()?;
        self.expect_sign(")")?;
        Ok(row)
    }

    fn order(&mut self) -> Result<Vec<Order>, String> {
        let mut order = Vec::new();
        loop {
            let by = expression::read(self)?;
            let descends = self.word("desc");
            if !descends {
                self.word("asc");
            }
            order.push(Order { by, descends });
            if !self.sign(",") {
                return Ok(order);
            }
        }
    }

    /// Reads the expression behind a keyword, if the keyword is there.
    fn condition(&mut self, keyword: &str) -> Result<Option<Expression>, String> {
        if self.word(keyword) {
            expression::read(self).map(Some)
        } else {
            Ok(None)
        }
    }

    /// Reads expressions with commas between them.
    pub(super) fn list(&mut self) -> Result<Vec<Expression>, String> {
        let mut list = vec![expression::read(self)?];
        while self.sign(",") {
            list.push(expression::read(self)?);
        }
        Ok(list)
    }

    /// Reads a name, in whatever quotes: Python's client writes tables as texts.
    fn name(&mut self) -> Result<String, String> {
        match self.next() {
            Some(
                Token::Word(name) | Token::Name(name) | Token::NameOrText(name) | Token::Text(name),
            ) => Ok(name),
            _ => Err("syntax error: a name is missing".to_owned()),
        }
    }

    pub(super) fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    /// Takes a number, if it comes next, and turns its sign.
    pub(super) fn negative(&mut self) -> Option<Value> {
        let Some(Token::Number(number)) = self.tokens.get(self.at) else {
            return None;
        };
        self.at += 1;
        number::parse(&format!("-{number}"))
    }

    /// Takes a keyword, if it is the next word.
    pub(super) fn word(&mut self, keyword: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token::Word(word))
            if word.eq_ignore_ascii_case(keyword));
        self.at += usize::from(found);
        found
    }

    /// Takes several keywords, if they are the next words.
    pub(super) fn words(&mut self, keywords: &[&str]) -> bool {
        let start = self.at;
        let found = keywords.iter().all(|keyword| self.word(keyword));
        if !found {
            self.at = start;
        }
        found
    }

    /// Takes a sign, if it comes next.
    pub(super) fn sign(&mut self, wanted: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token::Sign(sign)) if *sign == wanted);
        self.at += usize::from(found);
        found
    }

    fn expect_sign(&mut self, sign: &str) -> Result<(), String> {
        if self.sign(sign) {
            Ok(())
        } else {
            Err(format!("syntax error: {sign} is missing"))
        }
    }

    fn expect(&mut self, keyword: &str) -> Result<(), String> {
        if self.word(keyword) {
            Ok(())
        } else {
            Err(format!("syntax error: {keyword} is missing"))
        }
    }
}
