territory-nav = Territories
territory-name = Name
territory-kind = Type
territory-code = Code
territory-within = Lies in
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
territory-list-search = Name or code
territory-list-search-hint = With or without accents: “carcassonne”, “11”, “st etienne”.
territory-list-regions = The regions, and the collectivities that stand for one.
territory-list-found =
    { $count ->
        [one] One territory found.
       *[other] { $count } territories found.
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
        [one] One grouping of communes (EPCI), wholly or in part
       *[other] { $count } groupings of communes (EPCI), wholly or in part
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

territory-commune-hint = The name, or the INSEE code if several communes share it: “Carcassonne” or “11069”.
territory-commune-unknown = No commune has this name or code. Check the spelling, or give the INSEE code.
territory-commune-ambiguous = Say which commune by copying one of these: { $candidates }.
