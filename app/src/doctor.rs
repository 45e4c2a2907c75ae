//! `escale doctor`: what is not as it should be in an installation, and what to do about it. It changes nothing.

use std::fmt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::Context;
use kit_base::{Clock, EmailAddress};
use kit_outbox::{Sender, SmtpTransport};
use kit_store::Store;
use kit_web::PublicUrl;

use crate::assembly::migrations;
use crate::data_folder::DataFolder;
use crate::secrets;

/// Below, a day of journal, mails and backups may not fit any more.
const FREE_MEBIBYTES_MIN: u64 = 1024;

/// What is looked at.
pub(crate) struct Patient<'a> {
    pub(crate) folder: &'a DataFolder,
    pub(crate) database: String,
    pub(crate) public_url: &'a PublicUrl,
    pub(crate) mail: Option<&'a str>,
    pub(crate) mail_from: Option<EmailAddress>,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Finding {
    /// As it should be.
    Fine(String),
    /// Not as it should be, and what to do.
    ToDo { what: String, todo: String },
}

impl Finding {
    fn fine(what: impl Into<String>) -> Self {
        Self::Fine(what.into())
    }

    fn to_do(what: impl Into<String>, todo: impl Into<String>) -> Self {
        Self::ToDo { what: what.into(), todo: todo.into() }
    }

    /// Whether there is nothing to do.
    pub(crate) fn is_fine(&self) -> bool {
        matches!(self, Self::Fine(_))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fine(what) => write!(f, "✓ {what}"),
            Self::ToDo { what, todo } => write!(f, "✗ {what}\n    → {todo}"),
        }
    }
}

/// Looks at everything that can be looked at: what depends on something that is missing is left out.
pub(crate) async fn examine(patient: &Patient<'_>) -> Vec<Finding> {
    let mut findings = vec![address(patient.public_url), disk(patient.folder)];
    findings.extend(["journal.key", "secret.key"].map(|name| private(&patient.folder.file(name))));
    findings.push(mail_server(patient).await);
    match open(patient).await {
        Ok(store) => findings.extend(database(&store).await),
        Err(error) => findings.push(Finding::to_do(
            format!("La base de données ne s’ouvre pas : {error:#}"),
            "Vérifiez --data ou --database, et que le serveur PostgreSQL répond. Une installation neuve est créée par « escale migrate ».",
        )),
    }
    findings
}

fn address(public_url: &PublicUrl) -> Finding {
    if public_url.is_https() {
        return Finding::fine(format!("Adresse publique : {public_url}"));
    }
    Finding::to_do(
        format!("L’adresse publique est {public_url} : les liens des courriels ne s’ouvrent que sur cette machine."),
        "Donnez l’adresse que les gens connaissent : --public-url https://…",
    )
}

fn disk(folder: &DataFolder) -> Finding {
    let Ok(found) = rustix::fs::statvfs(folder.path()) else {
        return Finding::to_do(
            "La place libre sur le disque ne peut pas être lue.",
            "Vérifiez les droits du dossier de données.",
        );
    };
    let free = found.f_bavail.saturating_mul(found.f_frsize) / (1024 * 1024);
    if free < FREE_MEBIBYTES_MIN {
        return Finding::to_do(
            format!("Il reste {free} Mio sur le disque du dossier de données."),
            format!("Faites de la place : {FREE_MEBIBYTES_MIN} Mio au moins."),
        );
    }
    Finding::fine(format!("Place libre : {free} Mio"))
}

/// A key is for the service alone: whoever reads it can forge forms, or a journal.
fn private(key: &Path) -> Finding {
    let shown = key.display();
    match std::fs::metadata(key) {
        Err(_) => Finding::to_do(
            format!("Il n’y a pas de clé {shown}."),
            "Elle est créée au premier démarrage. Si l’installation a déjà servi, restaurez la clé sauvegardée avant de démarrer.",
        ),
        Ok(found) if found.permissions().mode() & 0o077 != 0 => {
            Finding::to_do(format!("La clé {shown} peut être lue par d’autres comptes."), format!("chmod 600 {shown}"))
        }
        Ok(_) => Finding::fine(format!("Clé : {shown}")),
    }
}

async fn mail_server(patient: &Patient<'_>) -> Finding {
    let (Some(server), Some(from)) = (patient.mail, &patient.mail_from) else {
        return Finding::to_do(
            "Aucun serveur de courriel n’est nommé : les courriels attendent, et personne ne peut se connecter.",
            "Nommez-le dans ESCALE_MAIL (smtp://compte:mot-de-passe@serveur:587), avec --mail-from.",
        );
    };
    let sender = Sender { name: "Escale".to_owned(), address: from.clone() };
    let answered = match SmtpTransport::new(server, sender) {
        Ok(transport) => transport.check().await.map_err(anyhow::Error::from),
        Err(error) => Err(error.into()),
    };
    match answered {
        Ok(()) => Finding::fine("Le serveur de courriel répond"),
        // What the server said may quote the account: the kind of failure is enough to know where to look.
        Err(_) => Finding::to_do(
            "Le serveur de courriel ne répond pas, ou refuse le compte.",
            "Vérifiez l’adresse, le port, le compte et le mot de passe de ESCALE_MAIL, et que la machine peut le joindre.",
        ),
    }
}

/// Nothing is made: a database that is not there is one of the things to say.
async fn open(patient: &Patient<'_>) -> anyhow::Result<Store> {
    let file = patient.database.strip_prefix("sqlite://").and_then(|rest| rest.split('?').next());
    if let Some(file) = file.filter(|file| !Path::new(file).is_file()) {
        anyhow::bail!("il n’y a pas de fichier {file}");
    }
    let key = secrets::existing_journal_key(patient.folder)?;
    Store::open(&patient.database, key).await.context("connexion")
}

async fn database(store: &Store) -> Vec<Finding> {
    match store.missing(&migrations()).await {
        Ok(missing) if missing.is_empty() => {}
        Ok(missing) => {
            let what = format!("{} étape(s) manquent aux tables, dont {}.", missing.len(), missing.join(", "));
            return vec![Finding::to_do(
                what,
                "escale migrate, avec les mêmes --data et --database ; « serve » le fait aussi.",
            )];
        }
        Err(error) => return vec![unreadable(&error)],
    }
    let mut findings = vec![Finding::fine("Tables à jour")];
    findings.push(journal(store).await);
    findings.push(administrators(store).await);
    findings.push(outbox(store).await);
    findings
}

fn unreadable(error: &dyn std::error::Error) -> Finding {
    Finding::to_do(
        format!("La base de données ne peut pas être lue : {error}"),
        "Vérifiez les droits du compte, et restaurez la dernière sauvegarde si le fichier est abîmé.",
    )
}

async fn journal(store: &Store) -> Finding {
    match store.verify_journal().await {
        Err(error) => unreadable(&error),
        Ok(found) => match found.broken {
            None => Finding::fine(format!("Journal entier : {} entrées", found.entries)),
            Some(broken) => Finding::to_do(
                format!("Journal rompu à l’entrée {} : {}.", broken.sequence, broken.reason),
                "Quelqu’un a écrit dans la base sans passer par Escale, ou journal.key n’est pas la bonne clé : comparez avec la dernière sauvegarde avant de continuer.",
            ),
        },
    }
}

async fn administrators(store: &Store) -> Finding {
    match accounts::administrators(&store.read(), Clock::machine().now()).await {
        Err(error) => unreadable(&error),
        Ok(0) => Finding::to_do(
            "Personne n’a la garde de l’installation : nul ne peut donner de rôle.",
            "escale administrator --email … --name …",
        ),
        Ok(count) => Finding::fine(format!("Administration : {count} personne(s)")),
    }
}

async fn outbox(store: &Store) -> Finding {
    match kit_outbox::counts(&store.read()).await {
        Err(error) => unreadable(&error),
        Ok(counts) if counts.failed_mails > 0 => Finding::to_do(
            format!("{} courriel(s) n’ont pas pu partir après plusieurs essais.", counts.failed_mails),
            "Quand le serveur de courriel répond : escale mail retry",
        ),
        Ok(counts) => Finding::fine(format!(
            "Courriels : {} à envoyer, {} question(s) dans les paniers",
            counts.waiting_mails, counts.waiting_items
        )),
    }
}
