//! Reads an expression by precedence climbing.

use super::parse::Parser;
use super::token::Token;
use super::tree::{Expression, Operator};
use crate::json::Value;

/// Deeper expressions are refused, so that reading and computing them ends.
const MAX_DEPTH: u32 = 64;
/// A statement has no more operators than this, for the same reason.
const MAX_OPERATIONS: u32 = 500;

/// The operators with how tightly they bind.
const SIGNS: &[(&str, Operator, u8)] = &[
    ("=", Operator::Equal, 4),
    ("==", Operator::Equal, 4),
    ("<>", Operator::NotEqual, 4),
    ("!=", Operator::NotEqual, 4),
    ("<=", Operator::LessOrEqual, 4),
    (">=", Operator::GreaterOrEqual, 4),
    ("<", Operator::Less, 4),
    (">", Operator::Greater, 4),
    ("+", Operator::Add, 5),
    ("-", Operator::Subtract, 5),
    ("*", Operator::Multiply, 6),
    ("/", Operator::Divide, 6),
    ("%", Operator::Remainder, 6),
];
const OR: u8 = 1;
const AND: u8 = 2;
const NOT: u8 = 3;
const COMPARISON: u8 = 4;
const SIGN: u8 = 7;

/// Reads an expression.
pub(super) fn read(parser: &mut Parser) -> Result<Expression, String> {
    binding(parser, 0)
}

/// Reads what binds at least as tightly as `least`.
fn binding(parser: &mut Parser, least: u8) -> Result<Expression, String> {
    parser.depth += 1;
    if parser.depth > MAX_DEPTH {
        return Err("the expression is too deep".to_owned());
    }
    let mut left = operand(parser)?;
    while let Some(read) = operation(parser, least, &mut left) {
        read?;
        // A chain such as `a + a + a` makes a tree as deep as it is long.
        parser.operations += 1;
        if parser.operations > MAX_OPERATIONS {
            return Err("the expression is too long".to_owned());
        }
    }
    parser.depth -= 1;
    Ok(left)
}

/// Reads an operator and what stands to its right, if there is one that binds tightly enough.
fn operation(parser: &mut Parser, least: u8, left: &mut Expression) -> Option<Result<(), String>> {
    let binary = if least <= OR && parser.word("or") {
        Some((Operator::Or, AND))
    } else if least <= AND && parser.word("and") {
        Some((Operator::And, NOT))
    } else {
        let sign = SIGNS
            .iter()
            .find(|(sign, _, power)| *power >= least && parser.sign(sign));
        sign.map(|&(_, operator, power)| (operator, power + 1))
    };
    let taken = std::mem::replace(left, Expression::Constant(Value::Null));
    let result = match binary {
        Some((operator, power)) => binding(parser, power)
            .map(|right| Expression::Binary(operator, Box::new(taken), Box::new(right))),
        None if least <= COMPARISON => match predicate(parser, taken) {
            Ok(found) => found,
            Err(unchanged) => {
                *left = unchanged;
                return None;
            }
        },
        None => {
            *left = taken;
            return None;
        }
    };
    Some(result.map(|expression| *left = expression))
}

/// Reads IS NULL, IN, BETWEEN or LIKE; gives the operand back where none of them follows.
fn predicate(
    parser: &mut Parser,
    operand: Expression,
) -> Result<Result<Expression, String>, Expression> {
    let operand = Box::new(operand);
    if parser.words(&["is", "not", "null"]) {
        return Ok(Ok(Expression::Not(Box::new(Expression::IsNull(operand)))));
    }
    if parser.words(&["is", "null"]) {
        return Ok(Ok(Expression::IsNull(operand)));
    }
    let (negated, keyword) = match KEYWORDS
        .iter()
        .find(|keyword| parser.words(&["not", keyword]))
    {
        Some(keyword) => (true, *keyword),
        None => match KEYWORDS.iter().find(|keyword| parser.word(keyword)) {
            Some(keyword) => (false, *keyword),
            None => return Err(*operand),
        },
    };
    let read = match keyword {
        "in" => in_list(parser, operand),
        "between" => between(parser, operand),
        _ => binding(parser, SIGN - 2).map(|pattern| Expression::Like {
            text: operand,
            pattern: Box::new(pattern),
        }),
    };
    Ok(read.map(|read| {
        if negated {
            Expression::Not(Box::new(read))
        } else {
            read
        }
    }))
}

const KEYWORDS: &[&str] = &["in", "between", "like"];

fn in_list(parser: &mut Parser, value: Box<Expression>) -> Result<Expression, String> {
    if !parser.sign("(") {
        return Err("syntax error: ( is missing".to_owned());
    }
    let list = parser.list()?;
    close(parser)?;
    Ok(Expression::In { value, list })
}

fn between(parser: &mut Parser, value: Box<Expression>) -> Result<Expression, String> {
    let least = Box::new(binding(parser, SIGN - 2)?);
    if !parser.word("and") {
        return Err("syntax error: AND is missing".to_owned());
    }
    let most = Box::new(binding(parser, SIGN - 2)?);
    Ok(Expression::Between { value, least, most })
}

fn operand(parser: &mut Parser) -> Result<Expression, String> {
    if parser.word("not") {
        return binding(parser, NOT).map(|operand| Expression::Not(Box::new(operand)));
    }
    if parser.sign("-") {
        // Subtracting from zero would round a long number.
        if let Some(number) = parser.negative() {
            return Ok(Expression::Constant(number));
        }
        let zero = Box::new(Expression::Constant(0.into()));
        let operand = Box::new(binding(parser, SIGN)?);
        return Ok(Expression::Binary(Operator::Subtract, zero, operand));
    }
    if parser.sign("(") {
        let inner = read(parser)?;
        close(parser)?;
        return Ok(inner);
    }
    let name = |name, may_be_text| Ok(Expression::Name { name, may_be_text });
    match parser.next() {
        Some(Token::Number(value)) => Ok(Expression::Constant(value)),
        Some(Token::Text(text)) => Ok(Expression::Constant(text.into())),
        Some(Token::Parameter(place)) => Ok(Expression::Parameter(place)),
        Some(Token::Name(text)) => name(text, false),
        Some(Token::NameOrText(text)) => name(text, true),
        Some(Token::Word(word)) if parser.sign("(") => call(parser, word),
        Some(Token::Word(word)) => match word.to_ascii_lowercase().as_str() {
            "null" => Ok(Expression::Constant(Value::Null)),
            "true" => Ok(Expression::Constant(true.into())),
            "false" => Ok(Expression::Constant(false.into())),
            "select" => Err("unsupported statement: subqueries".to_owned()),
            // `table.column`: there is only one table.
            _ if parser.sign(".") => qualified(parser),
            _ => name(word, false),
        },
        _ => Err("syntax error: an expression is missing".to_owned()),
    }
}

fn qualified(parser: &mut Parser) -> Result<Expression, String> {
    match parser.next() {
        Some(Token::Word(name) | Token::Name(name)) => Ok(Expression::Name {
            name,
            may_be_text: false,
        }),
        _ => Err("syntax error: a name is missing".to_owned()),
    }
}

fn call(parser: &mut Parser, name: String) -> Result<Expression, String> {
    if parser.sign("*") {
        close(parser)?;
        return Ok(Expression::Call {
            name,
            arguments: None,
        });
    }
    if parser.sign(")") {
        return Ok(Expression::Call {
            name,
            arguments: Some(Vec::new()),
        });
    }
    let arguments = Some(parser.list()?);
    close(parser)?;
    Ok(Expression::Call { name, arguments })
}

fn close(parser: &mut Parser) -> Result<(), String> {
    if parser.sign(")") {
        Ok(())
    } else {
        Err("syntax error: ) is missing".to_owned())
    }
}
