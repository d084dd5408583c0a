//! Filters: conditions, comparisons and functions, as operations on a stack.

use super::Parser;
use super::text::Text;
use crate::json::path::query::{Goal, Literal, Op, Path, Relation, Selector};
use crate::json::path::{QueryFault, QueryReason};

/// A part of a comparison, or a condition by itself.
enum Operand {
    Literal(u32),
    Path(u32),
    /// The value of a function, whose operations are already there.
    Function,
}

impl Parser<'_> {
    /// Reads what stands after the question mark.
    pub(super) fn filter(&mut self) -> Result<Selector, QueryFault> {
        let mut code = Vec::new();
        self.condition(&mut code)?;
        self.query.filters.push(code);
        let number = self.query.filters.len().saturating_sub(1);
        Ok(Selector::Filter(number as u32))
    }

    /// Reads conditions with `&&` and `||` between them; the first binds more.
    fn condition(&mut self, code: &mut Vec<Op>) -> Result<(), QueryFault> {
        self.descend()?;
        let mut alternatives = Vec::new();
        loop {
            let mut parts = Vec::new();
            loop {
                self.part(code)?;
                self.text.blank();
                if !self.text.eat("&&") {
                    break;
                }
                parts.push(code.len());
                code.push(Op::Jump { on: false, to: 0 });
            }
            land(code, &parts);
            if !self.text.eat("||") {
                break;
            }
            alternatives.push(code.len());
            code.push(Op::Jump { on: true, to: 0 });
        }
        land(code, &alternatives);
        self.rise();
        Ok(())
    }

    /// Reads a condition without `&&` and `||` around it.
    fn part(&mut self, code: &mut Vec<Op>) -> Result<(), QueryFault> {
        self.text.blank();
        let is_negated = self.text.eat("!");
        self.text.blank();
        if self.text.eat("(") {
            self.condition(code)?;
            if !self.text.eat(")") {
                return self.text.fault(QueryReason::EndOfCondition);
            }
        } else if is_negated {
            let before = self.text;
            let operand = self.operand(code)?;
            self.test(code, &operand, before)?;
        } else {
            self.comparison(code)?;
        }
        if is_negated {
            code.push(Op::Not);
        }
        Ok(())
    }

    /// Reads a comparison, or a path that is to lead somewhere.
    fn comparison(&mut self, code: &mut Vec<Op>) -> Result<(), QueryFault> {
        let before = self.text;
        let left = self.operand(code)?;
        self.text.blank();
        let is_different = self.text.eat("!=");
        let relation = if is_different {
            Some(Relation::Equal)
        } else {
            self.relation()
        };
        let Some(relation) = relation else {
            return self.test(code, &left, before);
        };
        self.put(code, &left, before)?;
        self.text.blank();
        let before = self.text;
        let right = self.operand(code)?;
        self.put(code, &right, before)?;
        code.push(Op::Compare(relation));
        if is_different {
            code.push(Op::Not);
        }
        Ok(())
    }

    fn relation(&mut self) -> Option<Relation> {
        let relations = [
            ("==", Relation::Equal),
            ("<=", Relation::LessOrEqual),
            (">=", Relation::GreaterOrEqual),
            ("<", Relation::Less),
            (">", Relation::Greater),
        ];
        let found = relations.iter().find(|(sign, _)| self.text.eat(sign))?;
        Some(found.1)
    }

    /// Makes a condition of a part that nothing is compared with.
    fn test(
        &self,
        code: &mut Vec<Op>,
        operand: &Operand,
        before: Text<'_>,
    ) -> Result<(), QueryFault> {
        match operand {
            Operand::Path(path) => {
                code.push(Op::Walk(*path, Goal::Exists));
                Ok(())
            }
            Operand::Literal(_) => before.fault(QueryReason::ValueAlone),
            Operand::Function => before.fault(QueryReason::FunctionAlone),
        }
    }

    /// Puts one side of a comparison on the stack.
    fn put(
        &self,
        code: &mut Vec<Op>,
        operand: &Operand,
        before: Text<'_>,
    ) -> Result<(), QueryFault> {
        match *operand {
            Operand::Literal(number) => code.push(Op::Literal(number)),
            Operand::Path(path) => {
                let is_singular = self.query.paths.get(path as usize);
                if !is_singular.is_some_and(Path::is_singular) {
                    return before.fault(QueryReason::SeveralValues);
                }
                code.push(Op::Walk(path, Goal::Single));
            }
            Operand::Function => {}
        }
        Ok(())
    }

    fn operand(&mut self, code: &mut Vec<Op>) -> Result<Operand, QueryFault> {
        match self.text.peek() {
            Some('@' | '$') => Ok(Operand::Path(self.inner_path()?)),
            Some('"' | '\'') => {
                let text = self.quoted()?;
                Ok(Operand::Literal(self.keep(Literal::Text(text))))
            }
            Some('-' | '0'..='9') => {
                let number = self.number()?;
                Ok(Operand::Literal(self.keep(Literal::Number(number))))
            }
            _ => self.word(code),
        }
    }

    fn inner_path(&mut self) -> Result<u32, QueryFault> {
        let mut path = Path {
            is_absolute: self.text.peek() == Some('$'),
            segments: Vec::new(),
        };
        self.text.skip(1);
        self.segments(&mut path)?;
        self.query.paths.push(path);
        Ok(self.query.paths.len().saturating_sub(1) as u32)
    }

    /// Reads `true`, `false`, `null` or a function.
    fn word(&mut self, code: &mut Vec<Op>) -> Result<Operand, QueryFault> {
        let before = self.text;
        let word = self
            .text
            .take_while(|c| c.is_ascii_alphanumeric() || c == '_');
        if self.text.eat("(") {
            self.function(code, word, before)?;
            return Ok(Operand::Function);
        }
        let literal = match word {
            "true" => Literal::Bool(true),
            "false" => Literal::Bool(false),
            "null" => Literal::Null,
            _ => return before.fault(QueryReason::Operand),
        };
        Ok(Operand::Literal(self.keep(literal)))
    }

    /// Reads what stands between the parentheses of a function.
    fn function(
        &mut self,
        code: &mut Vec<Op>,
        name: &str,
        before: Text<'_>,
    ) -> Result<(), QueryFault> {
        self.descend()?;
        self.text.blank();
        let at = self.text;
        match name {
            "length" => {
                let operand = self.operand(code)?;
                self.put(code, &operand, at)?;
                code.push(Op::Length);
            }
            "count" | "value" => {
                let Operand::Path(path) = self.operand(code)? else {
                    return at.fault(QueryReason::PathForFunction);
                };
                let goal = if name == "count" {
                    Goal::Count
                } else {
                    Goal::Single
                };
                code.push(Op::Walk(path, goal));
            }
            "match" | "search" => {
                return before.fault(QueryReason::RegularExpression);
            }
            _ => return before.fault(QueryReason::Function),
        }
        self.text.blank();
        if !self.text.eat(")") {
            return self.text.fault(QueryReason::ClosingParenthesis);
        }
        self.rise();
        Ok(())
    }
}

/// Lets jumps end where the next operation will be.
fn land(code: &mut [Op], jumps: &[usize]) {
    let here = code.len() as u32;
    for &jump in jumps {
        if let Some(Op::Jump { to, .. }) = code.get_mut(jump) {
            *to = here;
        }
    }
}
