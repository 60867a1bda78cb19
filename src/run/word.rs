//! Word: verdicts and gaps become letters, when their time has come.

use chrono::{DateTime, TimeDelta, Utc};
use samlerapport_notify::{
    Address, BookNews, ComposeError, Composer, Letter, LetterSettings, Occasion, RegionNews, Since,
    ToldPoint, WorkbookNews,
};
use samlerapport_validate::Hearing;
use std::collections::{BTreeMap, BTreeSet};

use super::compile::{self, Compiled};
use super::hear::Hearings;
use super::{Site, Summary, books};
use crate::cores;
use crate::ledger::{HeardKey, LastLetter, QueuedLetter};

/// What the step adds to the judgement that is recorded.
#[derive(Debug, Default)]
pub(super) struct Worded {
    pub(super) letters: Vec<QueuedLetter>,
    /// Hearings that these letters tell, or that need no letter.
    pub(super) keys: Vec<HeardKey>,
    /// Addressees to whom there is nothing to say any more.
    pub(super) withdrawn: Vec<String>,
}

pub(super) fn word(
    site: &Site,
    heard: &mut Hearings,
    compiled: Option<&Compiled>,
    summary: &mut Summary,
) -> anyhow::Result<Worded> {
    let composer = Composer::new()?;
    let settings = settings(site);
    let mut worded = Worded::default();
    chapters(site, heard, compiled, &(&composer, &settings), &mut worded)?;
    if let Some(compiled) = compiled {
        regions(site, compiled, &(&composer, &settings), &mut worded)?;
    }
    summary.letters_queued += worded.letters.len();
    Ok(worded)
}

type Desk<'a> = (&'a Composer, &'a LetterSettings);

/// Chapters whose outcome has not been told and whose deliveries have been still.
fn chapters(
    site: &Site,
    heard: &mut Hearings,
    compiled: Option<&Compiled>,
    (composer, settings): &Desk<'_>,
    worded: &mut Worded,
) -> anyhow::Result<()> {
    let still = still(site)?;
    let readdressed: BTreeSet<String> = site
        .ledger
        .unsent_by_another_register(site.config.basis_year, &site.register_digest)?
        .into_iter()
        .collect();
    let before = Before::of(site)?;
    let due: Vec<HeardKey> = heard
        .outcomes
        .iter()
        .filter(|(key, outcome)| {
            let still = still.get(*key).copied().unwrap_or(true);
            let news = !outcome.worded || before.unanswered.contains(*key);
            (news && still) || readdressed.contains(&addressee(key))
        })
        .map(|(key, _)| key.clone())
        .collect();
    if due.is_empty() {
        return Ok(());
    }
    if compiled.is_none() {
        heard.load(site)?;
    }
    let hearings: BTreeMap<&str, &Hearing> = compiled
        .map_or_else(
            || heard.all.values().collect::<Vec<_>>(),
            |compiled| compiled.hearings.iter().collect(),
        )
        .into_iter()
        .filter_map(|hearing| Some((hearing.chapter.as_deref()?, hearing)))
        .collect();
    let mut tasks = Vec::with_capacity(due.len());
    for key in due {
        if let Some(hearing) = hearings.get(key.as_str()) {
            tasks.push(Task {
                occasion: occasion(site, hearing),
                hearing,
                sent: Before::letter(site, &key)?,
                repeated: before.repeats.get(&key).map(DateTime::to_rfc3339),
                unanswered: before.unanswered.contains(&key),
                addressee: addressee(&key),
            });
        }
        worded.keys.push(key);
    }
    let register = site.register.as_ref();
    let letters = cores::on_all(&tasks, |_, task| {
        let since = Since {
            points: &task.sent,
            repeated: task.repeated.as_deref(),
            repeated_since: task.unanswered,
        };
        let told = (task.occasion, since);
        composer.next_chapter_letter(settings, register, task.hearing, told)
    });
    for (task, letter) in tasks.into_iter().zip(letters) {
        queue_if_told(site, task.addressee, letter, worded)?;
    }
    Ok(())
}

/// A chapter's letter to be worded.
struct Task<'h> {
    hearing: &'h Hearing,
    occasion: Occasion,
    sent: Vec<ToldPoint>,
    repeated: Option<String>,
    unanswered: bool,
    addressee: String,
}

/// What the chapters were told before, and what has come a second time since.
struct Before {
    /// When each chapter last handed in bytes that had come before.
    repeats: BTreeMap<HeardKey, DateTime<Utc>>,
    /// Chapters that did so after a letter that asked them to mend something.
    unanswered: BTreeSet<HeardKey>,
}

impl Before {
    fn of(site: &Site) -> anyhow::Result<Self> {
        let mut before = Self {
            repeats: site.ledger.last_repeats()?.into_iter().collect(),
            unanswered: BTreeSet::new(),
        };
        for (key, repeated) in &before.repeats {
            let year = site.config.basis_year;
            let Some((letter, queued)) = site.ledger.last_sent(&addressee(key), year)? else {
                continue;
            };
            if *repeated > queued && !points(&letter).is_empty() {
                before.unanswered.insert(key.clone());
            }
        }
        Ok(before)
    }

    /// What the last letter that left asked the chapter to mend.
    fn letter(site: &Site, key: &str) -> anyhow::Result<Vec<ToldPoint>> {
        let year = site.config.basis_year;
        let sent = site.ledger.last_sent(&addressee(key), year)?;
        Ok(sent.map(|(letter, _)| points(&letter)).unwrap_or_default())
    }
}

/// A letter from another version tells nothing.
fn points(letter: &str) -> Vec<ToldPoint> {
    serde_json::from_str::<Letter>(letter).map_or_else(|_| Vec::new(), |letter| letter.points)
}

/// A chapter that has handed in nothing is reminded once the date has passed.
fn occasion(site: &Site, hearing: &Hearing) -> Occasion {
    let late = site.request.now.today > site.config.deadline;
    if hearing.forms.is_empty() && late && site.config.mail.remind {
        Occasion::Reminder
    } else {
        Occasion::News
    }
}

/// Each region's digest, when it says something new.
fn regions(
    site: &Site,
    compiled: &Compiled,
    (composer, settings): &Desk<'_>,
    worded: &mut Worded,
) -> anyhow::Result<()> {
    let workbook = compile::workbook_path(site)?.display().to_string();
    let inbox = site.config.folders.inbox.display().to_string();
    let last = site.ledger.last_decisions(site.config.basis_year)?;
    let hearings: Vec<&Hearing> = compiled.hearings.iter().collect();
    let nobodys = RegionNews {
        gaps: &compiled.gaps,
        totals: &compiled.totals,
        workbook: &workbook,
        book: None,
    };
    for region in &site.register.regions {
        let path = books::path(site, &region.name).display().to_string();
        let waiting = books::waiting(site, &hearings, &region.name, &last);
        let complaints = site
            .ledger
            .complaints(&region.name, site.config.basis_year)?;
        let news = RegionNews {
            book: Some(BookNews {
                path: &path,
                inbox: &inbox,
                forms: waiting.forms,
                rows: waiting.rows,
                filled: books::is_filled(site, &region.name)?,
                unused: &complaints,
            }),
            ..nobodys
        };
        let letter = composer.adviser_letter(settings, &site.register, &region.name, &news);
        let addressee = format!("adviser:{}", region.name);
        queue_if_told(site, addressee, letter, worded)?;
    }
    let letter = composer.operations_letter(settings, &site.register, &nobodys);
    queue_if_told(site, "operations".to_owned(), letter, worded)
}

/// Queues what was worded; that nobody can be told is for the operator to mend.
fn queue_if_told(
    site: &Site,
    addressee: String,
    letter: Result<Option<Letter>, ComposeError>,
    worded: &mut Worded,
) -> anyhow::Result<()> {
    match letter {
        Ok(Some(letter)) => queue(site, addressee, &letter, worded),
        Ok(None) => {
            worded.withdrawn.push(addressee);
            Ok(())
        }
        Err(ComposeError::NobodyToTell(_)) => {
            tracing::warn!("nobody_to_tell");
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// The letter to finance; `None` when the register names nobody for it.
pub(super) fn finance(
    site: &Site,
    news: &WorkbookNews<'_>,
) -> anyhow::Result<Option<QueuedLetter>> {
    let composer = Composer::new()?;
    match composer.finance_letter(&settings(site), &site.register, news) {
        Ok(letter) => Ok(Some(queued(site, "finance".to_owned(), &letter)?)),
        Err(ComposeError::NobodyToTell(_)) => {
            tracing::warn!("nobody_to_tell_in_finance");
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// Queues a letter unless the addressee has been told just this, at this address. One
/// that could not leave goes again only when something about it has changed.
fn queue(
    site: &Site,
    addressee: String,
    letter: &Letter,
    worded: &mut Worded,
) -> anyhow::Result<()> {
    let last = site
        .ledger
        .last_letter(&addressee, site.config.basis_year)?;
    let told = last.is_some_and(|last| {
        last.digest == letter.content_digest
            && (last.state == "sent" || last.state == "sending" || same_route(&last, letter))
    });
    if !told {
        worded.letters.push(queued(site, addressee, letter)?);
    }
    Ok(())
}

fn same_route(last: &LastLetter, letter: &Letter) -> bool {
    serde_json::from_str::<Letter>(&last.letter).is_ok_and(|last| {
        last.to == letter.to
            && last.cc == letter.cc
            && last.from == letter.from
            && last.reply_to == letter.reply_to
    })
}

fn addressee(key: &str) -> String {
    format!("chapter:{key}")
}

/// A letter as the ledger takes it.
fn queued(site: &Site, addressee: String, letter: &Letter) -> anyhow::Result<QueuedLetter> {
    Ok(QueuedLetter {
        addressee,
        digest: letter.content_digest.clone(),
        letter: serde_json::to_string(letter)?,
        register: site.register_digest.clone(),
        queued: site.request.now.instant,
    })
}

/// Whether each chapter that has handed something in has been still long enough.
fn still(site: &Site) -> anyhow::Result<BTreeMap<HeardKey, bool>> {
    let quiet = TimeDelta::hours(i64::from(site.config.mail.quiet_hours));
    let now = site.request.now.instant;
    Ok(site
        .ledger
        .last_arrivals()?
        .into_iter()
        .map(|(chapter, arrived)| (chapter, now - arrived >= quiet))
        .collect())
}

fn settings(site: &Site) -> LetterSettings {
    LetterSettings {
        organisation: site.config.organisation.clone(),
        from: Address::new(&site.config.organisation, &site.config.mail.from),
        language: samlerapport_ingest::Language::Bokmal,
        basis_year: site.config.basis_year,
        deadline: site.config.deadline,
        today: site.request.now.today,
    }
}
