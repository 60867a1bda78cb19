//! The signature blocks that several forms have.

use super::{Caption, SignatureBlock, SignatureRole};

/// Where the signer's name stands in letters that can be read.
pub static SIGNER_NAME: Caption = Caption {
    label: "Navn med blokkbokstaver",
    label_nn: "Namn med blokkbokstavar",
    synonyms: &[
        "Navn (blokkbokstaver)",
        "Namn (blokkbokstavar)",
        "Navn i blokkbokstaver",
        "Blokkbokstaver",
        "Blokkbokstavar",
        "Navn med store bokstaver",
        "Underskriverens navn",
        "Navn på den som skriver under",
        "Namn på den som skriv under",
        "Leders navn",
        "Navn leder",
        "Namn leiar",
        "Navn",
        "Namn",
    ],
};

/// Where the day of signing stands.
pub static SIGNATURE_DATE: Caption = Caption {
    label: "Dato for underskrift",
    label_nn: "Dato for underskrift",
    synonyms: &[
        "Underskriftsdato",
        "Signaturdato",
        "Dato for signatur",
        "Dato for signering",
        "Signert dato",
        "Sted og dato",
        "Stad og dato",
        "Sted/dato",
        "Sted, dato",
        "Dato, sted",
        "Dato",
        "Dato og underskrift",
    ],
};

pub(super) const LEADER: SignatureBlock = SignatureBlock {
    role: SignatureRole::Leader,
    label: "Leders underskrift",
    label_nn: "Underskrift frå leiar",
    synonyms: &[
        "Underskrift leder",
        "Underskrift fra leder",
        "Underskrift leiar",
        "Leiars underskrift",
        "Underskrifta til leiaren",
        "Lederens underskrift",
        "Leders signatur",
        "Lederens signatur",
        "Signatur leder",
        "Signatur leiar",
        "Sign. leder",
        "Sign. leiar",
        "Signert av leder",
        "Signert av leiar",
        "Signatur fra lagets leder",
        "Underskrift lagets leder",
        "Signatur lagleder",
        "Underskrift lagleder",
        "Signatur",
        "Underskrift",
    ],
    required: true,
};

const BOARD_MEMBER_SYNONYMS: &[&str] = &[
    "Underskrift styremedlem",
    "Styremedlems underskrift",
    "Underskrift fra styremedlem",
    "Underskrift frå styremedlem",
    "Styremedlems signatur",
    "Signatur styremedlem",
    "Sign. styremedlem",
    "Underskrift styremedlem nr.",
];

pub(super) const FIRST_BOARD_MEMBER: SignatureBlock = SignatureBlock {
    role: SignatureRole::BoardMember,
    label: "Underskrift styremedlem 1",
    label_nn: "Underskrift frå styremedlem 1",
    synonyms: BOARD_MEMBER_SYNONYMS,
    required: false,
};

pub(super) const SECOND_BOARD_MEMBER: SignatureBlock = SignatureBlock {
    role: SignatureRole::BoardMember,
    label: "Underskrift styremedlem 2",
    label_nn: "Underskrift frå styremedlem 2",
    synonyms: BOARD_MEMBER_SYNONYMS,
    required: false,
};

pub(super) const PEER_SUPPORTER: SignatureBlock = SignatureBlock {
    role: SignatureRole::PeerSupporter,
    label: "Likepersonens underskrift",
    label_nn: "Underskrift frå likepersonen",
    synonyms: &[
        "Underskrift likeperson",
        "Underskrift fra likeperson",
        "Underskrift frå likeperson",
        "Likepersonens signatur",
        "Signatur likeperson",
        "Sign. likeperson",
        "Signert av likeperson",
        "Signatur",
        "Underskrift",
    ],
    required: true,
};
