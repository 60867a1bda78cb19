//! What every declaration must keep, so that a label always leads to one field.

use std::collections::BTreeMap;

use super::{Field, Form, FormId, Item, forms_page};
use crate::fold::folded_name;

fn items(form: &Form) -> Vec<&Item> {
    let columns = form.table.iter().flat_map(|table| table.columns);
    form.fields.iter().chain(columns).collect()
}

#[test]
fn a_label_leads_to_one_field() {
    for id in FormId::ALL {
        let mut seen: BTreeMap<String, Field> = BTreeMap::new();
        for item in items(id.form()) {
            let labels = [item.label, item.label_nn];
            for label in labels.iter().chain(item.synonyms) {
                let folded = folded_name(label);
                assert!(!folded.is_empty(), "{id:?}: empty label {label:?}");
                let other = seen.insert(folded, item.field);
                assert!(
                    other.is_none_or(|field| field == item.field),
                    "{id:?}: «{label}» names both {other:?} and {:?}",
                    item.field
                );
            }
        }
    }
}

#[test]
fn a_field_stands_once_in_a_form() {
    for id in FormId::ALL {
        let mut fields: Vec<Field> = items(id.form()).iter().map(|item| item.field).collect();
        let all = fields.len();
        fields.sort_unstable();
        fields.dedup();
        assert_eq!(fields.len(), all, "{id:?}");
    }
}

#[test]
fn no_label_is_repeated_among_the_synonyms() {
    for id in FormId::ALL {
        for item in items(id.form()) {
            let mut folded: Vec<String> =
                item.synonyms.iter().map(|text| folded_name(text)).collect();
            let all = folded.len();
            folded.sort();
            folded.dedup();
            assert_eq!(folded.len(), all, "{id:?} {:?}", item.label);
        }
    }
}

#[test]
fn help_is_whole_sentences_within_what_excel_shows() {
    for id in FormId::ALL {
        let form = id.form();
        let guidance = form.guidance.iter().chain(form.guidance_nn).copied();
        let help = items(form)
            .into_iter()
            .flat_map(|item| [item.help, item.help_nn]);
        for text in guidance.chain(help) {
            assert!(text.ends_with('.'), "{id:?}: {text:?}");
            assert!(text.starts_with(char::is_uppercase), "{id:?}: {text:?}");
            assert!(text.encode_utf16().count() <= 255, "{id:?}: {text:?}");
        }
        for item in items(form) {
            assert!(item.label.encode_utf16().count() <= 60, "{}", item.label);
        }
    }
}

#[test]
fn every_form_says_which_chapter_and_year_and_who_signs() {
    let carried = [
        Field::ChapterName,
        Field::OrganisationNumber,
        Field::County,
        Field::Municipality,
        Field::BasisYear,
        Field::ContactEmail,
    ];
    for id in FormId::ALL {
        let form = id.form();
        for field in carried {
            assert!(
                form.fields.iter().any(|item| item.field == field),
                "{id:?} {field:?}"
            );
        }
        assert!(form.signatures.iter().any(|block| block.required), "{id:?}");
        assert_eq!(form.guidance.len(), form.guidance_nn.len(), "{id:?}");
        assert!(form.table.is_some(), "{id:?}");
    }
}

#[test]
fn no_two_forms_share_a_title() {
    let mut seen: BTreeMap<String, FormId> = BTreeMap::new();
    for id in FormId::ALL {
        let form = id.form();
        for title in [form.title, form.title_nn].iter().chain(form.other_titles) {
            let other = seen.insert(folded_name(title), id);
            assert!(other.is_none_or(|other| other == id), "«{title}»");
        }
    }
}

#[test]
fn the_page_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/FORMS.md");
    let page = forms_page();
    if std::env::vars_os().any(|(name, _)| name == "UPDATE") {
        std::fs::write(path, &page).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    let stale = "ingest/FORMS.md is stale: run this test with UPDATE=1";
    assert!(written == page, "{stale}");
}
