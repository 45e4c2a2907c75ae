//! How a mail leaves the house.

use std::collections::VecDeque;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::mail::{OutgoingMail, Sender};

/// A delivery under way.
pub type Delivery<'a> = Pin<Box<dyn Future<Output = Result<(), TransportError>> + Send + 'a>>;

/// Takes mails away.
pub trait Transport: Send + Sync {
    /// Hands the mail over; `Ok` once the next one in line answers for it.
    fn deliver<'a>(&'a self, mail: &'a OutgoingMail) -> Delivery<'a>;
}

/// Why a mail did not leave. Every kind is tried again: "permanent" answers of a mail server are as often a wrong password
/// or a full disk of ours as a wrong address.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// It cannot be written as a mail.
    #[error("cannot be written as a mail: {0}")]
    Unwritable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The server did not take it.
    #[error("not taken by the mail server: {0}")]
    NotTaken(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The server did not answer in time.
    #[error("no answer from the mail server in time")]
    TooSlow,
}

impl TransportError {
    pub(crate) fn unwritable(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Unwritable(cause.into())
    }

    /// The kind of failure, which may be logged; the sentence may quote an address and may not.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Unwritable(_) => "unwritable",
            Self::NotTaken(_) => "not-taken",
            Self::TooSlow => "too-slow",
        }
    }
}

/// The address of the mail server cannot be read. It is not quoted, since it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the address of a mail server: smtp://[user:password@]host[:port] or smtps://…")]
pub struct SmtpAddressError;

/// Through a mail server.
pub struct SmtpTransport {
    client: AsyncSmtpTransport<Tokio1Executor>,
    sender: Sender,
}

const SERVER_TIMEOUT: Duration = Duration::from_secs(20);

impl SmtpTransport {
    /// `address` is `smtps://user:password@host:port` (TLS from the start) or `smtp://…`. With `smtp://`, a password never
    /// travels in clear: STARTTLS is required as soon as there is one, or with `?tls=required`. User and password are
    /// percent-encoded. Must be called inside a Tokio runtime.
    pub fn new(address: &str, sender: Sender) -> Result<Self, SmtpAddressError> {
        let is_plain = address.starts_with("smtp://") && !address.contains("tls=");
        let address = match (is_plain && address.contains('@'), address.contains('?')) {
            (false, _) => address.to_owned(),
            (true, true) => format!("{address}&tls=required"),
            (true, false) => format!("{address}?tls=required"),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address)
            .map_err(|_may_quote_a_password| SmtpAddressError)?;
        Ok(Self { client: builder.timeout(Some(SERVER_TIMEOUT)).build(), sender })
    }
}

impl SmtpTransport {
    /// Whether the server answers, and takes the account, without sending anything.
    ///
    /// # Errors
    /// When it does not.
    pub async fn check(&self) -> Result<(), TransportError> {
        let is_fine = self.client.test_connection().await.map_err(|error| TransportError::NotTaken(Box::new(error)))?;
        if is_fine { Ok(()) } else { Err(TransportError::NotTaken("the server does not answer".into())) }
    }
}

impl fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmtpTransport(…)")
    }
}

impl Transport for SmtpTransport {
    fn deliver<'a>(&'a self, mail: &'a OutgoingMail) -> Delivery<'a> {
        Box::pin(async move {
            let message = mail.message(&self.sender)?;
            self.client.send(message).await.map_err(|error| TransportError::NotTaken(Box::new(error)))?;
            Ok(())
        })
    }
}

/// Mails that a [`KeptTransport`] keeps.
pub const KEPT_MAILS_MAX: usize = 500;

/// Keeps the newest mails in memory instead of sending them: the demo, tests. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct KeptTransport {
    mails: Arc<Mutex<VecDeque<OutgoingMail>>>,
}

impl KeptTransport {
    /// The mails that were kept, newest first.
    pub fn mails(&self) -> Vec<OutgoingMail> {
        self.lock().iter().rev().cloned().collect()
    }

    /// Forgets them.
    pub fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<OutgoingMail>> {
        self.mails.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for KeptTransport {
    fn deliver<'a>(&'a self, mail: &'a OutgoingMail) -> Delivery<'a> {
        Box::pin(async move {
            let mut mails = self.lock();
            if mails.len() == KEPT_MAILS_MAX {
                mails.pop_front();
            }
            mails.push_back(mail.clone());
            Ok(())
        })
    }
}
