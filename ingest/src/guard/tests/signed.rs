//! What the signatures of a package claim, and what is no signature.

use chrono::NaiveDate;

use crate::guard::signed::signatures;
use crate::workbook::Signed;

fn on(day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, 3, day)
}

#[test]
fn what_is_claimed_is_read_and_nothing_else() {
    let nobody = |on| Signed { name: None, on };
    let cases: &[(&str, Vec<Signed>)] = &[
        ("", vec![]),
        ("<Signature><SignedInfo/></Signature>", vec![]),
        (
            "<Signature><SignatureValue> </SignatureValue></Signature>",
            vec![],
        ),
        ("<Signature><SignatureValue>YQ==</SignatureValue>", vec![]),
        (
            "<Signature><SignatureValue>YQ==</SignatureValue></Signature>",
            vec![nobody(None)],
        ),
        // As LibreOffice and as XAdES write the day.
        (
            "<document-signatures><Signature><SignatureValue>YQ==</SignatureValue><dc:date>2026-03-02T10:00:00,12</dc:date></Signature><ds:Signature><ds:SignatureValue>YQ==</ds:SignatureValue><xd:SigningTime>2026-03-03T10:00:00Z</xd:SigningTime></ds:Signature></document-signatures>",
            vec![nobody(on(2)), nobody(on(3))],
        ),
        (
            "<Signature><SignatureValue>YQ==</SignatureValue><X509Certificate>!!</X509Certificate><SignatureTime><Format>2026-03-04</Format><Value>i går</Value></SignatureTime></Signature>",
            vec![nobody(None)],
        ),
        (
            "<Signature><SignatureValue>YQ==</SignatureValue><X509Certificate>MIT/////</X509Certificate></Signature>",
            vec![nobody(None)],
        ),
    ];
    for (part, wanted) in cases {
        assert_eq!(signatures(part.as_bytes()), *wanted, "{part}");
    }
}
