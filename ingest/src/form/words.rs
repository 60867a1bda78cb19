//! The words that people head a column with when they write the header themselves.
//!
//! A heading is understood when one of the phrases is in it and every other word is
//! one that may stand beside it: "Hvor mange kom på møtet" asks for the participants,
//! "Antall kaker" for nothing of ours. The words are folded, and no stems: "leder"
//! leads, "ledsager" does not.

pub(crate) mod fields;

/// What people say for a column or a field.
#[derive(Debug)]
pub(crate) struct Wording {
    /// The declared label that is meant.
    pub(crate) label: &'static str,
    /// Phrases of which one must be there, with all its words in any order.
    pub(crate) says: &'static str,
    /// What else may be there.
    pub(crate) beside: &'static str,
}

/// Any year may stand beside what is said.
pub(crate) const A_YEAR: &str = "#aar";

/// Words that say nothing of what is asked for.
pub(crate) const FILLERS: &str = "\
    vi, oss, du, din, ditt, han, hun, ho, dere, de, dykk, eg, jeg, æ, me, mæ, en, ein, ei, \
    et, i, paa, av, for, om, den, det, dette, denne, disse, deres, dykkar, vaar, vaart, \
    vaare, ble, blei, blir, vart, var, va, vert, har, hadde, hatt, er, vært, vore, som, og, \
    eller, samt, noe, noko, kort, litt, ca, cirka, evt, ev, eventuelt, skriv, gjerne, laget, \
    lagets, aktivitet, aktiviteten, arrangementet, møte, møtet, møta, kvelden, samling, \
    samlinga, samlingen, treff, treffet, gangen, gruppe, gruppa, gruppen, turen, dagens, \
    kveldens, hver, kvar, gang, da, då, saa";

/// What people say, column by column.
pub(crate) const WORDINGS: &[Wording] = &[
    Wording {
        label: "Dato",
        says: "\
            dato, datoen, datoer, naar, dag, dagen, datum, hvilken dag, kva dag, mandag, tirsdag, \
            tysdag, onsdag, torsdag, fredag, lørdag, laurdag, søndag, sundag, mandager, \
            tirsdager, onsdager, torsdager, fredager",
        beside: "\
            hvilken, kva, dd, mm, mnd, aar, aaaa, aaaaaa, aaaaaaaa, maaned, maanad, skjedde, \
            holdt, heldt, avholdt, gjennomført",
    },
    Wording {
        label: "Fra kl.",
        says: "\
            fra, fraa, start, starta, startet, starttid, starttidspunkt, begynte, begynner, \
            byrja, byrjar, tok til, kl, klokka, klokken, klokkeslett, kl slett, tid, \
            tidspunkt, tidsrom, naar dagen",
        beside: "\
            slett, til, naar, dagen, klokkeslettet, tt, mm",
    },
    Wording {
        label: "Til kl.",
        says: "\
            til, slutt, slutta, sluttet, sluttid, sluttidspunkt, ferdig, avslutta, avsluttet",
        beside: "\
            kl, slett, klokka, klokken, klokkeslett, tid, tidspunkt, naar, tt, mm",
    },
    Wording {
        label: "Varighet",
        says: "\
            varighet, varigheten, varigheit, varigheita, varigh, lengd, lengde, lengda, timer, \
            timar, timetall, timetal, hvor lenge, kor lenge, hvor lang, hvor lang tid, kor \
            lang tid, tidsbruk, tid brukt, varte, varde, hvor mange timer, kor mange timar",
        beside: "\
            hele, heile, halve, antall, antal, ant, tal, tall, minutter, minutt, min, t, \
            hvor, kor, lenge, lang, mange, per, pr, dag, tid, time, samlet, samla",
    },
    Wording {
        label: "Aktivitet",
        says: "\
            aktivitet, aktiviteten, aktiviteter, aktivitetar, aktivitetene, arrangement, \
            arrangementet, hva gjorde, kva gjorde, ka gjorde, ka gjord, heter, heiter, hva gjort, kva gjort, ka \
            gjort, hva skjedde, kva skjedde, ka skjedde, kva hende, tiltak, tiltaket, \
            opplegg, opplegget, hva fant, kva fann, hendelse",
        beside: "\
            hva, kva, ka, navn, namn, tittel, beskrivelse, beskriving, beskriv, hvilken, \
            sammen, saman, sammen, gjorde, gjort",
    },
    Wording {
        label: "Type",
        says: "\
            type, typen, slag, slags, kategori, form, maate, sort",
        beside: "\
            hva, kva, ka, hvilken, kontakt, kontakten, samtale, samtalen, besøk, besøket",
    },
    Wording {
        label: "Tema",
        says: "\
            tema, temaet, temaer, emne, emnet, samtaleemne, samtaletema, snakket, snakka, \
            snakkes, prata, pratet, praten, handlet, handla, handler, innhold, innhald, \
            innholdet, innhaldet, drøftet, drøfta, diskuterte, tok opp",
        beside: "\
            hva, kva, ka, samtalen, samtale, samtala, opp, hvilket, sammen, saman, dagen",
    },
    Wording {
        label: "Hvordan ble erfaringer delt?",
        says: "\
            erfaring, erfaringer, erfaringar, erfaringene, erfaringane, hvordan delt, \
            hvordan delte, korleis delt, korleis delte, erfaringsdeling, erfaringsutveksling, \
            erf deling, erf utveksling, erf utv, slik delt, slik delte, maaten delte, \
            maaten delt",
        beside: "\
            hvordan, korleis, kordan, korsn, kossen, del, delt, delte, deling, utveksling, \
            utvekslet, utveksla, utv, erf, maate, maaten, slik, hvilken, egne, eigne, ved, \
            gjennom, blant, hva, kva, ka, fekk, fikk",
    },
    Wording {
        label: "Sted",
        says: "\
            sted, stedet, stad, staden, hvor, kvar, kor, lokale, lokalet, møtested, \
            møtestad, møtestedet",
        beside: "\
            hvilket, kva, holdt, heldt, til, møttes, møttest",
    },
    Wording {
        label: "Arrangør",
        says: "\
            arrangør, arrangører, arrangørar, arrangerte, arrangert, arrangerer, regi, \
            tilskipar, tilskipa, stod bak, sto bak, stod for, sto for",
        beside: "\
            hvem, kven, kem, stod, sto, bak",
    },
    Wording {
        label: "Antall deltakere",
        says: "\
            deltaker, deltakere, deltakerne, deltakar, deltakarar, deltakarane, deltagere, \
            deltagerne, deltok, deltakertall, deltakartal, mange kom, mange møtte, mange \
            deltok, mange var, mange va, mange med, mange vi, mange dere, mange personer, \
            mange personar, mange folk, mange mennesker, mange menneske, oppmøte, oppmøtte, \
            oppmøtet, frammøte, frammøtte, fremmøte, fremmøtte, besøkende, besøkjande, \
            besøkstall, besøkstal, antall kom, antall møtte, antall personer, antall folk, \
            antall til stede, ant delt, ant personer, tal personar, til stede, til stades",
        beside: "\
            hvor, kor, mange, antall, antal, ant, tal, talet, tall, stk, personer, personar, \
            folk, mennesker, kom, møtte, opp, med, til, stede, stades, var, alt, totalt",
    },
    Wording {
        label: "Ledende likeperson",
        says: "\
            leder, lederen, ledet, leda, ledende, leidde, leia, leiar, leiaren, leiande, \
            likeperson, likepersonen, likepersonens, likemann, ansvarlig, ansvarleg, ansvar, \
            ansvaret, gruppeleder, gruppeleiar, hvem holdt, kven heldt, hvem sto, kven sto",
        beside: "\
            hvem, kven, kem, navn, namn, navnet, namnet, holdt, heldt, sto, stod, til, \
            hvilken",
    },
    Wording {
        label: "Adresse",
        says: "\
            adresse, adressen, adressa, adr, bosted, bustad, bor, bur, hvor bor, kvar bur, \
            kor bur, gateadresse, \
            gate, gata, gaten, gate vei, gate veg",
        beside: "\
            hvor, kvar, kor, likeperson, likepersonen, likepersonens, leder, lederen, leders, \
            leiar, leiaren, til, gate, veg, vei, nr, nummer, husnummer, privat, hennes, \
            hennar, hans",
    },
    Wording {
        label: "Telefon",
        says: "\
            tlf, tlfnr, telefon, telefonen, telefonnr, telefonnummer, telefonnummeret, mob, \
            mobil, mobilen, mobilnr, mobilnummer, mobilnummeret, mobiltelefon, tel, mobnr",
        beside: "\
            nr, nummer, nummeret, likeperson, likepersonen, likepersonens, leder, lederen, \
            hennes, hennar, hans, leders, leiar, leiaren, til, privat, hjem, hjemme, heim, heime, arbeid, jobb, \
            dagtid",
    },
    Wording {
        label: "Fullt navn",
        says: "\
            navn, navnet, namn, namnet, fornavn, etternavn, førenamn, etternamn",
        beside: "\
            fullt, person, personen, likeperson, likepersonen, likepersonens, likemann, \
            hele, heile, til",
    },
    Wording {
        label: "Postnr.",
        says: "\
            postnr, postnummer, post nr",
        beside: "\
            nr",
    },
    Wording {
        label: "Poststed",
        says: "\
            poststed, poststad, poststedet, by, tettsted",
        beside: "\
            bor, bur, og",
    },
    Wording {
        label: "E-postadresse",
        says: "\
            e post, epost, e postadresse, epostadresse, mail, mailen, mailadresse, e mail, \
            email, e posten, eposten",
        beside: "\
            adresse, adressen, adressa, adr, privat, til, likeperson, likepersonen",
    },
    Wording {
        label: "Oppnevnt dato",
        says: "\
            oppnevnt, oppnevnelse, oppnevning, oppnemnd, oppnemning, utnevnt, utnemnd, \
            utpekt, likeperson siden, likeperson sidan, valgt likeperson, vald likeperson",
        beside: "\
            dato, datoen, naar, likeperson, siden, sidan, til, styret, styre, aarsmøtet",
    },
    Wording {
        label: "Gjennomført aktivitet i året",
        says: "\
            aktiv, gjennomført aktivitet, gjennomført aktiviteter, gjennomført aktivitetar, \
            gjort aktivitet, aktivitet aar, aktivitet aaret, hatt aktivitet, hadde aktivitet, \
            hatt oppdrag, hadde oppdrag, aktivitet i, har aktivitet, gjort noe, gjort noko",
        beside: "\
            aaret, aar, #aar, gjennomført, minst, gjort, hatt, hadde, oppdrag, aktiv, \
            aktivitet, ja, nei, fjor",
    },
    Wording {
        label: "Ulønnet",
        says: "\
            ulønnet, ulønna, ulønt, lønn, løn, uten lønn, utan løn, ubetalt, frivillig, ikke betalt, \
            ikkje betalt, faar betalt, faar lønn, faar løn, fikk betalt, fekk løn, mottar lønn, \
            lønnet, lønna",
        beside: "\
            ja, nei, arbeid, arbeidet, innsats, faar",
    },
    Wording {
        label: "Likepersonkurs dato",
        says: "\
            kurs, kurset, kursdato, likepersonkurs, likepersonkurset, likepersonskurs, \
            likepersonskurset, opplæring",
        beside: "\
            dato, datoen, naar, tatt, tok, teke, gjennomført, deltatt, sist, siste, likeperson, \
            likepersoner, likepersonar, aar",
    },
    Wording {
        label: "Taushetserklæring dato",
        says: "\
            taushetserklæring, taushetserklæringen, taushetsløfte, taushetsplikt, taushet, \
            taush erkl, taush, taushetserkl, teieplikt, teieløfte, teieerklæring, \
            teieplikta, taushetsplikten, underskrevet taushet, skreiv teieplikt",
        beside: "\
            dato, datoen, naar, signert, underskrevet, underskriven, skrevet, skrive, skreiv, under, \
            levert, erkl, plikt",
    },
];
