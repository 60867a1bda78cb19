//! The forms as a Norwegian page of documentation, made from the declarations.

use super::{Form, FormId, Item, Kind, SignatureBlock};

const HEAD: &str = "\
# Skjemaene

Denne siden er laget av erklæringene i `ingest/src/form/`. Endre dem, ikke siden. `UPDATE=1 cargo test -p samlerapport-ingest`
skriver den på nytt.

Hvert skjema leses etter ledetekstene, ikke etter cellenes plass. «Forstås også som» viser andre ledetekster som lagene bruker.
Store og små bokstaver, tegnsetting og aksenter spiller ingen rolle.
";

/// The page of all five forms.
pub fn forms_page() -> String {
    let forms = FormId::ALL.into_iter().zip(1..);
    let sections = forms.map(|(id, number)| form_section(id.form(), number));
    std::iter::once(HEAD.to_owned()).chain(sections).collect()
}

fn form_section(form: &Form, number: u8) -> String {
    let table = form.table.as_ref().map_or_else(String::new, |table| {
        format!("\n### Tabell: {}\n\n{}", table.title, items(table.columns))
    });
    format!(
        "\n## {number}. {title}\n\n\
         Kjennetegn `{key}`, versjon {version}. På nynorsk: {title_nn}.\n\n\
         {guidance}\n\n\
         Også levert som: {other_titles}.\n\n\
         ### Felt\n\n{fields}{table}\n### Underskrift\n\n{signatures}",
        title = form.title,
        key = form.id.key(),
        version = form.version,
        title_nn = form.title_nn,
        guidance = form.guidance.join(" "),
        other_titles = form.other_titles.join(" · "),
        fields = items(form.fields),
        signatures = signatures(form.signatures),
    )
}

fn items(items: &[Item]) -> String {
    let head = [
        "Ledetekst",
        "På nynorsk",
        "Hva som skrives",
        "Må fylles ut",
        "Hjelp",
        "Forstås også som",
    ];
    let lines = items.iter().map(|item| {
        line(&[
            item.label,
            item.label_nn,
            &kind(item.kind),
            yes(item.required),
            item.help,
            &item.synonyms.join(" · "),
        ])
    });
    line(&head) + &line(&head.map(|_| "---")) + &lines.collect::<String>()
}

fn signatures(blocks: &[SignatureBlock]) -> String {
    let head = ["Ledetekst", "På nynorsk", "Nødvendig", "Forstås også som"];
    let lines = blocks.iter().map(|block| {
        line(&[
            block.label,
            block.label_nn,
            yes(block.required),
            &[block.synonyms, block.open, block.deputies]
                .concat()
                .join(" · "),
        ])
    });
    line(&head) + &line(&head.map(|_| "---")) + &lines.collect::<String>()
}

fn line(cells: &[&str]) -> String {
    format!("| {} |\n", cells.join(" | "))
}

fn yes(yes: bool) -> &'static str {
    if yes { "ja" } else { "" }
}

fn kind(kind: Kind) -> String {
    let plain = match kind {
        Kind::Text => "tekst",
        Kind::Count => "helt tall",
        Kind::Date => "dato",
        Kind::Time => "klokkeslett",
        Kind::Hours => "timer",
        Kind::YesNo => "Ja eller Nei",
        Kind::Choice(choices) => return format!("ett av: {}; annet godtas", choices.join(", ")),
        Kind::Year => "årstall",
        Kind::OrganisationNumber => "ni sifre",
        Kind::County => "fylke",
        Kind::Municipality => "kommune",
        Kind::Email => "e-postadresse",
        Kind::Phone => "telefonnummer",
        Kind::Postcode => "fire sifre",
        Kind::Period => "hele året eller fra–til",
    };
    plain.to_owned()
}
