territory-nav = Territories
territory-name = Name
territory-kind = Type
territory-code = Code
territory-postal-codes = Postal codes
territory-no-postal-code = –
territory-within = Lies in
territory-vintage = Official code of
territory-population = Population
territory-departement = Département
territory-unknown = unknown
territory-kind-region = Region
territory-kind-departement = Département
territory-kind-epci = Grouping of communes (EPCI)
territory-kind-commune = Commune
territory-kind-pays = Country
territory-kind-partenaire = Partner territory

territory-list-title = Territories
territory-list-introduction = Every region, département, grouping of communes (EPCI) and commune of France, and the countries of the world.
territory-list-search = Name, code or postal code
territory-list-search-hint = With or without accents: “carcassonne”, “st etienne”, “11”, or a postal code: “11500”.
territory-list-regions = The regions, and the collectivities that stand for one.
territory-list-found =
    { $count ->
        [one] One territory found.
       *[other] { $count } territories found.
    }
territory-list-postal-code =
    { $count ->
        [one] One commune only has the postal code { $code }.
       *[other] { $count } communes have the postal code { $code }.
    }
territory-list-cut = The first { $count } results. Type more of the name or choose a type to see others.
territory-list-none-title = No territory of that name
territory-list-none-text = Check the spelling, try a single word of the name, or search all types. Communes that no longer exist are not known here.

territory-population-commune =
    { $count ->
        [one] One inhabitant
       *[other] { $count } inhabitants
    }
territory-population-sum = { $count } inhabitants
territory-population-unknown = unknown
territory-source = Source: INSEE, Code officiel géographique { $year }. Municipal population of the communes, added up for other territories; the source does not give the year of the census.
territory-map-title = Départements: { $region }
territory-map-sentence =
    { $count ->
        [one] { $region } has one département only. It leads to its page.
       *[other] { $region } has { $count } départements. On the map and in the table alike, each leads to its page.
    }
territory-map-source = Outlines: Natural Earth (public domain), simplified.
territory-regions-count =
    { $count ->
        [one] One region
       *[other] { $count } regions and collectivities that stand for one
    }
territory-departements-count =
    { $count ->
        [one] One département
       *[other] { $count } départements
    }
territory-epci-count =
    { $count ->
        [one] One grouping of communes (EPCI) wholly here
       *[other] { $count } groupings of communes (EPCI) wholly here
    }
territory-epci-shared-count =
    { $count ->
        [one] One grouping of communes (EPCI) partly elsewhere
       *[other] { $count } groupings of communes (EPCI) partly elsewhere
    }
territory-communes-here = Communes here
territory-communes-all = All its communes
territory-elsewhere = Also lies over
territory-over-several =
    { $regions ->
        [one] This grouping lies over { $departements } départements of one region. Each commune stands under its own.
       *[other] This grouping lies over { $departements } départements and { $regions } regions. Each commune stands under its own département.
    }
territory-part-of-departement =
    { $count ->
        [one] { $departement }: one commune
       *[other] { $departement }: { $count } communes
    }
territory-communes = Communes
territory-communes-count =
    { $count ->
        [one] One commune
       *[other] { $count } communes
    }
territory-communes-search = Name of the commune
territory-communes-found =
    { $count ->
        [0] No commune found.
        [one] One commune found.
       *[other] { $count } communes found.
    }
territory-communes-none = No commune of that name here.

territory-commune-hint = The name, the postal code or the INSEE code: “Carcassonne”, “11000” or “11069”. If several communes fit, they are offered.
territory-commune-unknown = No commune has this name or code. Check the spelling, or give the postal code.
territory-commune-ambiguous = Say which commune by copying one of these: { $candidates }.
