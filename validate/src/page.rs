//! The catalogue as a Norwegian page, and one rule as text for the terminal.

use crate::catalogue::{catalogue, rule};
use crate::rule::{Basis, Rule, Scope, Severity};

/// A case of a rule's fixture, as far as the page tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The rule's name.
    pub rule: String,
    /// Whether the rule speaks; else the case is in order.
    pub wrong: bool,
    /// What the case starts from beside the sound set: forms that it changes, settings.
    pub given: String,
    /// What the case shows, in a few words.
    pub title: String,
    /// What is said of it, in bokmål; empty when the case is in order.
    pub said: Vec<String>,
}

/// The whole catalogue as Markdown, with the examples under their rules.
pub fn rules_page(examples: &[Example]) -> String {
    let mut page = String::from(INTRODUCTION);
    page.push_str("\n| kode | hva som er galt | gjelder | følge |\n| --- | --- | --- | --- |\n");
    for rule in catalogue() {
        page.push_str(&table_row(rule));
    }
    for rule in catalogue() {
        page.push_str(&section(rule, examples));
    }
    page
}

/// One rule explained, by its code or its name; `None` when there is no such rule.
pub fn rule_page(code_or_name: &str) -> Option<String> {
    let wanted = code_or_name.trim();
    let rule = rule(wanted).or_else(|| rule(&wanted.to_uppercase()))?;
    Some(format!(
        "{code} {title}\n{facts}\n\nHvorfor: {why}\nHva laget kan gjøre: {remedy}\n\nNynorsk: {title_nn}. {why_nn} {remedy_nn}\n",
        code = rule.code,
        title = rule.title.nb,
        facts = facts(rule),
        why = rule.why.nb,
        remedy = rule.remedy.nb,
        title_nn = rule.title.nn,
        why_nn = rule.why.nn,
        remedy_nn = rule.remedy.nn,
    ))
}

const INTRODUCTION: &str = "# Reglene

Siden er laget av programmet. Ikke rett den for hånd.

En regel gjelder hele skjemaet eller én rad. Følgen er en av disse:

- **retur**: skjemaet går tilbake til laget og teller ikke som det er.
- **ikke medregnet**: raden teller ikke.
- **mangelfull**: raden teller når laget har rettet den.
- **til avklaring**: rådgiveren avgjør; skjemaet eller raden teller ikke før det.
- **merknad**: laget får vite det, og det teller likevel.

Tabellen under en regel kommer fra prøvene som regelen må bestå. Hver prøve starter med et sett skjemaer der alt er i
orden. «Gitt» sier hvilket skjema som er endret, og hvilke innstillinger som er andre enn de vanlige.
";

fn table_row(rule: &Rule) -> String {
    format!(
        "| [{code}](#{anchor}) | {title} | {scope} | {effect} |\n",
        code = rule.code,
        anchor = rule.code.to_lowercase(),
        title = rule.title.nb,
        scope = scope(rule),
        effect = effect(rule),
    )
}

fn section(rule: &Rule, examples: &[Example]) -> String {
    let mut section = format!(
        "\n## {code}\n\n**{title}.** {facts}\n\nHvorfor: {why}\n\nHva laget kan gjøre: {remedy}\n",
        code = rule.code,
        title = rule.title.nb,
        facts = facts(rule),
        why = rule.why.nb,
        remedy = rule.remedy.nb,
    );
    let mut own = examples
        .iter()
        .filter(|example| example.rule == rule.name)
        .peekable();
    if own.peek().is_some() {
        section.push_str("\n| gitt | når | så |\n| --- | --- | --- |\n");
    }
    section.extend(own.map(example_row));
    section
}

fn example_row(example: &Example) -> String {
    let said = if example.wrong {
        example.said.join(" ")
    } else {
        "I orden.".to_owned()
    };
    let (given, when) = (cell(&example.given), cell(&example.title));
    format!("| {given} | {when} | {} |\n", cell(&said))
}

fn facts(rule: &Rule) -> String {
    let mut facts = format!(
        "`{name}` · gjelder {scope} · {effect} · fra grunnlagsåret {since}",
        name = rule.name,
        scope = scope(rule),
        effect = effect(rule),
        since = rule.since,
    );
    match rule.rests_on {
        Basis::Law => facts.push_str(" · lovens minstekrav"),
        Basis::Fact => facts.push_str(" · ligger fast"),
        Basis::House => {}
    }
    if rule.trial {
        facts.push_str(" · på prøve");
    }
    facts
}

fn scope(rule: &Rule) -> &'static str {
    match rule.scope {
        Scope::Report => "skjemaet",
        Scope::Row => "raden",
    }
}

fn effect(rule: &Rule) -> &'static str {
    match (rule.scope, rule.severity) {
        (Scope::Report, Severity::Error) => "retur",
        (Scope::Row, Severity::Error) if rule.mendable => "mangelfull",
        (Scope::Row, Severity::Error) => "ikke medregnet",
        (Scope::Report | Scope::Row, Severity::Wait) => "til avklaring",
        (Scope::Report | Scope::Row, Severity::Remark) => "merknad",
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
