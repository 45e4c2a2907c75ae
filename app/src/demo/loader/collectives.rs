//! The collectives, and the examples that are in them.

use anyhow::Context;
use chrono::NaiveDate;
use collectives::commands::{AddMember, AddSeat, CreateCollective, EditSheet, EndMembership, RecordCharter};
use collectives::{CollectiveId, MemberRole, MembershipId, SheetTexts};
use directory::OrganisationId;
use kit_store::Reader;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::data::{CollectiveData, Directory, MembershipData};
use super::steps::{Named, Steps};
use crate::demo::the_house;

/// What the loader looks for in the table of members: the journal of a start that was killed tells of the collective, not of the
/// membership.
mod member {
    use collectives::{CollectiveId, MembershipId};
    use directory::OrganisationId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "collective_member")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: MembershipId,
        pub collective_id: CollectiveId,
        pub organisation_id: OrganisationId,
        pub from_date: Date,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
    impl kit_base::ownership::Unowned for Entity {}
}

/// Opens the collectives and lets their members join.
pub(super) async fn load(
    steps: &mut Steps<'_>,
    directory: &Directory,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    for data in &directory.collective {
        let command = CreateCollective { territory: data.territory, name: None };
        let collective = steps.carry_out(&the_house(), &command, CollectiveId).await?;
        if let Some(animation) = &data.animation {
            join(steps, collective, MemberRole::Animating, animation, organisations).await?;
        }
        for member in &data.members {
            join(steps, collective, MemberRole::Member, member, organisations).await?;
        }
        write_sheet(steps, collective, data).await?;
        sign_charter(steps, collective, data, organisations).await?;
    }
    for seat in &directory.seat {
        let organisation = seat.organisation.as_deref().map(|key| organisations.get(key).copied()).transpose()?;
        let command = AddSeat {
            region: seat.region,
            college: seat.college.clone(),
            label: seat.label.clone(),
            organisation,
            for_youth: seat.for_youth,
            from: steps.day(-seat.since_days)?,
        };
        steps.carry_out_only(&the_house(), &command).await?;
    }
    Ok(())
}

async fn write_sheet(steps: &mut Steps<'_>, collective: CollectiveId, data: &CollectiveData) -> anyhow::Result<()> {
    let texts = SheetTexts { needs: data.needs.clone(), offers: data.offers.clone() };
    if texts == SheetTexts::default() {
        return Ok(());
    }
    let by = "Coordination de l’exemple (exemple)".to_owned();
    let command = EditSheet { collective, version_read: 1, texts, stand_in: None, by };
    steps.carry_out_only(&the_house(), &command).await
}

async fn sign_charter(
    steps: &mut Steps<'_>,
    collective: CollectiveId,
    data: &CollectiveData,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    let Some(charter) = &data.charter else { return Ok(()) };
    let mut signatories = Vec::new();
    for key in &charter.signatories {
        signatories.push(*organisations.get(key)?);
    }
    let command = RecordCharter {
        collective,
        signed_on: steps.day(-charter.since_days)?,
        expires_on: Some(steps.day(charter.until_days)?),
        address: None,
        signatories,
    };
    steps.carry_out_only(&the_house(), &command).await
}

async fn join(
    steps: &mut Steps<'_>,
    collective: CollectiveId,
    role: MemberRole,
    data: &MembershipData,
    organisations: &Named<OrganisationId>,
) -> anyhow::Result<()> {
    let organisation = *organisations.get(&data.organisation)?;
    let from = steps.day(-data.since_days)?;
    steps.carry_out_only(&the_house(), &AddMember { collective, organisation, role, from }).await?;
    let Some(until_days) = data.until_days else { return Ok(()) };
    let membership = membership_of(&steps.app().store.read(), collective, organisation, from).await?;
    let end = EndMembership { membership, until: steps.day(-until_days)? };
    steps.carry_out_only(&the_house(), &end).await
}

async fn membership_of(
    reader: &Reader,
    collective: CollectiveId,
    organisation: OrganisationId,
    from: NaiveDate,
) -> anyhow::Result<MembershipId> {
    let query = member::Entity::find()
        .filter(member::Column::CollectiveId.eq(collective))
        .filter(member::Column::OrganisationId.eq(organisation))
        .filter(member::Column::FromDate.eq(from));
    Ok(reader.one(query).await?.context("whoever joined is in the collective")?.id)
}
