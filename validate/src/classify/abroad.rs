//! Outside Norway: where it took place, not what it was about.

use super::concept::Concept;
use super::evidence::{Evidence, Question, Seen};
use super::gazetteer::{Country, Place, place_at, places};
use super::line::{Line, Token};
use super::reading::Reading;
use super::spoken_of;
use super::substance::Substance;
use super::weighed::Weighed;

/// Weighs whether the row took place outside Norway.
pub(super) fn weigh(reading: &Reading<'_>, substance: Substance) -> Weighed {
    let travels = reading.says(Concept::Trip);
    let venue = Stops::of_venue(reading, travels);
    if let Some(found) = venue.verdict(&reading.venue) {
        return found;
    }
    let by_venue = ferry(&reading.venue, true);
    if by_venue.is_none() && spoken_of::opens_with_figure(reading, substance) {
        return Weighed::No;
    }
    let crossed = by_venue.is_some() || !venue.norway || travels;
    if let Some(evidence) = by_venue.or_else(|| ferry(&reading.title, travels)) {
        // "Ei natt på norsk side og ei på svensk"; "svenskehandel" as what was talked of.
        let both = [&reading.title, &reading.venue]
            .iter()
            .any(|line| line.has(Concept::NorwegianSide));
        return if crossed && !both {
            Weighed::Yes(evidence)
        } else {
            Weighed::Open(Question::WhichSide, evidence)
        };
    }
    let title = Stops::of_title(reading, travels, venue.norway);
    if let Some(found) = title.verdict(&reading.title) {
        return found;
    }
    // The border as what was talked of, at a place of our own.
    let at_home = venue.norway && !travels;
    let border = border(reading)
        .filter(|_| !at_home)
        .or_else(|| foreign_letters(reading, !venue.norway));
    border.map_or(Weighed::No, |evidence| {
        Weighed::Open(Question::WhichSide, evidence)
    })
}

/// A place that no list has, spelt with letters that Norwegian lacks.
fn foreign_letters(reading: &Reading<'_>, travels: bool) -> Option<Evidence> {
    let foreign = |typed: &str| typed.contains(['ä', 'ö', 'Ä', 'Ö']);
    let (title, venue) = (reading.words.title, reading.words.venue);
    if !travels || title.is_ascii() && venue.is_ascii() {
        return None;
    }
    if foreign(venue) {
        return Some(reading.venue.whole());
    }
    if !foreign(title) {
        return None;
    }
    let title = &reading.title;
    let gone_to = (0..title.tokens.len()).filter(|at| {
        let (to, among) = direction(title, *at);
        (to || among) && title.tokens.get(*at).is_some_and(|token| token.capital)
    });
    gone_to
        .map(|at| title.evidence(at))
        .find(|word| foreign(&word.typed))
}

/// The places that a field names as where people were.
struct Stops {
    abroad: Option<usize>,
    norway: bool,
    /// Both in one breath, or "gjennom": which days were where is open.
    mixed: bool,
}

impl Stops {
    fn of_venue(reading: &Reading<'_>, travels: bool) -> Self {
        let line = &reading.venue;
        let mut stops = Self {
            abroad: None,
            norway: line.has(Concept::NorwegianSide) || line.tokens.iter().any(|token| token.own),
            mixed: false,
        };
        for place in places(line) {
            let word = line.tokens.get(place.at);
            if word.is_some_and(|word| word.own) {
                stops.norway = true;
                continue;
            }
            match place.country {
                Country::Norway => stops.norway |= !is_departure(line, place),
                // "Husum i Lærdal": a namesake at home.
                Country::Abroad | Country::PerhapsAbroad if lies_in_norway(line, place) => {
                    stops.norway = true;
                }
                Country::Abroad if !is_house(line, place) => {
                    stops.abroad = stops.abroad.or(Some(place.at));
                }
                Country::PerhapsAbroad if travels && !is_house(line, place) => {
                    let likely =
                        word.is_some_and(|word| word.capital) || line.tokens.len() == place.words;
                    if likely {
                        stops.abroad = stops.abroad.or(Some(place.at));
                    }
                }
                Country::Abroad | Country::PerhapsAbroad => {}
            }
        }
        if !reading.home.municipality.is_empty() {
            let home = &reading.home.municipality;
            stops.norway |= line.tokens.iter().any(|token| token.folded == *home);
        }
        // "Både heime og i Finland".
        let both = line
            .tokens
            .first()
            .is_some_and(|token| token.folded == "både");
        stops.mixed = stops.abroad.is_some() && (stops.norway || both);
        stops
    }

    fn of_title(reading: &Reading<'_>, travels: bool, at_home: bool) -> Self {
        let line = &reading.title;
        let mut stops = Self {
            abroad: None,
            norway: false,
            mixed: false,
        };
        for (at, token) in line.tokens.iter().enumerate() {
            if token.own {
                continue;
            }
            let (to, among) = direction(line, at);
            let named = token.capital || to || among;
            // "Til Grønland" with the venue "Grønland i Oslo": the venue says where it lies.
            let lies_here = at_home
                && reading
                    .venue
                    .tokens
                    .iter()
                    .any(|venue| venue.key == token.key);
            if lies_here {
                continue;
            }
            if named && let Some(place) = place_at(line, at) {
                let place_abroad = place.country == Country::Abroad
                    || place.country == Country::PerhapsAbroad && token.capital;
                if place.country == Country::Norway {
                    stops.norway |= (to || among) && !is_departure(line, place);
                } else if place_abroad && !is_topic(line, place) {
                    let went = is_all(line, place) && !at_home
                        || to && travels
                        || among && travels && !at_home
                        || among && !at_home && place.country == Country::Abroad
                        || travels
                            && !at_home
                            && place.country == Country::Abroad
                            && is_bare(line, at);
                    if went {
                        stops.abroad = stops.abroad.or(Some(at));
                        stops.mixed |= passes_through(line, at);
                    }
                }
            } else if token.trip_abroad && !line.led_by(at, 4, Concept::About) {
                stops.abroad = stops.abroad.or(Some(at));
            }
        }
        stops.mixed |= stops.abroad.is_some() && stops.norway && travels;
        // "Rundtur Kirkenes, Inari og hjem": some of the days were on this side.
        stops.mixed |= stops.abroad.is_some()
            && line.tokens.iter().any(|token| {
                token.folded.starts_with("rundtur") || token.folded.starts_with("rundreis")
            });
        stops
    }

    fn verdict(&self, line: &Line<'_>) -> Option<Weighed> {
        let evidence = line.evidence(self.abroad?);
        Some(if self.mixed {
            Weighed::Open(Question::WhichSide, evidence)
        } else {
            Weighed::Yes(evidence)
        })
    }
}

/// Whether the words before a place lead to it ("til"), or set something in it ("i").
fn direction(line: &Line<'_>, at: usize) -> (bool, bool) {
    let before = line.previous(at).map_or("", |token| token.folded.as_str());
    let to = matches!(
        before,
        "til"
            | "te"
            | "tell"
            | "åt"
            | "mot"
            | "over"
            | "via"
            | "gjennom"
            | "rundt"
            | "besøkte"
            | "tur"
            | "tel"
    );
    (
        to,
        matches!(
            before,
            "i" | "på" | "ved" | "ute" | "utenfor" | "og" | "nedi"
        ),
    )
}

/// "Fra Larvik til …": where the journey began.
fn is_departure(line: &Line<'_>, place: Place) -> bool {
    line.previous(place.at).is_some_and(|token| {
        matches!(
            token.folded.as_str(),
            "fra" | "frå" | "ifra" | "avreise" | "avgang"
        )
    })
}

/// "Husum i Lærdal": a Norwegian place is named as where this one lies.
fn lies_in_norway(line: &Line<'_>, place: Place) -> bool {
    let last = place.at + place.words - 1;
    let tied = line.next(last).is_some_and(|token| token.folded == "i");
    let named = line.next(last + 1).is_some_and(|token| token.capital);
    let home = place_at(line, last + 2).is_some_and(|place| place.country == Country::Norway);
    tied && named && home
}

/// A house or a street that carries the name: "kafé Paris", "Danmarks plass", "Skagen 14".
fn is_house(line: &Line<'_>, place: Place) -> bool {
    let house = |token: &Token<'_>| token.concepts.has(Concept::House);
    let numbered = |token: &Token<'_>| {
        line.field == Seen::Venue && token.folded.chars().all(|sign| sign.is_ascii_digit())
    };
    line.previous(place.at).is_some_and(house)
        || line
            .next(place.at + place.words - 1)
            .is_some_and(|token| house(token) || numbered(token))
}

/// What the place gave the evening: a lecturer, a book, a dish, a memory.
fn is_topic(line: &Line<'_>, place: Place) -> bool {
    is_house(line, place)
        || is_departure(line, place)
        || line.led_by(place.at, 2, Concept::Not)
        || line.led_by(place.at, 6, Concept::About)
        || line.led_by(place.at, 6, Concept::Before)
        || line.led_by(place.at, 3, Concept::After)
        || line.led_by(place.at, 6, Concept::Work)
        || line.next(place.at).is_some_and(|token| {
            [
                "kveld", "aften", "mat", "musikk", "kafe", "bilder", "minner", "film",
            ]
            .iter()
            .any(|part| token.folded.starts_with(part))
        })
}

/// "Tallinn" and no more: that is where people were.
fn is_all(line: &Line<'_>, place: Place) -> bool {
    line.tokens.len() == place.words && place.country == Country::Abroad
}

/// A name that opens its clause, or stands behind a word for a journey.
fn is_bare(line: &Line<'_>, at: usize) -> bool {
    line.previous(at)
        .is_none_or(|token| token.concepts.has(Concept::Trip))
}

fn passes_through(line: &Line<'_>, at: usize) -> bool {
    line.tokens
        .iter()
        .take(at)
        .rev()
        .take(4)
        .any(|token| matches!(token.folded.as_str(), "gjennom" | "via" | "innom"))
}

fn ferry(line: &Line<'_>, travels: bool) -> Option<Evidence> {
    let at = line.all(Concept::Ferry).find(|at| {
        let Some(token) = line.tokens.get(*at) else {
            return false;
        };
        let crossing = matches!(token.folded.as_str(), "over" | "øve");
        (travels || !crossing)
            && !line.led_by(*at, 6, Concept::About)
            && !line.led_by(*at, 3, Concept::Not)
            && !line.followed_by(*at, 3, Concept::Cancelled)
    })?;
    Some(line.evidence(at))
}

/// A side of the border that is not ours: "på finsk", "på svensk sida".
fn other_side(line: &Line<'_>) -> Option<Evidence> {
    let at = line.tokens.iter().position(|token| {
        matches!(
            token.folded.as_str(),
            "svensk" | "svenske" | "finsk" | "finske" | "russisk" | "russiske"
        )
    })?;
    let on = line.previous(at)?;
    matches!(on.folded.as_str(), "på" | "den").then(|| line.evidence(at))
}

fn border(reading: &Reading<'_>) -> Option<Evidence> {
    let sure =
        reading.title.has(Concept::NorwegianSide) || reading.venue.has(Concept::NorwegianSide);
    let named = |line: &Line<'_>| Some(line.evidence(line.find(Concept::Border)?));
    if sure {
        // "Noen på norsk side og noen på finsk".
        return [&reading.title, &reading.venue]
            .into_iter()
            .find_map(other_side);
    }
    named(&reading.venue).or_else(|| named(&reading.title))
}
