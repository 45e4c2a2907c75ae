//! A command: one verb that changes something. It cannot be carried out without having been permitted and journalled: what it
//! must give back, [`Done`], is made only from a [`Permit`] and a [`Record`].

use std::sync::{Mutex, PoisonError};

use kit_base::{Instant, Problem, Territory};
use kit_policy::{HeldRole, Place, Policies, Principal, Resource};
use kit_store::{Actor, Entry, Tx};
use serde_json::Value;
use uuid::Uuid;

use crate::{House, Premises, Submission, Visit};

/// A verb with all it needs, already parsed.
pub trait Command: Send + Sync {
    /// What it gives back.
    type Output: Send;

    /// Its name in the journal, e.g. `commitment.record`.
    const NAME: &'static str;

    /// Decides and writes, inside the transaction of `act`. May be run again from the start when the database could not order it.
    fn carry_out(&self, act: &Act<'_>) -> impl Future<Output = Result<Done<Self::Output>, Problem>> + Send;
}

/// One attempt at carrying out a command.
pub struct Act<'a> {
    /// The transaction: the only way to the database.
    pub tx: Tx,
    /// When it happens.
    pub now: Instant,
    /// Who does it.
    pub principal: &'a Principal,
    house: &'a House,
    /// What was done so far. The journal's head is locked last, so all of it is written at the end.
    entries: Mutex<Vec<Entry>>,
}

impl<'a> Act<'a> {
    /// Carries out another command within this one: in the same transaction, permitted on its own, with an entry of its own in the
    /// journal, which stands before that of this command.
    pub async fn carry_out<C: Command>(&self, command: &C) -> Result<C::Output, Problem> {
        let done = command.carry_out(self).await?;
        let entry = Entry {
            at: self.now,
            actor: self.actor(),
            role: done.role,
            command: C::NAME,
            subject_kind: done.record.subject_kind,
            subject_id: done.record.subject_id,
            territory: done.record.territory,
            discreet: done.record.discreet,
            values: done.record.values,
        };
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
        Ok(done.output)
    }

    /// Who does it, as the journal names them.
    pub fn actor(&self) -> Actor {
        actor_of(self.principal)
    }

    /// What a command may know of the house: links, words, secrets.
    pub fn premises(&self) -> &'a Premises {
        &self.house.premises
    }

    /// Asks the policies whether this principal may do `action` on `resource`.
    pub fn permit(&self, action: &'static str, resource: &Resource) -> Result<Permit, Problem> {
        let policies = &self.house.policies;
        if policies.decide(self.principal, action, resource) {
            Ok(Permit { role: role_that_permits(policies, self.principal, action, resource) })
        } else if matches!(self.principal, Principal::Visitor) {
            Err(Problem::SignInNeeded)
        } else {
            Err(Problem::Forbidden)
        }
    }

    /// Whether there is such a place. Organisations are not looked up here: their room knows them.
    pub fn is_known(&self, place: Place) -> bool {
        match place {
            Place::Territory(territory) => self.house.policies.is_known(territory),
            Place::Installation | Place::Organisation(_) => true,
        }
    }

    /// The same, where a field of the form names the place: a refusal is said beside it.
    pub fn permit_at(&self, field: &'static str, action: &'static str, resource: &Resource) -> Result<Permit, Problem> {
        self.permit(action, resource).map_err(|problem| match problem {
            Problem::Forbidden => Problem::ForbiddenHere(field),
            other => other,
        })
    }

    /// For the few commands that anybody may carry out because what they sent is itself the proof (a sign-in code). `reason` says which proof.
    pub fn permit_by_proof(&self, _reason: &'static str) -> Permit {
        Permit { role: "-".to_owned() }
    }
}

/// The policies said yes.
#[derive(Debug)]
pub struct Permit {
    role: String,
}

impl Permit {
    /// The command is done; `record` goes into the journal.
    pub fn done<T>(self, output: T, record: Record) -> Done<T> {
        Done { output, role: self.role, record }
    }
}

/// What the journal keeps of a command.
#[derive(Debug)]
pub struct Record {
    /// On what kind of thing.
    pub subject_kind: &'static str,
    /// On which one.
    pub subject_id: Option<Uuid>,
    /// Where.
    pub territory: Option<Territory>,
    /// Left out of listings.
    pub discreet: bool,
    /// What stood before and what stands now: erasable, never a token.
    pub values: Value,
}

impl Record {
    /// A record of something that is not discreet.
    pub fn of(subject_kind: &'static str, subject_id: Uuid, territory: Option<Territory>, values: Value) -> Self {
        Self { subject_kind, subject_id: Some(subject_id), territory, discreet: false, values }
    }
}

/// A command that was permitted and carried out, and is about to be journalled.
#[derive(Debug)]
pub struct Done<T> {
    output: T,
    role: String,
    record: Record,
}

impl House {
    /// Carries out a command that came without a form: the demo's loader, a job, the command line.
    pub async fn carry_out<C: Command>(&self, principal: &Principal, command: &C) -> Result<C::Output, Problem> {
        let output = self.store.write(|tx| self.attempt(tx, principal, command)).await?;
        (self.after_commit)();
        Ok(output)
    }

    async fn attempt<C: Command>(&self, tx: Tx, principal: &Principal, command: &C) -> Result<C::Output, Problem> {
        let act = Act { tx, now: self.clock.now(), principal, house: self, entries: Mutex::default() };
        let output = act.carry_out(command).await?;
        let Act { tx, entries, .. } = act;
        for entry in entries.into_inner().unwrap_or_else(PoisonError::into_inner) {
            self.store.journal(&tx, &entry).await?;
        }
        Ok(output)
    }
}

impl Visit {
    /// Carries out a command that came with a form, once for each form, and tells where to go next.
    pub async fn carry_out<C: Command>(
        &self,
        submission: &Submission,
        command: &C,
        next: impl Fn(&C::Output) -> String + Send + Sync,
    ) -> Result<String, Problem> {
        self.carry_out_as(self.principal(), submission, command, next).await
    }

    /// The same, as another principal than the one who is signed in: the holder of a signed link.
    pub async fn carry_out_as<C: Command>(
        &self,
        principal: &Principal,
        submission: &Submission,
        command: &C,
        next: impl Fn(&C::Output) -> String + Send + Sync,
    ) -> Result<String, Problem> {
        let key = submission.key()?;
        submission.check_token()?;
        let house = self.house();
        let actor = actor_of(principal).to_string();
        let (actor, next) = (&actor, &next);
        let destination = house
            .store
            .write(|tx| async move {
                if let Some(receipt) = tx.claim_form(key, actor, C::NAME, house.clock.now()).await? {
                    let is_the_same_form = receipt.actor == *actor && receipt.command == C::NAME;
                    return if is_the_same_form { Ok(receipt.outcome) } else { Err(Problem::ForgedToken) };
                }
                let output = house.attempt(tx.clone(), principal, command).await?;
                let destination = next(&output);
                tx.complete_form(key, &destination).await?;
                Ok(destination)
            })
            .await?;
        (house.after_commit)();
        kit_base::fault::kill_point("before-answer");
        Ok(destination)
    }
}

fn actor_of(principal: &Principal) -> Actor {
    match principal {
        Principal::Visitor => Actor::Visitor,
        Principal::Person { id, .. } if id.is_nil() => Actor::House,
        Principal::Person { id, .. } => Actor::Person(*id),
        Principal::AnswerLink { id, .. } => Actor::AnswerLink(*id),
    }
}

/// The first role that is enough on its own, as `role@place`; `-` where none is needed.
fn role_that_permits(policies: &Policies, principal: &Principal, action: &str, resource: &Resource) -> String {
    let Principal::Person { id, roles } = principal else { return "-".to_owned() };
    let is_enough = |role: &&HeldRole| {
        roles.len() == 1 || policies.decide(&Principal::Person { id: *id, roles: vec![**role] }, action, resource)
    };
    roles.iter().find(is_enough).map_or_else(|| "-".to_owned(), ToString::to_string)
}
