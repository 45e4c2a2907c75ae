//! The command line: `serve`, `demo`, `migrate`, `administrator`, `known-organisations`, `journal verify`, `mail retry`, `doctor`, `eligibility`.

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, bail};
use axum::Router;
use chrono::{Duration, NaiveDate};
use clap::{Args, Parser, Subcommand};
use kit_base::{Clock, EmailAddress, Locale, Territory};
use kit_outbox::{Sender, SmtpTransport, Transport};
use kit_policy::{HeldRole, Place, Role};
use kit_store::Store;
use kit_web::{App, PublicUrl};

use crate::assembly::{Outside, assemble, migrations};
use crate::data_folder::DataFolder;
use crate::doctor::{self, Finding, Patient};
use crate::eligibility::{self, EligibilityVerb};
use crate::{demo, known_organisations, secrets, serve};

/// Somebody who asks several owners for news, one after the other, is done by then.
const SETTLING_MINUTES: i64 = 15;

/// Coordonner la mobilité européenne et internationale des jeunes : du séminaire à l’engagement, de l’engagement à l’action.
#[derive(Debug, Parser)]
#[command(name = "escale", version)]
struct CommandLine {
    #[command(subcommand)]
    command: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Serves an installation.
    Serve(ServeArguments),
    /// Makes an example installation in a folder of its own, and serves it.
    Demo(DemoArguments),
    /// Makes or completes the tables.
    Migrate(DatabaseArguments),
    /// Gives somebody the keeping of the installation: the first person to sign in.
    Administrator(AdministratorArguments),
    /// Takes the organisations known from public sources into the directory, each with its source. What the directory knows is
    /// left as it is; it can be done again.
    KnownOrganisations(KnownOrganisationsArguments),
    /// Looks after the journal.
    Journal {
        #[command(subcommand)]
        verb: JournalVerb,
    },
    /// Looks after the mails.
    Mail {
        #[command(subcommand)]
        verb: MailVerb,
    },
    /// Says what is not as it should be, and what to do. Give it what `serve` is given; it changes nothing.
    Doctor(DoctorArguments),
    /// Evaluates rules on people, from files.
    Eligibility {
        #[command(subcommand)]
        verb: EligibilityVerb,
    },
}

#[derive(Debug, Args)]
struct DatabaseArguments {
    /// The folder with the keys and, for SQLite, the database.
    #[arg(long, default_value = "escale-data")]
    data: PathBuf,
    /// `sqlite://…` or `postgres://…`; a SQLite file in the data folder if left out.
    #[arg(long, env = "ESCALE_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

impl DatabaseArguments {
    fn is_on_postgres(&self) -> bool {
        self.database.as_deref().is_some_and(|address| address.starts_with("postgres"))
    }
}

#[derive(Debug, Args)]
struct ServeArguments {
    /// Address and port to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address people know, https or localhost: mails and links use it.
    #[arg(long, default_value = "http://localhost:8080")]
    public_url: PublicUrl,
    /// Address and port of the measurements, in Prometheus's format under `/metrics`; not served if left out.
    #[arg(long)]
    metrics: Option<SocketAddr>,
    /// The mail server: `smtp://user:password@host:587`. Without it, mails wait.
    /// Better named in `ESCALE_MAIL`, which other users of the machine do not see.
    #[arg(long, env = "ESCALE_MAIL", hide_env_values = true, requires = "mail_from")]
    mail: Option<String>,
    /// The address that mails come from.
    #[arg(long)]
    mail_from: Option<EmailAddress>,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Args)]
struct DemoArguments {
    /// Address and port to listen on.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The address people know, https or localhost.
    #[arg(long, default_value = "http://localhost:8080")]
    public_url: PublicUrl,
    /// The demo's own folder.
    #[arg(long, default_value = "demo-data")]
    data: PathBuf,
    /// Runs as if it were this day: `2026-11-24`.
    #[arg(long)]
    date: Option<NaiveDate>,
}

#[derive(Debug, Args)]
struct AdministratorArguments {
    /// Their address: the sign-in mail goes there.
    #[arg(long)]
    email: EmailAddress,
    /// What they want to be called.
    #[arg(long)]
    name: String,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Args)]
struct KnownOrganisationsArguments {
    /// Those of this région and its départements only: `region:76`.
    #[arg(long)]
    region: Option<Territory>,
    #[command(flatten)]
    database: DatabaseArguments,
}

#[derive(Debug, Subcommand)]
enum JournalVerb {
    /// Recomputes the chain from its first entry.
    Verify(DatabaseArguments),
}

#[derive(Debug, Subcommand)]
enum MailVerb {
    /// Tries again the mails that were given up after too many tries.
    Retry(DatabaseArguments),
}

#[derive(Debug, Args)]
struct DoctorArguments {
    /// The address people know.
    #[arg(long, default_value = "http://localhost:8080")]
    public_url: PublicUrl,
    /// The mail server, as for `serve`.
    #[arg(long, env = "ESCALE_MAIL", hide_env_values = true, requires = "mail_from")]
    mail: Option<String>,
    /// The address that mails come from.
    #[arg(long)]
    mail_from: Option<EmailAddress>,
    #[command(flatten)]
    database: DatabaseArguments,
}

/// Threads that answer requests. SQLite's connections have threads of their own beside them: with a worker for each processor as well,
/// a query went from one processor to another and back, which cost a page a fifth of its time.
fn workers(command: &Verb) -> usize {
    let processors = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    match command {
        Verb::Serve(serve) if serve.database.is_on_postgres() => processors,
        _ => processors.div_ceil(2),
    }
}

/// Reads the command line and does what it says.
pub fn run() -> ExitCode {
    let command_line = CommandLine::parse();
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env()
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info")),
        )
        .init();
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers(&command_line.command))
        .enable_all()
        .build()
        .context("the runtime")
        .and_then(|runtime| runtime.block_on(carry_out(command_line.command)));
    match outcome {
        Ok(code) => code,
        Err(error) => {
            tracing::error!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn carry_out(verb: Verb) -> anyhow::Result<ExitCode> {
    match verb {
        Verb::Serve(arguments) => serve_installation(arguments).await?,
        Verb::Demo(arguments) => serve_demo(arguments).await?,
        Verb::Migrate(arguments) => {
            let (store, _) = open(&arguments).await?;
            let count = migrate(&store).await?;
            say(&format!("Tables à jour ({count} étape(s) ajoutée(s))."));
        }
        Verb::Administrator(arguments) => make_administrator(arguments).await?,
        Verb::KnownOrganisations(arguments) => take_in_known_organisations(&arguments).await?,
        Verb::Journal { verb: JournalVerb::Verify(arguments) } => return verify_journal(&arguments).await,
        Verb::Mail { verb: MailVerb::Retry(arguments) } => retry_mails(&arguments).await?,
        Verb::Doctor(arguments) => return examine(&arguments).await,
        Verb::Eligibility { verb } => say(&eligibility::carry_out(&verb)?),
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve_installation(arguments: ServeArguments) -> anyhow::Result<()> {
    let (store, folder) = open(&arguments.database).await?;
    let listener = serve::listen(arguments.listen).await?;
    migrate(&store).await?;
    let assembled = assemble(Outside {
        store,
        clock: Clock::machine(),
        public_url: arguments.public_url.clone(),
        secret: secrets::house_secret(&folder)?,
        transport: transport(arguments.mail.as_deref(), arguments.mail_from)?,
        settling: Duration::minutes(SETTLING_MINUTES),
        is_demo: false,
    })?;
    if let Some(address) = arguments.metrics {
        kit_web::start_measuring().context("measuring")?;
        tokio::spawn(serve::serve_measurements(serve::listen(address).await?));
    }
    say(&format!("{} (à l’écoute sur {})", arguments.public_url, arguments.listen));
    serve::serve(listener, assembled, Router::new()).await
}

async fn serve_demo(arguments: DemoArguments) -> anyhow::Result<()> {
    let listener = serve::listen(arguments.listen).await?;
    let folder = DataFolder::open_for_demo(&arguments.data)?;
    let clock = match arguments.date.and_then(|date| date.and_hms_opt(8, 0, 0)) {
        Some(start) => Clock::running_from(start.and_utc()),
        None => Clock::machine(),
    };
    let store = Store::open(&folder.database_address(), secrets::journal_key(&folder)?).await?;
    store.migrate(&migrations(), clock.now()).await?;
    let mails = kit_outbox::KeptTransport::default();
    let assembled = assemble(Outside {
        store,
        clock,
        public_url: arguments.public_url.clone(),
        secret: secrets::house_secret(&folder)?,
        transport: Some(Arc::new(mails.clone())),
        // Whoever tries the demo wants to see the mail.
        settling: Duration::zero(),
        is_demo: true,
    })?;
    demo::load(&assembled.app).await?;
    say(&demo::welcome(&arguments.public_url));
    serve::serve(listener, assembled, demo::routes(mails)).await
}

async fn make_administrator(arguments: AdministratorArguments) -> anyhow::Result<()> {
    let app = open_without_serving(&arguments.database).await?;
    let person = app
        .carry_out(
            &demo::the_house(),
            &accounts::commands::CreatePerson { name: arguments.name, email: arguments.email, locale: Locale::Fr },
        )
        .await?;
    let role = HeldRole { role: Role::Administrator, place: Place::Installation };
    app.carry_out(&demo::the_house(), &accounts::commands::GrantRole { person, role }).await?;
    say("C’est fait : cette personne peut se connecter.");
    Ok(())
}

async fn take_in_known_organisations(arguments: &KnownOrganisationsArguments) -> anyhow::Result<()> {
    let app = open_without_serving(&arguments.database).await?;
    let taken_in = known_organisations::take_in(&app, arguments.region).await?;
    say(&format!(
        "Organisations ajoutées à l’annuaire : {} ; laissées telles qu’elles y étaient : {}.",
        taken_in.added, taken_in.known_already
    ));
    Ok(())
}

/// The house with its tables, for a verb that carries out commands and ends.
async fn open_without_serving(arguments: &DatabaseArguments) -> anyhow::Result<App> {
    let (store, folder) = open(arguments).await?;
    migrate(&store).await?;
    let assembled = assemble(Outside {
        store,
        clock: Clock::machine(),
        public_url: "http://localhost".parse()?,
        secret: secrets::house_secret(&folder)?,
        transport: None,
        settling: Duration::zero(),
        is_demo: false,
    })?;
    Ok(assembled.app)
}

async fn verify_journal(arguments: &DatabaseArguments) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::existing(&arguments.data)?;
    let store = Store::open(&address(arguments, &folder), secrets::existing_journal_key(&folder)?).await?;
    let found = store.verify_journal().await?;
    if let Some(broken) = found.broken {
        say(&format!("Journal rompu à l’entrée {} : {}.", broken.sequence, broken.reason));
        return Ok(ExitCode::FAILURE);
    }
    say(&format!(
        "Journal entier : {} entrées, valeurs effacées à côté de {}, tête {}",
        found.entries, found.erased, found.head
    ));
    Ok(ExitCode::SUCCESS)
}

async fn retry_mails(arguments: &DatabaseArguments) -> anyhow::Result<()> {
    let (store, _) = open(arguments).await?;
    migrate(&store).await?;
    let count = kit_outbox::retry_failed(&store, Clock::machine().now()).await?;
    say(&format!("{count} courriel(s) partiront au prochain passage de « serve »."));
    Ok(())
}

async fn examine(arguments: &DoctorArguments) -> anyhow::Result<ExitCode> {
    let folder = DataFolder::existing(&arguments.database.data)?;
    let findings = doctor::examine(&Patient {
        database: address(&arguments.database, &folder),
        folder: &folder,
        public_url: &arguments.public_url,
        mail: arguments.mail.as_deref(),
        mail_from: arguments.mail_from.clone(),
    })
    .await;
    findings.iter().for_each(|finding| say(&finding.to_string()));
    Ok(if findings.iter().all(Finding::is_fine) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

async fn open(arguments: &DatabaseArguments) -> anyhow::Result<(Store, DataFolder)> {
    let folder = DataFolder::open_for_service(&arguments.data)?;
    let address = address(arguments, &folder);
    DataFolder::refuse_demo_database(&address)?;
    let store = Store::open(&address, secrets::journal_key(&folder)?).await.context("the database cannot be opened")?;
    Ok((store, folder))
}

fn address(arguments: &DatabaseArguments, folder: &DataFolder) -> String {
    arguments.database.clone().unwrap_or_else(|| folder.database_address())
}

async fn migrate(store: &Store) -> anyhow::Result<usize> {
    store.migrate(&migrations(), Clock::machine().now()).await.context("the tables cannot be made")
}

fn transport(server: Option<&str>, from: Option<EmailAddress>) -> anyhow::Result<Option<Arc<dyn Transport>>> {
    match (server, from) {
        (Some(server), Some(address)) => {
            Ok(Some(Arc::new(SmtpTransport::new(server, Sender { name: "Escale".to_owned(), address })?)))
        }
        (None, _) => Ok(None),
        (Some(_), None) => bail!("--mail needs --mail-from"),
    }
}

/// What the person at the terminal asked for.
#[expect(clippy::print_stdout, reason = "the one place that answers at the terminal")]
fn say(text: &str) {
    println!("{text}");
}
