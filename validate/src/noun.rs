//! A noun beside a number: one day, two days, in both written standards.

use crate::finding::Text;
use crate::rule::Words;

/// A noun with its plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    one: Words,
    several: Words,
}

impl Noun {
    /// Aktivitetsdag.
    pub const ACTIVITY_DAY: Self = noun(
        ["aktivitetsdag", "aktivitetsdager"],
        ["aktivitetsdag", "aktivitetsdagar"],
    );
    /// Likeperson.
    pub const PEER_SUPPORTER: Self = noun(
        ["likeperson", "likepersoner"],
        ["likeperson", "likepersonar"],
    );
    /// Skjema.
    pub const FORM: Self = noun(["skjema", "skjemaer"], ["skjema", "skjema"]);
    /// Rad.
    pub const ROW: Self = noun(["rad", "rader"], ["rad", "rader"]);
    /// Time.
    pub(crate) const HOUR: Self = noun(["time", "timer"], ["time", "timar"]);
    /// Minutt.
    pub(crate) const MINUTE: Self = noun(["minutt", "minutter"], ["minutt", "minutt"]);
    /// Medlem.
    pub(crate) const MEMBER: Self = noun(["medlem", "medlemmer"], ["medlem", "medlemmer"]);
    /// Møteplass.
    pub(crate) const MEETING_PLACE: Self =
        noun(["møteplass", "møteplasser"], ["møteplass", "møteplassar"]);

    /// The noun as it stands behind this number.
    pub fn behind(self, count: u64) -> Words {
        if count == 1 { self.one } else { self.several }
    }

    /// The number and the noun.
    pub(crate) fn count(self, count: impl Into<u64>) -> Text {
        let count = count.into();
        let noun = self.behind(count);
        Text::new(
            format!("{count} {}", noun.nb),
            format!("{count} {}", noun.nn),
        )
    }
}

/// The singular and plural in bokmål, and in nynorsk.
const fn noun([nb, several]: Pair, [nn, fleire]: Pair) -> Noun {
    Noun {
        one: Words { nb, nn },
        several: Words {
            nb: several,
            nn: fleire,
        },
    }
}

type Pair = [&'static str; 2];

#[cfg(test)]
mod tests {
    use super::Noun;

    #[test]
    fn one_is_singular_and_none_is_plural() {
        for (count, nb, nn) in [
            (0_u32, "0 medlemmer", "0 medlemmer"),
            (1, "1 medlem", "1 medlem"),
            (2, "2 medlemmer", "2 medlemmer"),
            (21, "21 medlemmer", "21 medlemmer"),
        ] {
            let text = Noun::MEMBER.count(count);
            assert_eq!((&*text.nb, &*text.nn), (nb, nn));
        }
    }
}
