//! `rules`: the catalogue, or one rule explained, in Norwegian.

use std::process::ExitCode;

use anyhow::bail;
use samlerapport_validate as validate;

use super::output;

/// What is asked for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// A rule's code (K017) or name.
    code: Option<String>,
}

pub(super) fn execute(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.code {
        None => output::print(&list())?,
        Some(code) => match validate::rule_page(code) {
            Some(page) => output::print(&page)?,
            None => bail!("there is no rule {code}; `samlerapport rules` lists them"),
        },
    }
    Ok(ExitCode::SUCCESS)
}

/// A line a rule: code, name, title.
fn list() -> String {
    validate::catalogue()
        .iter()
        .map(|rule| {
            let trial = if rule.trial { " (på prøve)" } else { "" };
            let (code, name, title) = (rule.code, rule.name, rule.title.nb);
            format!("{code}  {name:<32} {title}{trial}\n")
        })
        .collect()
}
