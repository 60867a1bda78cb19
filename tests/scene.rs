//! From a case's scene to hearings: real bytes, read and heard as in a run.

use std::collections::BTreeMap;
use std::sync::Mutex;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use samlerapport_fixtures::{File, Scene};
use samlerapport_ingest::{Chapter, Evidence, FormId, Identified, Reading, read, sha256};
use samlerapport_validate::{
    Decided, Decision, Delivery, EvidenceNeeded, Hearing, Joint, Profile, Setting, Settings,
    Severity, TwoGroups, joint,
};

/// Hears the scene's first chapter, and every other that delivered something; a
/// delivery whose chapter is unknown is heard by itself.
pub(crate) fn hear(scene: &Scene) -> Vec<Hearing> {
    let settings = settings(scene);
    let mut heard: BTreeMap<&str, (&Chapter, Vec<Delivery>)> = BTreeMap::new();
    let first = scene.register.chapters.first().unwrap();
    heard.insert(&first.number, (first, Vec::new()));
    let mut unknown = Vec::new();
    let deliveries = deliveries(scene);
    let mut decisions = decisions(scene, &deliveries);
    if !scene.decided.is_empty() {
        let before = Scene {
            decided: Vec::new(),
            ..scene.clone()
        };
        decisions.extend(about_rows(scene, &hear(&before)));
    }
    for delivery in deliveries {
        let report = delivery.reading.report.as_ref();
        match report.map(|report| scene.register.identify(report)) {
            Some(Identified::Chapter(chapter)) => heard
                .entry(&chapter.number)
                .or_insert_with(|| (chapter, Vec::new()))
                .1
                .push(delivery),
            Some(Identified::Unknown | Identified::Uncertain) | None => unknown.push(delivery),
        }
    }
    let hear = |chapter, deliveries: &[Delivery], joint: &[Joint]| {
        Hearing::of(&Setting {
            chapter,
            basis_year: scene.basis_year,
            deliveries,
            register: Some(&scene.register),
            joint,
            last_year: chapter
                .and_then(|chapter: &Chapter| scene.register.last_year.get(&chapter.number))
                .copied(),
            decisions: &decisions,
            settings: &settings,
            today: scene.today,
        })
    };
    let mut hearings: Vec<Hearing> = heard
        .values()
        .map(|(chapter, deliveries)| hear(Some(*chapter), deliveries, &[]))
        .collect();
    let shared = joint(hearings.iter(), &scene.register);
    for ((number, (chapter, deliveries)), hearing) in heard.iter().zip(&mut hearings) {
        if let Some(joint) = shared.get(*number) {
            *hearing = hear(Some(*chapter), deliveries, joint);
        }
    }
    let alone = |one| hear(None, std::slice::from_ref(one), &[]);
    hearings.extend(unknown.iter().map(alone));
    hearings
}

fn deliveries(scene: &Scene) -> Vec<Delivery> {
    let mut files: Vec<_> = scene.files.iter().collect();
    files.sort_by_key(|file| file.arrived);
    let mut deliveries = Vec::new();
    for file in files {
        let (sha256, readings) = read_once(file);
        for reading in readings {
            deliveries.push(Delivery {
                id: i64::try_from(deliveries.len()).unwrap() + 1,
                file: file.name.clone(),
                sha256: sha256.clone(),
                arrived: noon(file.arrived),
                reading,
            });
        }
    }
    deliveries
}

/// Writes and reads a file; most cases share all files but one with the sound set.
fn read_once(file: &File) -> (String, Vec<Reading>) {
    static READ: Mutex<BTreeMap<String, (String, Vec<Reading>)>> = Mutex::new(BTreeMap::new());
    let key = format!("{:?}", file.content);
    if let Some(known) = READ.lock().unwrap().get(&key) {
        return known.clone();
    }
    let bytes = file.bytes().unwrap();
    let told = (sha256(&bytes), read(&bytes));
    READ.lock().unwrap().insert(key, told.clone());
    told
}

fn decisions(scene: &Scene, deliveries: &[Delivery]) -> Vec<Decision> {
    let seen = |delivery: &&Delivery| {
        let report = delivery.reading.report.as_ref();
        report.is_some_and(|report| scene.signature_seen.contains(&report.form))
    };
    deliveries
        .iter()
        .filter(seen)
        .map(|delivery| Decision {
            decided: Decided::SignatureSeen {
                piece: delivery.piece().unwrap(),
            },
            by: "Åshild Røkenes".to_owned(),
            on: delivery.arrived.date_naive(),
            reason: "Signaturen er sett.".to_owned(),
        })
        .chain(scene.on_paper.iter().map(|form| Decision {
            decided: Decided::OnPaper {
                form: *form,
                signed: true,
            },
            by: "Åshild Røkenes".to_owned(),
            on: scene.today,
            reason: "Det kom i posten.".to_owned(),
        }))
        .collect()
}

/// What a case says of rows, as decisions about rows that were heard without them; its
/// numbers count the table's rows from 1.
fn about_rows(scene: &Scene, heard: &[Hearing]) -> Vec<Decision> {
    let forms = || heard.iter().flat_map(|hearing| &hearing.forms);
    scene
        .decided
        .iter()
        .map(|(form, row, word)| {
            let judged = forms().find(|judged| judged.form == Some(*form)).unwrap();
            let index = usize::try_from(*row).unwrap() - 1;
            let (form, row) = (*form, judged.row_keys()[index].clone());
            let counts = |counts| Decided::Row {
                form,
                row: row.clone(),
                counts,
            };
            Decision {
                decided: match word.as_str() {
                    "Medregnes" => counts(true),
                    "Medregnes ikke" => counts(false),
                    "Spør laget" => Decided::Ask {
                        form,
                        row: row.clone(),
                    },
                    other => panic!("no decision is {other}"),
                },
                by: "Åshild Røkenes".to_owned(),
                on: scene.today,
                reason: "Laget har svart.".to_owned(),
            }
        })
        .collect()
}

/// The settings of a case; the words stand in fixtures/README.md.
fn settings(scene: &Scene) -> Settings {
    let mut settings = Settings {
        deadline: NaiveDate::from_ymd_opt(scene.basis_year + 1, 5, 31).unwrap(),
        ..Settings::default()
    };
    for (key, value) in &scene.settings {
        match (key.as_str(), value.as_str()) {
            ("profil", "mental-helse") => settings.profile = Profile::MentalHelse,
            ("profil", "pef") => settings.profile = Profile::Pef,
            ("lederen teller", answer) => settings.leader_counts_as_participant = answer == "ja",
            ("to grupper", "ulike ledere") => {
                settings.two_groups_one_day = TwoGroups::TwoIfLeadersDiffer;
            }
            ("to grupper", "to") => settings.two_groups_one_day = TwoGroups::Two,
            ("to grupper", "en") => settings.two_groups_one_day = TwoGroups::One,
            ("minste kurs", number) => settings.course_minimum = Some(number.parse().unwrap()),
            ("frist", day) => settings.deadline = day.parse().unwrap(),
            ("for sent etter", day) => settings.late_after = Some(day.parse().unwrap()),
            (key, value) => {
                if let Some(form) = key.strip_prefix("bevis ") {
                    let form = FormId::from_key(form).unwrap();
                    settings.evidence.insert(form, evidence(value));
                } else if let Some(rule) = key.strip_prefix("alvor ") {
                    settings.severities.insert(rule.to_owned(), severity(value));
                } else {
                    panic!("no setting is {key} = {value}");
                }
            }
        }
    }
    settings
}

fn evidence(words: &str) -> EvidenceNeeded {
    let mut needed = EvidenceNeeded {
        enough: Vec::new(),
        confirmed: false,
        returned_without: false,
        board_member_may_sign: false,
    };
    for word in words.split(',').map(str::trim) {
        match word {
            "skrevet" => needed.enough.push(Evidence::Typed),
            "bilde" => needed.enough.push(Evidence::Picture),
            "skann" => needed.enough.push(Evidence::Scan),
            "digital" => needed.enough.push(Evidence::Digital),
            "bekreftes" => needed.confirmed = true,
            "returneres" => needed.returned_without = true,
            "styremedlem" => needed.board_member_may_sign = true,
            other => panic!("no evidence is {other}"),
        }
    }
    needed
}

fn severity(word: &str) -> Severity {
    match word {
        "error" => Severity::Error,
        "wait" => Severity::Wait,
        "remark" => Severity::Remark,
        other => panic!("no severity is {other}"),
    }
}

fn noon(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap())
        .and_utc()
}
