//! Door to polars: facts become columns, columns become sums per group.
//!
//! Whole numbers and indices alone go in, so that sums depend on no order; the
//! result is always sorted, since a group-by promises none.

use polars::prelude::{Column, DataFrame, Expr, IntoLazy, PolarsError, SortMultipleOptions, col};

use crate::measure::Measure;

/// Something that adds to a figure of one chapter.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact {
    pub(crate) chapter: u32,
    pub(crate) county: u32,
    pub(crate) region: u32,
    pub(crate) measure: Measure,
    pub(crate) amount: u64,
}

/// What facts are added up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Chapter,
    County,
    Region,
    All,
}

/// A figure of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sum {
    /// The index of the chapter, county or region; 0 for all.
    pub(crate) group: u32,
    pub(crate) measure: Measure,
    pub(crate) amount: u64,
}

/// That the columns could not be added up; says nothing about any chapter's data.
#[derive(Debug, thiserror::Error)]
#[error("cannot add up the accepted reports: {0}")]
pub struct AddUpError(String);

impl From<PolarsError> for AddUpError {
    fn from(error: PolarsError) -> Self {
        Self(error.to_string())
    }
}

/// The facts as columns.
pub(crate) struct Frame(DataFrame);

impl Frame {
    /// Lays the facts out in columns.
    pub(crate) fn of(facts: &[Fact]) -> Result<Self, AddUpError> {
        let pick = |name: &str, of: fn(&Fact) -> u32| {
            Column::new(name.into(), facts.iter().map(of).collect::<Vec<u32>>())
        };
        let amounts: Vec<u64> = facts.iter().map(|fact| fact.amount).collect();
        let columns = vec![
            pick("chapter", |fact| fact.chapter),
            pick("county", |fact| fact.county),
            pick("region", |fact| fact.region),
            pick("all", |_| 0),
            pick("measure", |fact| fact.measure.code()),
            Column::new("amount".into(), amounts),
        ];
        Ok(Self(DataFrame::new(facts.len(), columns)?))
    }

    /// The sums of every measure per group, by group and measure.
    pub(crate) fn sums(&self, level: Level) -> Result<Vec<Sum>, AddUpError> {
        let keys: [Expr; 2] = [col(level.column()), col("measure")];
        let sums = self
            .0
            .clone()
            .lazy()
            .group_by(keys.clone())
            .agg([col("amount").sum()])
            .sort_by_exprs(keys, SortMultipleOptions::default())
            .collect()?;
        let groups = sums.column(level.column())?.u32()?.into_no_null_iter();
        let measures = sums.column("measure")?.u32()?.into_no_null_iter();
        let amounts = sums.column("amount")?.u64()?.into_no_null_iter();
        Ok(groups
            .zip(measures)
            .zip(amounts)
            .filter_map(|((group, code), amount)| {
                Some(Sum {
                    group,
                    measure: Measure::from_code(code)?,
                    amount,
                })
            })
            .collect())
    }
}

impl Level {
    fn column(self) -> &'static str {
        match self {
            Self::Chapter => "chapter",
            Self::County => "county",
            Self::Region => "region",
            Self::All => "all",
        }
    }
}
