//! The parts of a query, in flat lists that refer to each other by number.

use super::slice::Slice;

/// A query for values, ready to run.
pub struct Query {
    /// The paths: the one that was asked for comes last, those in its filters before it.
    pub(super) paths: Vec<Path>,
    /// The filters.
    pub(super) filters: Vec<Vec<Op>>,
    /// The values that filters compare with.
    pub(super) literals: Vec<Literal>,
}

/// Why a text is no query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueryFault {
    /// The place in characters, the first being 1. One beyond the last stands for the end.
    pub column: usize,
    /// What is wrong there.
    pub reason: QueryReason,
}

/// What is wrong with the text of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryReason {
    /// A digit is missing.
    Digit,
    /// A place has a zero in front, or a zero has a minus.
    ZeroInPlace,
    /// A place that no array has.
    TooFar,
    /// A number with a zero in front.
    ZeroInNumber,
    /// A text in quotes is missing.
    Quoted,
    /// The closing quote is missing.
    ClosingQuote,
    /// A control character in quotes.
    ControlCharacter,
    /// A condition that goes on like nothing else does.
    EndOfCondition,
    /// A value as a condition.
    ValueAlone,
    /// A function as a condition.
    FunctionAlone,
    /// A path to several values in a comparison.
    SeveralValues,
    /// A side of a comparison is missing.
    Operand,
    /// A function of a path with something else.
    PathForFunction,
    /// A function that needs regular expressions.
    RegularExpression,
    /// A function that there is not.
    Function,
    /// A closing parenthesis is missing.
    ClosingParenthesis,
    /// There is no path.
    Empty,
    /// `@` outside a filter.
    AtOutsideFilter,
    /// A path that goes on like none does.
    Segment,
    /// The place of an item without brackets.
    PlaceAfterDot,
    /// A name is missing.
    Name,
    /// Selectors that go on like none do.
    EndOfSelectors,
    /// A name in brackets without quotes.
    NameWithoutQuotes,
    /// A selector is missing.
    Selector,
    /// Nested too deep.
    TooDeep,
    /// An escape that there is not.
    Escape,
    /// Half of a pair of escapes.
    HalfAPair,
}

/// A way from a value to others.
#[derive(Default)]
pub(super) struct Path {
    /// Whether it begins at the root (`$`), and not at the value that a filter looks at (`@`).
    pub(super) is_absolute: bool,
    pub(super) segments: Vec<Segment>,
}

impl Path {
    /// Whether it leads to one value at most, whatever the document.
    pub(super) fn is_singular(&self) -> bool {
        self.segments.iter().all(|segment| {
            let is_one = match segment.selectors.as_slice() {
                [Selector::Name(_)] => true,
                [Selector::Slice(slice)] => slice.is_index,
                _ => false,
            };
            is_one && !segment.descends
        })
    }
}

/// One step of a path.
#[derive(Default)]
pub(super) struct Segment {
    /// Whether it looks at all that a value contains (`..`), and not at its members or items alone.
    pub(super) descends: bool,
    pub(super) selectors: Vec<Selector>,
}

/// What a segment selects of the members or items of a value.
pub(super) enum Selector {
    /// The last member with this key.
    Name(String),
    /// All members or items.
    Wildcard,
    /// Items by their place.
    Slice(Slice),
    /// Those for which the filter with this number holds.
    Filter(u32),
}

/// One operation of a filter. It takes what it needs off a stack of values, and puts there what comes of it.
#[derive(Clone, Copy)]
pub(super) enum Op {
    /// Puts a literal there.
    Literal(u32),
    /// Follows the path with this number.
    Walk(u32, Goal),
    /// The function `length`.
    Length,
    /// Compares the two values that were put there last.
    Compare(Relation),
    /// Turns a verdict round.
    Not,
    /// Where the last verdict is this one, leaves it there and goes on at another operation: that decides an `&&` or an `||`.
    /// Any other verdict is taken away.
    Jump { on: bool, to: u32 },
}

/// What is asked of a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// All the values that it leads to.
    Nodes,
    /// Whether there are any.
    Exists,
    /// How many there are.
    Count,
    /// The only one.
    Single,
}

/// A comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A value that stands in a query.
pub(super) enum Literal {
    Null,
    Bool(bool),
    /// A number as JSON writes it.
    Number(String),
    Text(String),
}
