//! Fills an empty demo with the data of `data/demo`, through the rooms' own commands: all of it is permitted and journalled.
//!
//! Each command is kept or not as a whole, and they come in a fixed order, so that the journal tells how far a start that
//! was killed came ([`steps::Steps`]): the next one carries out the rest. The account of the last of [`PEOPLE`] is made last; once it is
//! there, the demo is left as its visitors made it.

mod collectives;
mod commitments;
mod data;
mod meetings;
mod organisations;
mod people;
mod programme;
mod registrations;
mod seminars;
mod steps;
#[cfg(test)]
mod tests;

use anyhow::Context;
use kit_web::App;

use super::PEOPLE;
use data::Data;
use steps::Steps;

/// Fills an empty demo, or completes one whose first start was cut off. At each start, makes the links behind which its sample
/// pages can be looked at.
pub async fn load(app: &App) -> anyhow::Result<()> {
    if !is_loaded(app).await? {
        fill(app).await?;
    }
    ::collectives::make_sample_links(app, &super::the_house()).await?;
    ::commitments::make_sample_links(app, &super::the_house()).await?;
    plan::make_sample_links(app, &super::the_house()).await?;
    ::seminars::make_sample_links(app, &super::the_house()).await?;
    Ok(())
}

async fn fill(app: &App) -> anyhow::Result<()> {
    let data = Data::embedded()?;
    let mut steps = Steps::begin(app).await?;
    let organisations = organisations::load(&mut steps, &data.directory).await?;
    let (last, others) = people::in_order(&data.people)?;
    let people = people::load(&mut steps, &others, &organisations).await?;
    collectives::load(&mut steps, &data.directory, &organisations).await?;
    let sessions = seminars::load(&mut steps, &data.seminars, &data.directory).await?;
    let commitments = commitments::load(&mut steps, &data.commitments, &sessions, &organisations, &people).await?;
    meetings::load(&mut steps, &data.meetings, &organisations).await?;
    programme::load(&mut steps, &data.plan, &commitments, &organisations).await?;
    people::load(&mut steps, &[last], &organisations).await?;
    Ok(())
}

async fn is_loaded(app: &App) -> anyhow::Result<bool> {
    let last = PEOPLE.last().context("the demo has people")?;
    let address = last.email.parse()?;
    Ok(accounts::person_by_email(&app.store.read(), &address).await?.is_some())
}
