//! The words that people ask for a form's fields with, outside its table: "Når ble styret
//! valgt?", "Vi har egne vedtekter".

use super::Wording;

/// Words that say nothing of what is asked for. What is done and where is not among
/// them, as it is beside a column: "aktivitet" and "møte" say much here.
pub(crate) const FILLERS: &str = "\
    vi, me, oss, du, dere, de, dykk, en, ein, ei, et, eit, ett, i, paa, av, for, fra, fraa, om, den, det, \
    dette, denne, sin, sitt, si, vaar, vaart, vaare, ble, blei, vart, var, va, vert, er, e, \
    har, ha, hadde, hatt, som, og, laget, lokallaget, lagets, lokallagets, foreningen, \
    foreninga, skriv, ja, nei, her";

/// What people say, field by field.
pub(crate) const WORDINGS: &[Wording] = &[
    Wording {
        label: "Lagets navn",
        says: "\
            heter, heite, heiter, heitte, navn laget, namn laget, navnet laget, namnet laget, \
            hører lag, høyrer lag, hører laget, høyrer laget, tilhører laget, medlem lag, \
            lista fra, listen fra, lista fraa, rapport fra, rapport fraa",
        beside: "\
            hva, kva, ka, lag, til, hører, høyrer, navnet, namnet, fullt",
    },
    Wording {
        label: "Organisasjonsnummer",
        says: "\
            org nr, orgnr, org nummer, orgnummer, organisasjonsnr, organisasjonsnummer, \
            organisasjonsnummeret",
        beside: "org, nr, nummer, til, registrert",
    },
    Wording {
        label: "Fylke",
        says: "fylke, fylket",
        beside: "hvilket, kva, hører, høyrer, til, ligger, ligg, bor, holder, navn, namn",
    },
    Wording {
        label: "Kommune",
        says: "kommune, kommunen, kommuna",
        beside: "\
            hvilken, kva, ka, hører, høyrer, til, ligger, ligg, bor, holder, held, navn, namn",
    },
    Wording {
        label: "Grunnlagsår",
        says: "\
            gjelder aar, gjelder aaret, gjeld aar, gjeld aaret, oversikt aar, oversikt aaret, \
            oversikt for, oversyn for, lista gjelder, listen gjelder, lista gjeld, \
            loggen gjelder, loggen gjeld, rapport aar, rapporten aar, hvilket aar, kva aar",
        beside: "\
            aar, aaret, gjelder, gjeld, gjaldt, loggen, lista, listen, oversikt, oversikten, \
            oversikta, oversyn, rapport, rapporten, skjema, skjemaet, hvilket, kva",
    },
    Wording {
        label: "Kontakt-e-post",
        says: "\
            e post, epost, e postadresse, epostadresse, mail, mailadresse, mailen, e posten, \
            eposten",
        beside: "\
            lag, adresse, til, kontakt, kontaktperson, svar, hvilken, kva, leder, leiar",
    },
    Wording {
        label: "Antall medlemmer per 31.12.",
        says: "\
            medlemmer, medlemer, medlemar, medlemmar, medlemmene, medlemstall, medlemstal, \
            medlemstallet, medlemstalet",
        beside: "\
            antall, antal, ant, tal, talet, tall, tallet, hvor, kor, mange, per, pr, 31, 12, \
            desember, des, dato, ved, aarsskiftet, aarsskifte, nyttaar, utgangen, utgongen, \
            slutten, aaret, #aar",
    },
    Wording {
        label: "Dato for styrevalg",
        says: "\
            styret valgt, styret vald, styret valt, styre valgt, styre valt, styrevalg, \
            styrevalget, styreval, styrevalet",
        beside: "naar, dato, datoen, dag, holdt, heldt, sist, aarets, nye",
    },
    Wording {
        label: "Styrets funksjonstid",
        says: "\
            lenge styret, lenge valgt, lenge valt, lenge vald, styret sitter, styret sit, \
            sitter, sit, styrets periode, styreperiode, styreperioden, valgperiode, \
            valperiode, funksjonstid, funksjonstida, valgt for, vald for, valt for, \
            styret valgt for, styret vald for, styret valt for",
        beside: "\
            hvor, kor, lenge, styret, styrets, periode, perioden, sitter, sit, valgt, vald, \
            valt, lang, aar",
    },
    Wording {
        label: "Årsmøte i året",
        says: "aarsmøte, aarsmøtet",
        beside: "naar, holdt, heldt, halde, avholdt, dato, datoen, aarets, #aar",
    },
    Wording {
        label: "Vedtekter",
        says: "vedtekter, vedtektene, vedtekten",
        beside: "\
            egne, eigne, skriftlige, skriftlege, vedtatt, vedtatte, vedtekne, godkjente, \
            godkjende, gjeldende, gjeldande",
    },
    Wording {
        label: "Årsmelding for året",
        says: "\
            aarsmelding, aarsmeldinga, aarsmeldingen, aarsmeldingi, aarsberetning, \
            aarsberetningen",
        beside: "\
            laga, skrevet, skreve, skrive, skriven, skrivne, finnes, finst, ferdig, foreligger, \
            føreligg, aaret, grunnlagsaaret, #aar",
    },
    Wording {
        label: "Medlemsaktivitet utover årsmøtet",
        says: "\
            medlemsaktivitet, medlemsaktiviteter, medlemsaktivitetar, aktivitet medlemmene, \
            aktiviteter medlemmene, aktivitetar medlemmene, aktivitet medlemene, \
            aktivitetar medlemene, noe medlemmene, noko medlemmene, noko medlemene, \
            tilbud medlemmene, tilbod medlemmene, tilbod medlemene, aktivitet aarsmøtet, \
            aktiviteter aarsmøtet, aktivitetar aarsmøtet, noe aarsmøtet, noko aarsmøtet",
        beside: "\
            medlemmene, medlemene, medlemmer, medlemer, medlemmar, minst, andre, anna, annet, \
            utover, utenom, utanom, ut, over, i, tillegg, til, enn, aarsmøtet, ellers, elles, \
            hadde, aktivitet, noe, noko, skjedd, holdt",
    },
    Wording {
        label: "Eksempel på aktivitet",
        says: "\
            eksempel, eksempler, døme, f eks, nevn, nemn",
        beside: "\
            paa, slik, slike, det, aktivitet, aktiviteter, aktivitetar, gi, gje, nevn, nemn, \
            medlemsaktivitet, hvis, dersom",
    },
    Wording {
        label: "Egen økonomi",
        says: "\
            egen økonomi, eigen økonomi, styrer økonomi, styrer økonomien, styrar økonomi, \
            styrar økonomien, eget regnskap, eige rekneskap, egen konto, eigen konto, \
            egen bankkonto, eigen bankkonto",
        beside: "egen, eigen, eget, eige, styrer, styrar, selv, sjølv, fører",
    },
    Wording {
        label: "Har laget møteplass",
        says: "møteplass, møteplassen, treffsted, treffstad",
        beside: "driver, driv, aapen, open, fast, egen, eigen",
    },
    Wording {
        label: "Antall møteplasser",
        says: "\
            mange møteplasser, mange møteplassar, antall møteplasser, antal møteplassar, \
            tal møteplassar, ant møteplasser",
        beside: "hvor, kor, hvis, dersom, talet",
    },
    Wording {
        label: "Har laget hatt aktiviteter utenom møteplass",
        says: "\
            andre aktiviteter, andre aktivitetar, annen aktivitet, annan aktivitet, \
            aktiviteter møteplass, aktiviteter møteplassen, aktiviteter møteplassene, \
            aktivitetar møteplass, aktivitetar møteplassen, aktivitet møteplass, \
            aktivitet møteplassen",
        beside: "\
            andre, utenom, utanom, utenfor, utanfor, ved, siden, sida, enn, ikke, ikkje, i, \
            tillegg, til, møteplass, møteplassen, møteplassene, møteplassane",
    },
    Wording {
        label: "Har laget likepersoner",
        says: "likepersoner, likepersonar",
        beside: "aktive, egne, eigne, noen, nokre",
    },
];
