//! Through a mail server that listens on this machine.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

use kit_base::Locale;
use kit_outbox::{OutgoingMail, Sender, SmtpTransport, Transport};
use uuid::Uuid;

use crate::house::{MONDAY, address};

fn sender() -> Sender {
    Sender { name: "Escale".to_owned(), address: "ne-pas-repondre@escale.example".parse().unwrap() }
}

fn mail() -> OutgoingMail {
    OutgoingMail {
        id: Uuid::from_u128(7),
        at: MONDAY.parse().unwrap(),
        to: address("ana"),
        locale: Locale::Fr,
        subject: "\u{c9}t\u{e9}\r\nBcc: evil@exemple.fr".to_owned(),
        text: "Bonjour\n.\nQUIT\n".to_owned(),
        html: "<p>Bonjour</p>".to_owned(),
    }
}

/// Serves one mail, answering `after_data` to its end; gives what the client said.
fn serve_one(listener: TcpListener, after_data: &'static str) -> std::thread::JoinHandle<Vec<String>> {
    std::thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut answer = stream.try_clone().unwrap();
        let mut heard = Vec::new();
        let mut in_data = false;
        answer.write_all(b"220 ready\r\n").unwrap();
        for line in BufReader::new(stream).lines() {
            let Ok(line) = line else { break };
            let reply = match (in_data, line.as_str()) {
                (true, ".") => {
                    in_data = false;
                    after_data
                }
                (true, _) => "",
                (false, "DATA") => {
                    in_data = true;
                    "354 go on\r\n"
                }
                (false, _) => "250 fine\r\n",
            };
            let is_over = reply == after_data;
            heard.push(line);
            answer.write_all(reply.as_bytes()).unwrap();
            if is_over {
                break;
            }
        }
        heard
    })
}

#[tokio::test]
async fn a_mail_goes_to_its_reader_alone() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let transport = SmtpTransport::new(&format!("smtp://{}", listener.local_addr().unwrap()), sender()).unwrap();
    let server = serve_one(listener, "250 taken\r\n");
    transport.deliver(&mail()).await.unwrap();
    let heard = server.join().unwrap();
    let recipients: Vec<_> = heard.iter().filter(|line| line.starts_with("RCPT")).collect();
    assert_eq!(recipients, ["RCPT TO:<ana@exemple.fr>"]);
    assert!(!heard.iter().any(|line| line.starts_with("Bcc")), "{heard:?}");
    assert!(heard.iter().any(|line| line == "Message-ID: <00000000-0000-0000-0000-000000000007@escale.example>"));
}

#[tokio::test]
async fn a_server_that_says_no_is_a_failure_whose_kind_names_nobody() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let transport = SmtpTransport::new(&format!("smtp://{}", listener.local_addr().unwrap()), sender()).unwrap();
    let server = serve_one(listener, "550 no ana@exemple.fr here\r\n");
    let error = transport.deliver(&mail()).await.unwrap_err();
    assert_eq!(error.kind(), "not-taken");
    server.join().unwrap();
}

#[tokio::test]
async fn a_password_does_not_travel_in_clear() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    let transport = SmtpTransport::new(&format!("smtp://escale:s3cret@{at}"), sender()).unwrap();
    let server = serve_one(listener, "250 taken\r\n");
    assert!(transport.deliver(&mail()).await.is_err(), "this server has no STARTTLS");
    drop(transport);
    let heard = server.join().unwrap();
    assert!(!heard.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")), "{heard:?}");
}

#[tokio::test]
async fn an_unreadable_server_address_is_refused_without_quoting_it() {
    for bad in ["", "mail.example", "http://u:s3cret@mail.example", "smtp://"] {
        let error = SmtpTransport::new(bad, sender()).unwrap_err();
        assert!(!error.to_string().contains("s3cret"));
    }
}
