//! The words on a blank that belong to no field, in both written standards.

use crate::chapter::Language;
use crate::form::FormId;

/// The fixed words of a blank.
pub(super) struct Words {
    language: Language,
    pub(super) legend: &'static str,
    pub(super) who_reports: &'static str,
    pub(super) about_the_year: &'static str,
    pub(super) confirmation: &'static str,
    pub(super) confirming: &'static str,
    pub(super) copied: &'static str,
    pub(super) basis_year: &'static str,
    pub(super) page: &'static str,
    pub(super) of: &'static str,
    pub(super) not_understood: &'static str,
    pub(super) refused: Refused,
}

/// What the program says when something else is typed.
pub(super) struct Refused {
    pub(super) yes_no: &'static str,
    pub(super) date: &'static str,
    pub(super) any_date: &'static str,
    pub(super) time: &'static str,
    pub(super) count: &'static str,
    pub(super) hours: &'static str,
    pub(super) year: &'static str,
    pub(super) county: &'static str,
    pub(super) choice: &'static str,
    pub(super) organisation_number: &'static str,
    pub(super) phone: &'static str,
    pub(super) postcode: &'static str,
    pub(super) email: &'static str,
}

static BOKMAL: Words = Words {
    language: Language::Bokmal,
    legend: "Gule felt må fylles ut. Fyll ut de hvite når dere har opplysningen.",
    who_reports: "Hvem som rapporterer",
    about_the_year: "Opplysninger for grunnlagsåret",
    confirmation: "Bekreftelse",
    confirming: "Vi bekrefter at opplysningene i skjemaet er riktige.",
    copied: "Ført inn fra papir av",
    basis_year: "Grunnlagsår",
    page: "Side",
    of: "av",
    not_understood: "Se over feltet",
    refused: Refused {
        yes_no: "Velg Ja eller Nei i listen.",
        date: "Skriv datoen med dag, måned og år, for eksempel 14.03.YEAR. Datoen skal ligge i YEAR.",
        any_date: "Skriv datoen med dag, måned og år, for eksempel 14.03.YEAR.",
        time: "Skriv klokkeslettet med kolon, for eksempel 18:00.",
        count: "Skriv et helt tall, for eksempel 12.",
        hours: "Skriv antall timer med komma, for eksempel 1,5.",
        year: "Skriv året med fire sifre, for eksempel YEAR.",
        county: "Velg fylket i listen.",
        choice: "Dette står ikke i listen. Du kan bruke det likevel.",
        organisation_number: "Et organisasjonsnummer har ni sifre. Se over det du skrev.",
        phone: "Et telefonnummer har åtte sifre. Se over det du skrev.",
        postcode: "Skriv postnummeret med fire sifre, for eksempel 0115.",
        email: "En e-postadresse har tegnet @ i seg. Se over det du skrev.",
    },
};

static NYNORSK: Words = Words {
    language: Language::Nynorsk,
    legend: "Gule felt må fyllast ut. Fyll ut dei kvite når de har opplysninga.",
    who_reports: "Kven som rapporterer",
    about_the_year: "Opplysningar for grunnlagsåret",
    confirmation: "Stadfesting",
    confirming: "Vi stadfestar at opplysningane i skjemaet er rette.",
    copied: "Ført inn frå papir av",
    basis_year: "Grunnlagsår",
    page: "Side",
    of: "av",
    not_understood: "Sjå over feltet",
    refused: Refused {
        yes_no: "Vel Ja eller Nei i lista.",
        date: "Skriv datoen med dag, månad og år, til dømes 14.03.YEAR. Datoen skal liggje i YEAR.",
        any_date: "Skriv datoen med dag, månad og år, til dømes 14.03.YEAR.",
        time: "Skriv klokkeslettet med kolon, til dømes 18:00.",
        count: "Skriv eit heilt tal, til dømes 12.",
        hours: "Skriv talet på timar med komma, til dømes 1,5.",
        year: "Skriv året med fire siffer, til dømes YEAR.",
        county: "Vel fylket i lista.",
        choice: "Dette står ikkje i lista. Du kan bruke det likevel.",
        organisation_number: "Eit organisasjonsnummer har ni siffer. Sjå over det du skreiv.",
        phone: "Eit telefonnummer har åtte siffer. Sjå over det du skreiv.",
        postcode: "Skriv postnummeret med fire siffer, til dømes 0115.",
        email: "Ei e-postadresse har teiknet @ i seg. Sjå over det du skreiv.",
    },
};

/// The choices that are spelt otherwise in nynorsk.
const CHOICES: [(&str, &str); 6] = [
    ("Leder", "Leiar"),
    ("Nestleder", "Nestleiar"),
    ("Kasserer", "Kasserar"),
    ("Annet", "Anna"),
    ("en-til-en", "ein-til-ein"),
    ("selvhjelpsgruppe", "sjølvhjelpsgruppe"),
];

/// The texts that stand on every blank and are no labels, in both written standards.
pub(crate) fn standing_texts() -> impl Iterator<Item = &'static str> {
    [&BOKMAL, &NYNORSK].into_iter().flat_map(|words| {
        [
            words.legend,
            words.who_reports,
            words.about_the_year,
            words.confirmation,
            words.confirming,
        ]
    })
}

impl Words {
    /// The words of a written standard.
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Bokmal => &BOKMAL,
            Language::Nynorsk => &NYNORSK,
        }
    }

    /// The one of two texts that is in this written standard.
    pub(super) fn pick<T>(&self, bokmal: T, nynorsk: T) -> T {
        match self.language {
            Language::Bokmal => bokmal,
            Language::Nynorsk => nynorsk,
        }
    }

    /// A choice of a drop-down list.
    pub(super) fn choice(&self, bokmal: &'static str) -> &'static str {
        let mut choices = CHOICES.iter();
        let nynorsk = choices.find(|(one, _)| *one == bokmal);
        self.pick(bokmal, nynorsk.map_or(bokmal, |(_, other)| other))
    }

    /// The name on the tab.
    pub(super) fn sheet(&self, form: FormId) -> &'static str {
        match form {
            FormId::AnnualReport => "Årsrapport",
            FormId::MeetingPlace => "Møteplass",
            FormId::Activities => self.pick("Aktiviteter", "Aktivitetar"),
            FormId::PeerSupporters => self.pick("Likepersoner", "Likepersonar"),
            FormId::Visits => "Besøk",
        }
    }
}
