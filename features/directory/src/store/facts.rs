//! What hangs on the record of an organisation. All of it is read through that record, which was guarded.

use std::collections::HashMap;

use kit_base::Problem;
use kit_base::ownership::Unowned;
use kit_store::{Reader, Tx};
use kit_web::Visit;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, Select};

use crate::model::{ContactFacts, HelpLine, OrganisationId, Period, RoleFacts};

pub(crate) mod former_name {
    use sea_orm::entity::prelude::*;

    use crate::model::{NameId, OrganisationId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_former_name")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: NameId,
        pub(crate) organisation_id: OrganisationId,
        pub(crate) name: String,
        pub(crate) name_folded: String,
        pub(crate) from_date: Option<Date>,
        pub(crate) until_date: Option<Date>,
        pub(crate) source: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod succession {
    use sea_orm::entity::prelude::*;

    use crate::model::{OrganisationId, SuccessionId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_succession")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: SuccessionId,
        pub(crate) predecessor_id: OrganisationId,
        pub(crate) successor_id: OrganisationId,
        pub(crate) since_date: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod role {
    use sea_orm::entity::prelude::*;

    use crate::model::{OrganisationId, ProgrammeRole, RoleId};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_role")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: RoleId,
        pub(crate) version: i32,
        pub(crate) organisation_id: OrganisationId,
        pub(crate) programme: String,
        pub(crate) role: ProgrammeRole,
        pub(crate) accreditation: Option<String>,
        pub(crate) from_date: Option<Date>,
        pub(crate) until_date: Option<Date>,
        pub(crate) source: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod help {
    use sea_orm::entity::prelude::*;

    use crate::model::OrganisationId;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_help")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: Uuid,
        pub(crate) organisation_id: OrganisationId,
        pub(crate) position: i32,
        pub(crate) what: String,
        pub(crate) since_year: Option<i32>,
        pub(crate) ask_for: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

pub(crate) mod contact {
    use kit_base::EmailAddress;
    use sea_orm::entity::prelude::*;

    use crate::model::{ContactId, OrganisationId, PhoneNumber, PresenceDays};

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "organisation_contact")]
    pub(crate) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub(crate) id: ContactId,
        pub(crate) version: i32,
        pub(crate) organisation_id: OrganisationId,
        pub(crate) function_label: String,
        pub(crate) days: PresenceDays,
        pub(crate) phone: Option<PhoneNumber>,
        pub(crate) email: Option<EmailAddress>,
        pub(crate) substitute: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(crate) enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

impl role::Model {
    pub(crate) fn facts(&self) -> RoleFacts {
        RoleFacts {
            programme: self.programme.clone(),
            role: self.role,
            accreditation: self.accreditation.clone(),
            period: Period { from: self.from_date, until: self.until_date },
        }
    }
}

impl contact::Model {
    pub(crate) fn facts(&self) -> ContactFacts {
        ContactFacts {
            function: self.function_label.clone(),
            days: self.days.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            substitute: self.substitute.clone(),
        }
    }
}

impl From<help::Model> for HelpLine {
    fn from(row: help::Model) -> Self {
        Self { what: row.what, since_year: row.since_year, ask_for: row.ask_for }
    }
}

/// A table whose rows hang on the record of an organisation.
pub(crate) trait HangsOn: Unowned {
    /// Where a row says on which.
    fn organisation() -> Self::Column;
}

impl HangsOn for former_name::Entity {
    fn organisation() -> Self::Column {
        former_name::Column::OrganisationId
    }
}

impl HangsOn for role::Entity {
    fn organisation() -> Self::Column {
        role::Column::OrganisationId
    }
}

impl HangsOn for contact::Entity {
    fn organisation() -> Self::Column {
        contact::Column::OrganisationId
    }
}

fn rows_of<E: HangsOn>(organisation: OrganisationId) -> Select<E> {
    E::find().filter(E::organisation().eq(organisation))
}

/// What hangs on the record that a command holds.
pub(crate) async fn of_organisation<E: HangsOn>(
    tx: &Tx,
    organisation: OrganisationId,
) -> Result<Vec<E::Model>, Problem> {
    Ok(rows_of::<E>(organisation).all(tx).await?)
}

/// What hangs on a record that the visitor may read; commands keep it short.
pub(crate) async fn read_of<E: HangsOn>(
    reader: &Reader,
    organisation: OrganisationId,
) -> Result<Vec<E::Model>, Problem> {
    reader.all(rows_of::<E>(organisation)).await
}

fn help_of(organisation: OrganisationId) -> Select<help::Entity> {
    let query = help::Entity::find().filter(help::Column::OrganisationId.eq(organisation));
    query.order_by_asc(help::Column::Position)
}

/// The lines of help, for whoever may read the record.
pub(crate) async fn help_lines(reader: &Reader, organisation: OrganisationId) -> Result<Vec<HelpLine>, Problem> {
    Ok(reader.all(help_of(organisation)).await?.into_iter().map(HelpLine::from).collect())
}

/// The lines of help of the record that a command holds.
pub(crate) async fn help_lines_in(tx: &Tx, organisation: OrganisationId) -> Result<Vec<HelpLine>, Problem> {
    Ok(help_of(organisation).all(tx).await?.into_iter().map(HelpLine::from).collect())
}

/// Organisations that became another.
pub(super) fn those_that_became_another() -> SelectStatement {
    Query::select().column(succession::Column::PredecessorId).from(succession::Entity).to_owned()
}

fn called(words: &[String]) -> Condition {
    words.iter().map(|word| former_name::Column::NameFolded.contains(word)).fold(Condition::all(), Condition::add)
}

/// Organisations that once bore a name with all of these words in it.
pub(crate) fn those_once_called(words: &[String]) -> SelectStatement {
    Query::select()
        .column(former_name::Column::OrganisationId)
        .from(former_name::Entity)
        .cond_where(called(words))
        .to_owned()
}

/// The former names, of these organisations that may be shown, with all of these words in them.
pub(crate) async fn former_names_like(
    reader: &Reader,
    organisations: &[OrganisationId],
    words: &[String],
) -> Result<Vec<former_name::Model>, Problem> {
    let query = former_name::Entity::find()
        .filter(former_name::Column::OrganisationId.is_in(organisations.iter().copied()))
        .filter(called(words));
    reader.all(query).await
}

/// Organisations that once bore exactly one of these folded names.
pub(crate) fn those_named(folded: &[String]) -> SelectStatement {
    Query::select()
        .column(former_name::Column::OrganisationId)
        .from(former_name::Entity)
        .cond_where(former_name::Column::NameFolded.is_in(folded.iter().cloned()))
        .to_owned()
}

/// Whom to ask for in these organisations, those that the visitor may know of.
pub async fn contacts_of(
    visit: &Visit,
    organisations: &[OrganisationId],
) -> Result<HashMap<OrganisationId, Vec<ContactFacts>>, Problem> {
    let known: Vec<OrganisationId> = super::summaries(visit, organisations).await?.into_keys().collect();
    if known.is_empty() {
        return Ok(HashMap::new());
    }
    let query =
        contact::Entity::find().filter(contact::Column::OrganisationId.is_in(known)).order_by_asc(contact::Column::Id);
    let mut contacts: HashMap<OrganisationId, Vec<ContactFacts>> = HashMap::new();
    for row in visit.read().all(query).await? {
        contacts.entry(row.organisation_id).or_default().push(row.facts());
    }
    Ok(contacts)
}
