directory-nav = Organisations
directory-list-title = Organisations of youth mobility
directory-list-introduction = Who takes part in young people’s international mobility, what kind of body each is, and where to find it.
directory-create = Add an organisation
directory-create-title = Add an organisation
directory-edit = Correct this record
directory-edit-title = Correct the record
directory-save = Save the record
directory-cancel = Cancel
directory-see-all = See all organisations
directory-search = Name of the organisation
directory-search-hint = With or without accents, one word or several.
directory-pill-query = “{ $query }”
directory-total =
    { $count ->
        [0] No organisation.
        [one] One organisation.
       *[other] { $count } organisations.
    }
directory-none-title = No organisation yet
directory-none-text = Organisations added by the people who run the territories will appear here.
directory-none-found-title = No organisation matches these filters
directory-none-found-text = Try a single word of the name, or remove a filter.
directory-example = Example
directory-unknown = not given

directory-name = Name
directory-name-purpose = the directory, collectives, commitments and minutes.
directory-kind = Type of organisation
directory-kind-purpose = searching the directory, counting the members of a collective by type.
directory-territory = Territory
directory-territory-hint = The département or region whose team keeps this record up to date.
directory-territory-purpose = lists by territory, and who may edit the record.
directory-territory-unfit = Choose a département or a region.
directory-seat = Commune of its seat
directory-seat-purpose = the organisation’s page: where it is.
directory-seat-unfit = The seat is a commune of France; leave it empty if it is elsewhere.
directory-contact = Contact address
directory-contact-hint = An address of the organisation rather than a person’s.
directory-contact-purpose = writing to the organisation about its commitments. Only people who are signed in see it.
directory-contact-signed-in = shown to people who are signed in
directory-website = Website
directory-website-hint = Full address, for instance https://exemple.fr.
directory-website-purpose = the organisation’s page.
directory-website-unfit = This is not the address of a website. Example: https://exemple.fr.
directory-source = Source
directory-source-hint = The address of the page, or the document, where these facts were read.
directory-source-purpose = the organisation’s page: so that it can be checked.
directory-updated = Record updated on

directory-kind-state-region = Regional service of the State
directory-kind-state-department = Departmental service of the State
directory-kind-region = Regional council
directory-kind-department = Departmental council
directory-kind-municipality = Commune or twinning committee
directory-kind-epci = Grouping of communes
directory-kind-mission-locale = Mission locale (youth employment centre)
directory-kind-arml = Regional association of missions locales
directory-kind-france-travail = France Travail (employment service)
directory-kind-info-jeunes = Youth information centre (Info Jeunes)
directory-kind-eurodesk = Eurodesk relay
directory-kind-school-general = General and technological lycée
directory-kind-school-vocational = Vocational lycée
directory-kind-school-agricultural = Agricultural lycée
directory-kind-mfr = Rural training school (MFR)
directory-kind-cfa = Apprentice training centre (CFA)
directory-kind-hei = Higher education institution
directory-kind-training-org = Training organisation
directory-kind-popular-education = Popular education movement or association
directory-kind-europe-structure = Maison de l’Europe, Europe Direct centre
directory-kind-volunteer-operator = Volunteering operator
directory-kind-bigov-office = Bi-governmental office
directory-kind-national-agency = National agency of a European programme
directory-kind-chamber = Consular chamber
directory-kind-opco = Skills operator (OPCO)
directory-kind-employer = Employer
directory-kind-rrma = Regional multi-actor network
directory-kind-cooperation-network = Cooperation network
directory-kind-host-abroad = Host partner abroad
directory-kind-youth-group = Informal group of young people

done-directory-created = The organisation is in the directory.
done-directory-edited = The record is up to date.
directory-real-body-in-demo = In the demonstration nothing hangs on a body that exists: choose an organisation marked “(exemple)”.
