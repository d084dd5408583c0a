//! What an SQL statement does, as far as its words say: whether it only reads, of which table, and of which of its rows.

use super::tokens::{Token, tokens};

/// An SQL statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// What it does.
    pub verb: Verb,
    /// The table, if one is named.
    pub table: Option<String>,
    /// Whether it has a WHERE, without which it acts on every row.
    pub has_where: bool,
}

/// What a statement does, the least harm first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// It reads.
    Select,
    /// It adds rows.
    Insert,
    /// It begins with a word that is none of the others.
    Other,
    /// It changes rows.
    Update,
    /// It removes rows.
    Delete,
}

impl Statement {
    /// Reads a text with statements, and returns the one that does the most harm; `None` if there is nothing.
    pub fn gravest(text: &str) -> Option<Self> {
        let tokens = tokens(text);
        let all = tokens.split(|token| *token == Token::End);
        all.filter_map(Self::of).max_by_key(|one| one.verb)
    }

    /// Whether it changes something.
    pub fn writes(&self) -> bool {
        self.verb != Verb::Select
    }

    /// Whether it acts on every row of its table.
    pub fn is_of_all_rows(&self) -> bool {
        matches!(self.verb, Verb::Update | Verb::Delete) && !self.has_where
    }

    fn of(tokens: &[Token]) -> Option<Self> {
        let first = tokens.first()?;
        // What stands before the statement itself gives names to others.
        let own = match first.is("with") {
            true => tokens.iter().position(|token| Verb::of(token).is_some()),
            false => None,
        };
        let own = tokens.get(own.unwrap_or(0)..)?;
        let verb = own.first().and_then(Verb::of).unwrap_or(Verb::Other);
        let before_table = match verb {
            Verb::Update => "update",
            Verb::Insert => "into",
            Verb::Select | Verb::Delete | Verb::Other => "from",
        };
        let place = own.iter().position(|token| token.is(before_table));
        let table = place.and_then(|place| own.get(place + 1));
        Some(Self {
            verb,
            table: table.and_then(Token::name),
            has_where: own.iter().any(|token| token.is("where")),
        })
    }
}

impl Verb {
    fn of(token: &Token) -> Option<Self> {
        const VERBS: [(&str, Verb); 4] = [
            ("select", Verb::Select),
            ("insert", Verb::Insert),
            ("update", Verb::Update),
            ("delete", Verb::Delete),
        ];
        let mut verbs = VERBS.into_iter();
        verbs.find(|(word, _)| token.is(word)).map(|(_, verb)| verb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_statement_does_is_told_by_its_words() {
        use Verb::{Delete, Insert, Other, Select, Update};
        for (text, verb, table, has_where) in [
            ("SELECT * FROM Contacts", Select, Some("Contacts"), false),
            (
                "  select Name from `My table` where Age > 3",
                Select,
                Some("My table"),
                true,
            ),
            ("-- delete from x\nSELECT 1", Select, None, false),
            ("/* UPDATE x SET y = 1 */ SELECT 1", Select, None, false),
            (
                "update Contacts set Age = 3",
                Update,
                Some("Contacts"),
                false,
            ),
            (
                "UPDATE `A``B` SET x = 'where' WHERE y = 1",
                Update,
                Some("A``B"),
                true,
            ),
            ("UPDATE T SET x = 'it''s where'", Update, Some("T"), false),
            ("UPDATE T SET x = 'it\\'s where'", Update, Some("T"), false),
            (
                "UPDATE T SET x = '-- ' WHERE y = 1",
                Update,
                Some("T"),
                true,
            ),
            (
                "UPDATE T SET x = 1 -- WHERE y = 1",
                Update,
                Some("T"),
                false,
            ),
            ("DELETE FROM T", Delete, Some("T"), false),
            (
                "Delete From \"T\" Where a in (select b from c)",
                Delete,
                Some("T"),
                true,
            ),
            (
                "DELETE FROM T LIMIT (SELECT 1 FROM x WHERE y)",
                Delete,
                Some("T"),
                false,
            ),
            (
                "/* a */ -- b\n DELETE/**/FROM/**/T",
                Delete,
                Some("T"),
                false,
            ),
            (
                "insert into Büro (a) values ('where')",
                Insert,
                Some("Büro"),
                false,
            ),
            (
                "WITH x AS (SELECT 1) SELECT * FROM x",
                Select,
                Some("x"),
                false,
            ),
            (
                "with x as (delete from y) delete from T where a",
                Delete,
                Some("T"),
                true,
            ),
            ("WITH x", Other, None, false),
            ("SELECT 1; DELETE FROM T;", Delete, Some("T"), false),
            (
                "DELETE FROM T; SELECT 1 FROM U WHERE x",
                Delete,
                Some("T"),
                false,
            ),
            ("DROP TABLE T", Other, None, false),
            ("(DELETE FROM T)", Delete, None, false),
            ("(SELECT 1)", Select, None, false),
            ("`delete` from T", Other, Some("T"), false),
            ("DELETE FROM 'T", Delete, Some(""), false),
        ] {
            let read = Statement::gravest(text).unwrap();
            let table = table.map(ToOwned::to_owned);
            assert_eq!((read.verb, read.has_where), (verb, has_where), "{text}");
            assert!(
                read.table == table || table.as_deref() == Some(""),
                "{text}: {read:?}"
            );
        }
        for empty in ["", "  \n", ";", "-- SELECT", "/* DELETE"] {
            assert_eq!(Statement::gravest(empty), None, "{empty}");
        }
    }

    #[test]
    fn only_changes_of_rows_without_a_condition_are_of_all_rows() {
        for (text, writes, is_of_all) in [
            ("SELECT * FROM T", false, false),
            ("INSERT INTO T (a) VALUES (1)", true, false),
            ("UPDATE T SET a = 1", true, true),
            ("UPDATE T SET a = 1 WHERE b", true, false),
            ("DELETE FROM T", true, true),
            ("TRUNCATE T", true, false),
        ] {
            let read = Statement::gravest(text).unwrap();
            assert_eq!(
                (read.writes(), read.is_of_all_rows()),
                (writes, is_of_all),
                "{text}"
            );
        }
    }
}
