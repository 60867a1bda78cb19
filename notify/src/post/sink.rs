//! A mail server for the tests: it keeps what it gets, and fails when asked to.
//!
//! It is as lenient as the worst of its kind: a bare line feed before and after a
//! dot ends a message, so a letter that could be cut short there is.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Where the server misbehaves, and the line that it then says.
pub(crate) type Fault = (Moment, &'static str);

/// A moment of the talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// It greets with the line instead of `220`.
    Greeting,
    /// It answers every login with the line.
    Login,
    /// It answers the receivers with these letters in their address.
    Receiver(&'static str),
    /// It answers the end of each message.
    Message,
    /// It takes the message and hangs up without a word.
    HangsUp,
    /// It never says anything.
    Mute,
}

/// A message that the server took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) to: Vec<String>,
    pub(crate) bytes: Vec<u8>,
}

/// What the server has seen.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) taken: Vec<Taken>,
    pub(crate) commands: Vec<String>,
}

/// A server on this machine, on a port of its own.
pub(crate) struct Sink {
    pub(crate) port: u16,
    seen: Arc<Mutex<Seen>>,
}

impl Sink {
    /// Starts a server with these faults; it ends with the tests.
    pub(crate) fn new(faults: &[Fault]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let (faults, shared) = (faults.to_vec(), Arc::clone(&seen));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (faults, shared) = (faults.clone(), Arc::clone(&shared));
                thread::spawn(move || Talk::new(stream, faults, shared).run());
            }
        });
        Self { port, seen }
    }

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.seen.lock().unwrap().taken.clone()
    }

    /// Whether a command began with these letters.
    pub(crate) fn heard(&self, command: &str) -> bool {
        let seen = self.seen.lock().unwrap();
        seen.commands.iter().any(|line| line.starts_with(command))
    }
}

/// One connection.
struct Talk {
    reader: BufReader<TcpStream>,
    writer: TcpStream,
    faults: Vec<Fault>,
    seen: Arc<Mutex<Seen>>,
    to: Vec<String>,
}

impl Talk {
    fn new(stream: TcpStream, faults: Vec<Fault>, seen: Arc<Mutex<Seen>>) -> Self {
        Self {
            reader: BufReader::new(stream.try_clone().unwrap()),
            writer: stream,
            faults,
            seen,
            to: Vec::new(),
        }
    }

    /// Talks until one side hangs up; a broken line only ends the talk.
    fn run(mut self) -> Option<()> {
        if self.fault(Moment::Mute).is_some() {
            self.line()?;
            return None;
        }
        let greeting = self.fault(Moment::Greeting);
        self.say(greeting.unwrap_or("220 sink.example"))?;
        loop {
            let line = self.line()?;
            self.seen.lock().unwrap().commands.push(line.clone());
            let answer = match line.get(..4).unwrap_or(&line) {
                "EHLO" => "250-sink.example\r\n250 AUTH PLAIN",
                "AUTH" => self.login(&line),
                "MAIL" => {
                    self.to.clear();
                    "250 2.1.0 Ok"
                }
                "RCPT" => self.receiver(&line),
                "DATA" => {
                    self.say("354 Go on")?;
                    self.message()?
                }
                "QUIT" => "221 Bye",
                _ => "250 Ok",
            };
            self.say(answer)?;
        }
    }

    fn login(&self, line: &str) -> &'static str {
        let refused = self.fault(Moment::Login);
        // "\0rapport\0blåbær" in base64.
        let known = line == "AUTH PLAIN AHJhcHBvcnQAYmzDpWLDpnI=";
        refused.unwrap_or(if known { "235 Welcome" } else { "535 Unknown" })
    }

    fn receiver(&mut self, line: &str) -> &'static str {
        let refused = self.faults.iter().find_map(|(moment, words)| {
            matches!(moment, Moment::Receiver(letters) if line.contains(letters)).then_some(*words)
        });
        let address = line.split(['<', '>']).nth(1).unwrap_or_default();
        if refused.is_none() {
            self.to.push(address.to_owned());
        }
        refused.unwrap_or("250 2.1.5 Ok")
    }

    fn message(&mut self) -> Option<&'static str> {
        let mut bytes = Vec::new();
        loop {
            let mut line = Vec::new();
            if self.reader.read_until(b'\n', &mut line).ok()? == 0 {
                return None;
            }
            if line == b".\r\n" || line == b".\n" {
                break;
            }
            let stuffed = usize::from(line.starts_with(b"."));
            bytes.extend_from_slice(&line[stuffed..]);
        }
        let to = self.to.clone();
        self.seen.lock().unwrap().taken.push(Taken { to, bytes });
        if self.fault(Moment::HangsUp).is_some() {
            return None;
        }
        let refused = self.fault(Moment::Message);
        Some(refused.unwrap_or("250 2.0.0 Ok: queued as 7F3A"))
    }

    fn fault(&self, at: Moment) -> Option<&'static str> {
        self.faults
            .iter()
            .find(|(moment, _)| *moment == at)
            .map(|(_, words)| *words)
    }

    fn say(&mut self, words: &str) -> Option<()> {
        self.writer
            .write_all(format!("{words}\r\n").as_bytes())
            .ok()
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.reader.read_line(&mut line).ok()?;
        (length > 0).then(|| line.trim_end().to_owned())
    }
}
