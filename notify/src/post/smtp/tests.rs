//! Letters to a mail server that is well, and to servers that are not.

use std::time::Duration;

use crate::post::sink::{Fault, Moment, Sink};
use crate::samples;

use super::*;

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        server: "127.0.0.1".to_owned(),
        port: Some(port),
        security: Security::None,
        login: None,
        hello: "rapport.medmenneske.example".to_owned(),
        timeout: Duration::from_secs(5),
    }
}

fn send(sink: &Sink) -> Result<Sent, PostError> {
    Smtp::new(&settings(sink.port))
        .unwrap()
        .send(&samples::letter(), &samples::key())
}

#[test]
fn a_letter_arrives_as_it_was_wrapped() {
    let sink = Sink::new(&[]);
    let post = Smtp::new(&settings(sink.port)).unwrap();
    let sent = post.send(&samples::letter(), &samples::key()).unwrap();
    assert!(sent.reference.contains("queued as 7F3A"), "{sent:?}");
    post.send(&samples::letter(), &samples::key()).unwrap();
    let wrapped = mime::wrap(&samples::letter(), &samples::key()).unwrap();
    let taken = sink.taken();
    assert_eq!(taken.len(), 2);
    assert_eq!(taken[0], taken[1]);
    // The line end before the closing dot belongs to the protocol.
    let bytes = taken[0].bytes.strip_suffix(b"\r\n");
    assert!(bytes == Some(wrapped.bytes.as_slice()));
    assert_eq!(taken[0].to, ["post101@lag.example", "leder101@lag.example"]);
    assert!(sink.heard("EHLO rapport.medmenneske.example"));
}

#[test]
fn a_lenient_server_cannot_be_made_to_cut_a_letter_short() {
    let mut letter = samples::letter();
    for (before, after) in [("\n", "\n"), ("\r\n", "\r\n"), ("\r", "\n"), ("\n", "\r\n")] {
        let trap = format!("{before}.{after}");
        letter.text = format!("først{trap}etter{trap}MAIL FROM:<x@y.example>\r\n");
        letter.html = format!("<p>først{trap}etter</p>");
        let sink = Sink::new(&[]);
        Smtp::new(&settings(sink.port))
            .unwrap()
            .send(&letter, &samples::key())
            .unwrap();
        let taken = sink.taken();
        let parsed = mail_parser::MessageParser::default()
            .parse(&taken[0].bytes)
            .unwrap();
        let text = parsed.body_text(0).unwrap().replace("\r\n", "\n");
        assert_eq!(text, "først\n.\netter\n.\nMAIL FROM:<x@y.example>\n");
        assert!(parsed.body_html(0).unwrap().contains("etter</p>"));
        assert_eq!(taken.len(), 1);
    }
}

/// Whether the letter is to be tried again, and the reply code.
fn outcome(faults: &[Fault]) -> (bool, Option<u16>) {
    let error = send(&Sink::new(faults)).unwrap_err();
    let code = match &error {
        PostError::Refused { code, .. } => Some(*code),
        PostError::Unavailable { code, .. } => *code,
        PostError::Unsendable { .. } | PostError::Folder { .. } | PostError::Settings { .. } => {
            panic!("{error:?}")
        }
    };
    // What a log shows holds no address, whatever the server says.
    assert!(!error.to_string().contains('@'), "{error}");
    (error.is_transient(), code)
}

#[test]
fn a_refusal_of_the_letter_is_told_from_trouble_with_the_server() {
    let again = true;
    for (fault, wanted) in [
        ((Moment::Greeting, "421 4.3.2 Too busy"), (again, Some(421))),
        (
            (Moment::Greeting, "554 5.7.1 Not from you"),
            (again, Some(554)),
        ),
        ((Moment::Message, "451 4.3.0 Later"), (again, Some(451))),
        ((Moment::Message, "421 4.4.2 Closing"), (again, Some(421))),
        (
            (Moment::Message, "550 5.7.1 <post101@lag.example> no"),
            (!again, Some(550)),
        ),
        ((Moment::Message, "552 5.3.4 Too big"), (!again, Some(552))),
        ((Moment::HangsUp, ""), (again, None)),
    ] {
        assert_eq!(outcome(std::slice::from_ref(&fault)), wanted, "{fault:?}");
    }
    let nobody = [
        (Moment::Receiver("post101@"), "550 5.1.1 Unknown"),
        (Moment::Receiver("leder101@"), "550 5.1.1 Unknown"),
    ];
    assert_eq!(outcome(&nobody), (!again, Some(550)));
}

#[test]
fn one_dead_address_does_not_keep_the_letter_from_the_other() {
    let sink = Sink::new(&[(Moment::Receiver("leder101@"), "550 5.1.1 Unknown")]);
    let sent = send(&sink).unwrap();
    assert_eq!(sent.refused, ["leder101@lag.example"]);
    let taken = sink.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0].to, ["post101@lag.example"]);
}

#[test]
fn a_server_that_is_gone_or_mute_is_tried_again() {
    let gone = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = gone.local_addr().unwrap().port();
    drop(gone);
    let mute = Sink::new(&[(Moment::Mute, "")]);
    for port in [port, mute.port] {
        let mut settings = settings(port);
        settings.timeout = Duration::from_millis(200);
        let error = Smtp::new(&settings)
            .unwrap()
            .send(&samples::letter(), &samples::key())
            .unwrap_err();
        assert!(error.is_transient(), "{error:?}");
    }
}

#[test]
fn a_login_is_shown_to_the_server_alone() {
    let login = |password| Login {
        user: "rapport".to_owned(),
        password: Password::new(password),
    };
    let send = |sink: &Sink, password| {
        let mut settings = settings(sink.port);
        settings.login = Some(login(password));
        assert!(!format!("{settings:?}").contains(password));
        Smtp::new(&settings)
            .unwrap()
            .send(&samples::letter(), &samples::key())
    };
    let sink = Sink::new(&[]);
    send(&sink, "blåbær").unwrap();
    assert_eq!(sink.taken().len(), 1);
    // A password can be put right; the letters must not be given up for it.
    let error = send(&sink, "tyttebær").unwrap_err();
    assert!(error.is_transient(), "{error:?}");
    let busy = Sink::new(&[(Moment::Login, "454 4.7.0 Later")]);
    assert!(send(&busy, "blåbær").unwrap_err().is_transient());
}

#[test]
fn nothing_is_sent_over_an_open_line() {
    let sink = Sink::new(&[]);
    let mut settings = settings(sink.port);
    settings.security = Security::StartTls;
    // The server offers no STARTTLS: nothing but the greeting may pass.
    let error = Smtp::new(&settings)
        .unwrap()
        .send(&samples::letter(), &samples::key())
        .unwrap_err();
    assert!(error.is_transient(), "{error:?}");
    assert!(!sink.heard("MAIL"));
    assert!(!sink.heard("AUTH"));

    settings.security = Security::None;
    for (server, allowed) in [
        ("localhost", true),
        ("127.0.0.2", true),
        ("::1", true),
        ("smtp.medmenneske.example", false),
        ("192.0.2.7", false),
        ("localhost.medmenneske.example", false),
    ] {
        settings.server = server.to_owned();
        assert_eq!(Smtp::new(&settings).is_ok(), allowed, "{server}");
    }
    settings.server = "localhost".to_owned();
    settings.hello = "a b\r\nMAIL".to_owned();
    assert!(matches!(
        Smtp::new(&settings),
        Err(PostError::Settings { .. })
    ));
}
