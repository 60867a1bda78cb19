//! A digital signature in the file is evidence, and is said to be untried.

use std::io::{Cursor, Write};
use std::process::Command;

use samlerapport_ingest::{FormId, blank};
use serde_json::Value as Json;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::folder::{PROGRAM, sound};

/// Made with another program, for somebody who does not exist.
const CERTIFICATE: &str = "
MIIBqzCCAVGgAwIBAgIUYl2iDMB+51uvJBihdZtkJXmokB8wCgYIKoZIzj0EAwIwKzELMAkGA1UE
BhMCTk8xHDAaBgNVBAMME8OFc2Ugw5h5Z2FyZCBOYW1zb3MwHhcNMjYxMTIyMDQ1MDQ0WhcNMzYx
MTE5MDQ1MDQ0WjArMQswCQYDVQQGEwJOTzEcMBoGA1UEAwwTw4VzZSDDmHlnYXJkIE5hbXNvczBZ
MBMGByqGSM49AgEGCCqGSM49AwEHA0IABLAnSu4H59hjBe2gK+iLlHS7N+lmzQkXmfPLf6d56vdA
n/7LL9nRJT6ovTqC1gDFopR7TH0phIA2JCIfcpHypnSjUzBRMB0GA1UdDgQWBBStOCXHAJ/FtA67
jA7jwYFFBfHdiDAfBgNVHSMEGDAWgBStOCXHAJ/FtA67jA7jwYFFBfHdiDAPBgNVHRMBAf8EBTAD
AQH/MAoGCCqGSM49BAMCA0gAMEUCIQDA3e/nxWQ/EZXhmJZr35mNkTYPnVFmTPn/gUJspCakBgIg
YHdaadPRu24niOPx0uyFFT74ehVedMZZBr78aELxdgA=
";

/// A form that nobody signed by hand, with a signature of the package.
fn signed(form: FormId, typed: Option<&str>, value: &str) -> Vec<u8> {
    let mut filling = sound("Samtalen Namsos", form, 3);
    for block in &mut filling.signatures {
        (block.picture, block.typed) = (false, typed.map(str::to_owned));
        (block.name, block.date) = (block.typed.clone(), None);
    }
    let bytes = blank::write(form, &filling).unwrap();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        writer
            .raw_copy_file(archive.by_index_raw(index).unwrap())
            .unwrap();
    }
    let signature = format!(
        r#"<?xml version="1.0"?><Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/><SignatureValue>{value}</SignatureValue><KeyInfo><X509Data><X509Certificate>{CERTIFICATE}</X509Certificate></X509Data></KeyInfo><Object><SignatureProperties><SignatureProperty><mdssi:SignatureTime><mdssi:Format>YYYY-MM-DDThh:mm:ssTZD</mdssi:Format><mdssi:Value>2026-03-01T12:30:00Z</mdssi:Value></mdssi:SignatureTime></SignatureProperty></SignatureProperties></Object></Signature>"#,
    );
    writer
        .start_file("_xmlsignatures/sig1.xml", SimpleFileOptions::default())
        .unwrap();
    writer.write_all(signature.as_bytes()).unwrap();
    writer.finish().unwrap().into_inner()
}

/// The first signature, and what is said of it.
fn judged(bytes: &[u8]) -> (Json, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("skjema.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let output = Command::new(PROGRAM)
        .args([
            "check",
            "--format",
            "json",
            "--values",
            "--today",
            "2026-06-01",
        ])
        .arg(&path)
        .output()
        .unwrap();
    let judged: Json = serde_json::from_slice(&output.stdout).unwrap();
    let file = &judged["files"][0];
    let findings = file["findings"].as_array().unwrap().iter();
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let said = findings.filter(|finding| text(&finding["name"]).starts_with("signature"));
    let said =
        said.map(|finding| format!("{} {}", text(&finding["name"]), text(&finding["severity"])));
    (file["signatures"][0].clone(), said.collect())
}

#[test]
fn a_digital_signature_is_told_with_its_name_and_day() {
    for (form, said) in [
        (FormId::AnnualReport, "signature_not_confirmed wait"),
        (FormId::Activities, "signature_not_confirmed remark"),
    ] {
        for typed in [None, Some("Åse Øygard Namsos")] {
            let (signature, findings) = judged(&signed(form, typed, "c2lnbmVkCg=="));
            assert_eq!(signature["evidence"], "digital", "{typed:?}");
            assert_eq!(signature["name"], "Åse Øygard Namsos");
            assert_eq!(signature["date"], "2026-03-01");
            assert_eq!(findings, [said], "{form:?} {typed:?}");
        }
    }
}

#[test]
fn another_persons_name_and_an_empty_signature_show_nothing() {
    let (signature, _) = judged(&signed(FormId::Activities, Some("Ivar Lønn"), "c2ln"));
    assert_eq!(signature["evidence"], "typed");
    let (signature, _) = judged(&signed(FormId::Activities, None, " "));
    assert_eq!(signature["evidence"], "none");
}
