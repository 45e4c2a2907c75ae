//! The collectives of départements.

mod charter;
mod committee;
mod members;
mod panels;
mod sheet;

/// A seat in the committee of the région of the Aude.
pub(crate) fn seat(college: &str, organisation: Option<directory::OrganisationId>) -> ::collectives::commands::AddSeat {
    ::collectives::commands::AddSeat {
        region: "region:76".parse().unwrap(),
        college: college.to_owned(),
        label: None,
        organisation,
        for_youth: false,
        from: "2026-01-01".parse().unwrap(),
    }
}
