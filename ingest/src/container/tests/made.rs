//! Messages and archives, written by code in the manner of the programs that save them.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::blank::{self, Filling};
use crate::form::FormId;

/// An empty form: enough to be recognised.
pub(super) fn form(form: FormId) -> Vec<u8> {
    blank::write(form, &Filling::default()).unwrap()
}

/// A zip archive.
pub(super) fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A zip archive that says that its file is locked.
pub(super) fn locked() -> Vec<u8> {
    let mut bytes = zip(&[("a.xlsx", b"....")]);
    let list = bytes.windows(4).position(|four| four == b"PK\x01\x02");
    // The first flag of the file and of its line in the list.
    bytes[6] |= 1;
    bytes[list.unwrap() + 8] |= 1;
    bytes
}

/// An archive whose file begins like a workbook and unpacks to 200 MiB.
pub(super) fn bomb() -> Vec<u8> {
    let mut file = b"PK\x03\x04".to_vec();
    file.resize(200 << 20, 0);
    zip(&[("skjema.xlsx", &file)])
}

/// Base64 in lines, as messages have it.
pub(super) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for line in bytes.chunks(57) {
        for three in line.chunks(3) {
            let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
            let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
            for (at, shift) in [18, 12, 6, 0].into_iter().enumerate() {
                let letter = LETTERS[usize::try_from(bits >> shift & 63).unwrap()];
                text.push(if at > three.len() { '=' } else { letter.into() });
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// A name as Python's email library writes it: by the newer rule, in percent signs.
fn percent(name: &str) -> String {
    let mut text = String::from("utf-8''");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'.' {
            text.push(byte.into());
        } else {
            write!(text, "%{byte:02X}").unwrap();
        }
    }
    text
}

/// A message as Python's email library writes it.
pub(super) fn python(from: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut text = format!(
        "Subject: Skjema\r\nFrom: Laget <{from}>\r\nTo: randi@samtalen.example\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"===1==\"\r\n\r\n\
         --===1==\r\nContent-Type: text/plain; charset=\"utf-8\"\r\n\
         Content-Transfer-Encoding: 8bit\r\n\r\nHer er årets skjema.\r\n"
    );
    for (name, bytes) in files {
        write!(
            text,
            "--===1==\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\
             Content-Disposition: attachment; filename*={}\r\nMIME-Version: 1.0\r\n\r\n{}",
            percent(name),
            base64(bytes)
        )
        .unwrap();
    }
    text.push_str("--===1==--\r\n");
    text.into_bytes()
}

/// A message as Thunderbird writes it: text beside a formatted text, names twice.
pub(super) fn thunderbird(from: &str, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut text = format!(
        "Message-ID: <1@lag.example>\r\nDate: Wed, 15 Apr 2026 12:00:00 +0200\r\n\
         MIME-Version: 1.0\r\nUser-Agent: Mozilla Thunderbird\r\nContent-Language: nb-NO\r\n\
         From: =?UTF-8?Q?Laget_p=C3=A5_R=C3=B8st?= <{from}>\r\nTo: randi@samtalen.example\r\n\
         Subject: Skjema\r\nContent-Type: multipart/mixed; boundary=\"------------a1\"\r\n\r\n\
         This is a multi-part message in MIME format.\r\n--------------a1\r\n\
         Content-Type: multipart/alternative; boundary=\"------------b2\"\r\n\r\n\
         --------------b2\r\nContent-Type: text/plain; charset=UTF-8; format=flowed\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\nHer er =C3=A5rets skjema.\r\n\
         --------------b2\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n\
         <html><body>Her er skjema.</body></html>\r\n--------------b2--\r\n"
    );
    for (name, bytes) in files {
        let word: String = base64(name.as_bytes()).trim().to_owned();
        write!(
            text,
            "--------------a1\r\nContent-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;\r\n \
             name=\"=?UTF-8?B?{word}?=\"\r\nContent-Disposition: attachment;\r\n filename*0*={};\r\n filename*1*=\"\"\r\n\
             Content-Transfer-Encoding: base64\r\n\r\n{}\r\n",
            percent(name),
            base64(bytes)
        )
        .unwrap();
    }
    text.push_str("--------------a1--\r\n");
    text.into_bytes()
}

/// A message that carries another as it is.
pub(super) fn forwarded(from: &str, inner: &[u8]) -> Vec<u8> {
    let inner = String::from_utf8(inner.to_vec()).unwrap();
    format!(
        "From: {from}\r\nTo: post@samtalen.example\r\nSubject: Fwd: Skjema\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"ytre\"\r\n\r\n\
         --ytre\r\nContent-Type: text/plain\r\n\r\nSe under.\r\n\
         --ytre\r\nContent-Type: message/rfc822; name=\"Skjema.eml\"\r\n\
         Content-Disposition: attachment; filename=\"Skjema.eml\"\r\n\r\n{inner}\r\n--ytre--\r\n"
    )
    .into_bytes()
}

/// A message whose text draws a picture.
pub(super) fn with_letterhead(from: &str, picture: &[u8], (name, file): (&str, &[u8])) -> Vec<u8> {
    format!(
        "From: {from}\r\nSubject: Skjema\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"ytre\"\r\n\r\n--ytre\r\n\
         Content-Type: multipart/related; boundary=\"indre\"\r\n\r\n--indre\r\n\
         Content-Type: text/html\r\n\r\n<p>Hilsen laget <img src=\"cid:logo1@lag\"></p>\r\n--indre\r\n\
         Content-Type: image/png; name=\"logo.png\"\r\nContent-ID: <logo1@lag>\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--indre--\r\n--ytre\r\n\
         Content-Type: application/octet-stream; name=\"{name}\"\r\n\
         Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--ytre--\r\n",
        base64(picture),
        base64(file)
    )
    .into_bytes()
}

/// A message with a text file in quoted-printable.
pub(super) fn quoted(from: &str, name: &str, text: &str) -> Vec<u8> {
    format!(
        "From: {from}\r\nSubject: Liste\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n\
         Content-Type: text/csv; charset=UTF-8; name=\"{name}\"\r\n\
         Content-Disposition: attachment; filename=\"{name}\"\r\n\
         Content-Transfer-Encoding: quoted-printable\r\n\r\n{text}\r\n--x--\r\n"
    )
    .into_bytes()
}

/// What a message of Outlook's carries.
pub(super) enum Attached<'a> {
    File(&'a str, &'a [u8]),
    /// A picture that the text draws.
    Drawn(&'a str, &'a [u8]),
    /// A message: its name, its sender, what it carries.
    Message(&'a str, &'a str, &'a [Attached<'a>]),
}

type Compound = cfb::CompoundFile<Cursor<Vec<u8>>>;

/// A message as Outlook saves it, perhaps with other messages in it.
pub(super) fn msg(from: &str, attached: &[Attached<'_>]) -> Vec<u8> {
    let cursor = Cursor::new(Vec::new());
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, cursor).unwrap();
    file.create_storage("/__nameid_version1.0").unwrap();
    message(&mut file, "", from, attached);
    file.flush().unwrap();
    file.into_inner().into_inner()
}

fn message(file: &mut Compound, home: &str, from: &str, attached: &[Attached<'_>]) {
    stream(file, home, "__properties_version1.0", &[0; 32]);
    stream(file, home, "__substg1.0_001A001F", &wide("IPM.Note"));
    // The older home of the address holds the name of a mailbox in a large office.
    stream(file, home, "__substg1.0_0C1F001F", &wide("/O=LAG/CN=POST"));
    stream(file, home, "__substg1.0_5D01001F", &wide(from));
    for (nth, attached) in attached.iter().enumerate() {
        let storage = format!("{home}/__attach_version1.0_#{nth:08X}");
        file.create_storage(&storage).unwrap();
        stream(file, &storage, "__properties_version1.0", &[0; 8]);
        match attached {
            Attached::File(name, bytes) | Attached::Drawn(name, bytes) => {
                stream(file, &storage, "__substg1.0_3707001F", &wide(name));
                stream(file, &storage, "__substg1.0_37010102", bytes);
            }
            Attached::Message(name, from, within) => {
                stream(file, &storage, "__substg1.0_3707001F", &wide(name));
                let inner = format!("{storage}/__substg1.0_3701000D");
                file.create_storage(&inner).unwrap();
                message(file, &inner, from, within);
            }
        }
        if matches!(attached, Attached::Drawn(..)) {
            stream(file, &storage, "__substg1.0_3712001F", &wide("logo1@lag"));
        }
    }
}

fn stream(file: &mut Compound, home: &str, name: &str, bytes: &[u8]) {
    let mut stream = file.create_stream(format!("{home}/{name}")).unwrap();
    stream.write_all(bytes).unwrap();
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}
