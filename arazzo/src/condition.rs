//! Success criteria: Arazzo's simple conditions, and the one JSONPath query that the page can answer.

use crate::expression::{self, Expression};
use crate::template::{Resolve, Writer};
use crate::yaml::{Position, Text};
use playground_core::walkthrough::{Comparison, Form, Operand, Reference, Test};

type Read<T> = Result<T, (Position, String)>;

/// Reads a simple condition: comparisons joined by `&&` and `||`.
pub(crate) fn simple(text: &Text, resolve: &mut Resolve<'_>) -> Read<Test> {
    let mut reader = Reader {
        text,
        at: 0,
        resolve,
    };
    let test = reader.any()?;
    reader.space();
    if reader.rest().is_empty() {
        Ok(test)
    } else {
        reader.expected("&&, || or the end")
    }
}

struct Reader<'a, 'r> {
    text: &'a Text,
    at: usize,
    resolve: &'a mut Resolve<'r>,
}

const COMPARISONS: [(&str, Comparison); 6] = [
    ("==", Comparison::Equal),
    ("!=", Comparison::NotEqual),
    ("<=", Comparison::LessOrEqual),
    (">=", Comparison::GreaterOrEqual),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

impl<'a> Reader<'a, '_> {
    fn rest(&self) -> &'a str {
        &self.text.text[self.at..]
    }

    fn space(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn take(&mut self, token: &str) -> bool {
        self.space();
        let found = self.rest().starts_with(token);
        self.at += if found { token.len() } else { 0 };
        found
    }

    fn expected<T>(&self, what: &str) -> Read<T> {
        Err((self.text.position(self.at), what.to_owned()))
    }

    fn any(&mut self) -> Read<Test> {
        let mut tests = vec![self.all()?];
        while self.take("||") {
            tests.push(self.all()?);
        }
        Ok(if tests.len() == 1 {
            tests[0]
        } else {
            Test::Any(tests.leak())
        })
    }

    fn all(&mut self) -> Read<Test> {
        let mut tests = vec![self.comparison()?];
        while self.take("&&") {
            tests.push(self.comparison()?);
        }
        Ok(if tests.len() == 1 {
            tests[0]
        } else {
            Test::All(tests.leak())
        })
    }

    fn comparison(&mut self) -> Read<Test> {
        if self.take("(") {
            let test = self.any()?;
            return if self.take(")") {
                Ok(test)
            } else {
                self.expected("a closing )")
            };
        }
        let left = self.operand()?;
        let found = COMPARISONS.iter().find(|(token, _)| self.take(token));
        let Some((_, comparison)) = found else {
            return self.expected("==, !=, <, <=, > or >=");
        };
        Ok(Test::Compare(left, *comparison, self.operand()?))
    }

    fn operand(&mut self) -> Read<Operand> {
        self.space();
        if self.rest().starts_with('\'') {
            return self.string();
        }
        let ends = |c: char| c.is_whitespace() || "=!<>&|()'\"".contains(c);
        let word = &self.rest()[..self.rest().find(ends).unwrap_or(self.rest().len())];
        let operand = match word {
            "true" | "false" => Operand::Boolean(word == "true"),
            "null" => Operand::Null,
            _ if word.starts_with('$') => self.expression(word)?,
            _ if serde_json::from_str::<serde_json::Number>(word).is_ok() => {
                Operand::Number(word.to_owned().leak())
            }
            _ => {
                return self.expected("an expression, a number, 'text', true, false or null");
            }
        };
        self.at += word.len();
        Ok(operand)
    }

    fn string(&mut self) -> Read<Operand> {
        let mut text = String::new();
        let mut rest = self.rest()[1..].char_indices().peekable();
        while let Some((offset, c)) = rest.next() {
            match c {
                '\'' if rest.peek().is_some_and(|(_, next)| *next == '\'') => {
                    rest.next();
                    text.push('\'');
                }
                '\'' => {
                    self.at += offset + 2;
                    return Ok(Operand::Text(text.leak()));
                }
                c => text.push(c),
            }
        }
        self.expected("the closing ' of this text")
    }

    fn expression(&mut self, word: &str) -> Read<Operand> {
        let at = self.text.position(self.at);
        Ok(
            match expression::parse(word).map_err(|expected| (at, expected))? {
                Expression::Status => Operand::Status,
                Expression::Body(pointer) => Operand::Body(pointer.leak()),
                Expression::Header(name) => Operand::Header(name.leak()),
                Expression::Position => {
                    return Err((at, "a value; $position stands in outcomes only".to_owned()));
                }
                earlier => {
                    // What is no earlier value was told by the resolver; the stand-in is never used.
                    let none = Reference { step: 0, value: 0 };
                    Operand::Value((self.resolve)(&earlier, at).unwrap_or(none))
                }
            },
        )
    }
}

/// Reads the JSONPath `$.a.b[?@.key == "text"]`: the array has an object with that member.
pub(crate) fn contains(text: &Text, resolve: &mut Resolve<'_>) -> Read<Test> {
    let parts = split(&text.text);
    let Some((path, key, wanted)) = parts else {
        let expected =
            "$.path.of.the.list[?@.member == \"text\"], the one JSONPath that is supported";
        return Err((text.at, expected.to_owned()));
    };
    let start = wanted.as_ptr() as usize - text.text.as_ptr() as usize;
    let pieces = expression::pieces(wanted, |offset| text.position(start + offset))?;
    let mut equals = Writer::default();
    equals.pieces(&pieces, Form::Plain, resolve);
    let pointer: String = path.iter().flat_map(|name| ["/", name]).collect();
    Ok(Test::Contains {
        pointer: pointer.leak(),
        key: key.to_owned().leak(),
        equals: equals.finish(),
    })
}

/// Takes the query apart: the names on the way to the array, the member, the wanted text.
fn split(text: &str) -> Option<(Vec<&str>, &str, &str)> {
    let (path, filter) = text.trim().strip_suffix(']')?.split_once("[?")?;
    let filter = filter
        .strip_prefix('(')
        .map_or(Some(filter), |rest| rest.strip_suffix(')'))?;
    let (member, wanted) = filter.split_once("==")?;
    let key = member.trim().strip_prefix("@.")?;
    let wanted = wanted.trim().strip_prefix('"')?.strip_suffix('"')?;
    let path: Vec<&str> = match path.strip_prefix('$')? {
        "" => Vec::new(),
        path => path.strip_prefix('.')?.split('.').collect(),
    };
    let is_name = |name: &&str| expression::named(name).is_ok();
    let plain = !wanted.contains(['"', '\\']) && is_name(&key) && path.iter().all(is_name);
    plain.then_some((path, key, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::Style;

    const AT: Position = Position { line: 4, column: 9 };

    fn text(text: &str) -> Text {
        Text {
            text: text.to_owned(),
            at: AT,
            style: Style::Plain,
        }
    }

    fn read(condition: &str) -> Read<Test> {
        simple(&text(condition), &mut |_, _| {
            Some(Reference { step: 1, value: 2 })
        })
    }

    #[test]
    fn and_binds_closer_than_or() {
        let test =
            read("$statusCode == 200 || $response.body#/a > 1 && $response.header.X != 'it''s'");
        let expected = "Any([Compare(Status, Equal, Number(\"200\")), All([Compare(Body(\"/a\"), Greater, \
             Number(\"1\")), Compare(Header(\"x\"), NotEqual, Text(\"it's\"))])])";
        assert_eq!(format!("{:?}", test.unwrap()), expected);
    }

    #[test]
    fn parentheses_and_earlier_values_are_read() {
        let test = read("($steps.a.outputs.b==null)");
        let expected = "Compare(Value(Reference { step: 1, value: 2 }), Equal, Null)";
        assert_eq!(format!("{:?}", test.unwrap()), expected);
    }

    #[test]
    fn a_broken_condition_is_refused_at_its_place() {
        for (condition, column, expected) in [
            ("$statusCode", 20, "==, !="),
            ("$statusCode = 200", 21, "==, !="),
            ("$statusCode == ", 24, "an expression, a number"),
            ("$statusCode == \"200\"", 24, "an expression, a number"),
            ("$statusCode == 200 and", 28, "&&, ||"),
            ("($statusCode == 200", 28, "a closing )"),
            ("$response.body#/a == 'x", 30, "the closing '"),
            ("$respons == 1", 9, "$statusCode"),
            ("!$statusCode == 200", 9, "an expression, a number"),
        ] {
            let (at, found) = read(condition).unwrap_err();
            assert_eq!((at.line, at.column), (4, column), "{condition}");
            assert!(found.starts_with(expected), "{condition}: {found}");
        }
    }

    #[test]
    fn a_query_for_a_member_is_read_with_and_without_parentheses() {
        for query in [
            "$.a.rows[?@._id == \"{$steps.w.outputs.id}\"]",
            "$.a.rows[?(@._id==\"{$steps.w.outputs.id}\")]",
        ] {
            let test = contains(&text(query), &mut |_, _| {
                Some(Reference { step: 1, value: 2 })
            });
            let Test::Contains {
                pointer,
                key,
                equals,
            } = test.unwrap()
            else {
                unreachable!("a query is read as nothing else");
            };
            assert_eq!((pointer, key, equals.parts.len()), ("/a/rows", "_id", 1));
        }
    }

    #[test]
    fn other_queries_are_refused() {
        for query in [
            "$",
            "$.a[0]",
            "$..a[?@.b == \"c\"]",
            "$.a[?@.b == 1]",
            "$.a[?@.b != \"c\"]",
        ] {
            assert!(contains(&text(query), &mut |_, _| None).is_err(), "{query}");
        }
    }
}
