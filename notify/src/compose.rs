//! Door to the template engine: what is to be told becomes a letter.
//!
//! Compose decides nothing about sending. Each letter has its structure in
//! `templates/<letter>.txt` and `.html`, and its words in `<letter>.nb` and `.nn`.

use chrono::NaiveDate;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, Value};
use samlerapport_ingest::{Language, sha256};
use serde::Serialize;

use crate::letter::{Address, Letter, LetterKind};
use crate::recipients::Route;

mod adviser;
mod chapter;
mod finance;
mod norwegian;
mod places;
#[cfg(test)]
mod tests;
mod wrap;

pub use adviser::{BookNews, RegionNews};
pub use chapter::{Occasion, Since};
pub use finance::{Headline, WorkbookNews};

/// File names longer than this are cut.
const FILE_NAME: usize = 80;

/// What all letters of an organisation share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSettings {
    /// The organisation's name, under every letter.
    pub organisation: String,
    /// The address that letters come from.
    pub from: Address,
    /// The written standard of letters to the secretariat.
    pub language: Language,
    /// The basis year.
    pub basis_year: i32,
    /// The day until which the chapters' forms are asked for.
    pub deadline: NaiveDate,
    /// Today: only whether the deadline has passed depends on it.
    pub today: NaiveDate,
}

/// Why a letter could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// A template is broken.
    #[error("the template of a letter cannot be filled in")]
    Template(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The register names nobody whom this could be told.
    #[error("the register has no address for the letter {0:?}")]
    NobodyToTell(LetterKind),
}

/// Writes letters; holds the templates.
#[derive(Debug)]
pub struct Composer {
    templates: Environment<'static>,
}

/// Where a letter goes, whom it is about, and in which written standard.
pub(crate) struct Envelope {
    pub(crate) kind: LetterKind,
    pub(crate) route: Route,
    pub(crate) language: Language,
}

/// The templates, by the name that they call each other by.
const TEMPLATES: [(&str, &str); 16] = [
    ("subject", include_str!("../templates/subject.txt")),
    ("paper.html", include_str!("../templates/paper.html")),
    ("point.txt", include_str!("../templates/point.txt")),
    ("point.html", include_str!("../templates/point.html")),
    ("chapter.txt", include_str!("../templates/chapter.txt")),
    ("chapter.html", include_str!("../templates/chapter.html")),
    ("chapter.nb", include_str!("../templates/chapter.nb")),
    ("chapter.nn", include_str!("../templates/chapter.nn")),
    ("adviser.txt", include_str!("../templates/adviser.txt")),
    ("adviser.html", include_str!("../templates/adviser.html")),
    ("adviser.nb", include_str!("../templates/adviser.nb")),
    ("adviser.nn", include_str!("../templates/adviser.nn")),
    ("finance.txt", include_str!("../templates/finance.txt")),
    ("finance.html", include_str!("../templates/finance.html")),
    ("finance.nb", include_str!("../templates/finance.nb")),
    ("finance.nn", include_str!("../templates/finance.nn")),
];

impl Composer {
    /// Reads the templates, which are part of the program.
    pub fn new() -> Result<Self, ComposeError> {
        let mut templates = Environment::new();
        templates.set_undefined_behavior(UndefinedBehavior::Strict);
        let syntax = SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .map_err(broken)?;
        templates.set_syntax(syntax);
        for (name, source) in TEMPLATES {
            templates.add_template(name, source).map_err(broken)?;
        }
        Ok(Self { templates })
    }

    /// Fills a letter's templates in.
    ///
    /// `news` is what the letter tells, free of words, addresses and the day.
    pub(crate) fn write<F: Serialize>(
        &self,
        envelope: Envelope,
        settings: &LetterSettings,
        facts: &F,
        news: &str,
    ) -> Result<Letter, ComposeError> {
        let name = match envelope.kind {
            LetterKind::Chapter(_) => "chapter",
            LetterKind::Adviser(_) | LetterKind::Operations => "adviser",
            LetterKind::Finance => "finance",
        };
        let tag = norwegian::tag(envelope.language);
        let page = Value::from(Serde(Page {
            words: format!("{name}.{tag}"),
            language: tag,
            organisation: &settings.organisation,
            year: settings.basis_year,
            l: facts,
        }));
        let subject = self.fill("subject", &page)?;
        let text = self.fill(&format!("{name}.txt"), &page)?;
        let html = self.fill(&format!("{name}.html"), &page)?;
        let told = format!("{:?}\n{}\n{news}", envelope.kind, settings.basis_year);
        Ok(Letter {
            content_digest: sha256(told.as_bytes()),
            kind: envelope.kind,
            from: settings.from.clone(),
            to: envelope.route.to,
            cc: envelope.route.cc,
            reply_to: envelope.route.reply_to,
            subject: subject.trim().to_owned(),
            text: wrap::wrap(&text),
            html: wrap::tidy(&html),
            language: envelope.language,
            points: Vec::new(),
        })
    }

    fn fill(&self, name: &str, page: &Value) -> Result<String, ComposeError> {
        self.templates
            .get_template(name)
            .and_then(|template| template.render(page.clone()))
            .map_err(broken)
    }
}

/// What every template is given.
#[derive(Serialize)]
struct Page<'a, F> {
    words: String,
    language: &'static str,
    organisation: &'a str,
    year: i32,
    l: &'a F,
}

fn broken(error: minijinja::Error) -> ComposeError {
    ComposeError::Template(Box::new(error))
}
