//! What is measured, as it stands in the table.

use std::fmt::{Display, Formatter, Result};

/// A figure.
#[derive(Clone)]
pub(crate) struct Figure {
    /// What it is.
    pub(crate) name: &'static str,
    pub(crate) unit: Unit,
    pub(crate) value: f64,
}

/// How a figure is written.
#[derive(Clone, Copy)]
pub(crate) enum Unit {
    /// A time, in milliseconds.
    Time,
    /// How long a frame took, in milliseconds.
    Frame,
    /// The longest task, in milliseconds; 0 where the browser told of none.
    Task,
    /// Memory, in bytes.
    Memory,
    /// How many.
    Count,
    /// A share of a whole.
    Share,
    /// How much came over the network, in bytes.
    Size,
}

impl Figure {
    pub(crate) fn new(name: &'static str, unit: Unit, value: f64) -> Self {
        Self { name, unit, value }
    }
}

impl Display for Figure {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let value = self.value;
        match self.unit {
            Unit::Task if value == 0.0 => write!(f, "under 50"),
            Unit::Time | Unit::Task | Unit::Count => write!(f, "{value:.0}"),
            Unit::Frame => write!(f, "{value:.1}"),
            Unit::Share => write!(f, "{value:.3}"),
            Unit::Memory => write!(f, "{:.1} MB", value / 1e6),
            Unit::Size => write!(f, "{:.1} kB", value / 1e3),
        }
    }
}

/// Says what a run gave.
pub(crate) fn print(figures: &[Figure]) {
    for figure in figures {
        println!("  {:>9}  {}", figure.to_string(), figure.name);
    }
}

/// Returns the median of each figure of several runs.
pub(crate) fn medians(runs: &[Vec<Figure>]) -> Vec<Figure> {
    let first = runs.first().expect("a run");
    let of = |(i, figure): (usize, &Figure)| Figure {
        value: median(runs.iter().map(|run| run[i].value).collect()),
        ..figure.clone()
    };
    first.iter().enumerate().map(of).collect()
}

/// Returns the value in the middle; of an even number the upper one of the two.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
