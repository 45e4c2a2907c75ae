territory-nav = Territoires
territory-name = Nom
territory-kind = Type
territory-code = Code
territory-within = Situé dans
territory-population = Population
territory-departement = Département
territory-unknown = inconnue
territory-kind-region = Région
territory-kind-departement = Département
territory-kind-epci = EPCI
territory-kind-commune = Commune
territory-kind-pays = Pays
territory-kind-partenaire = Territoire partenaire

territory-list-title = Territoires
territory-list-introduction = Toutes les régions, tous les départements, EPCI et communes de France, et les pays du monde.
territory-list-search = Nom ou code
territory-list-search-hint = Avec ou sans accents : « carcassonne », « 11 », « st etienne ».
territory-list-regions = Les régions et les collectivités qui en tiennent lieu.
territory-list-found =
    { $count ->
        [one] Un territoire trouvé.
       *[other] { $count } territoires trouvés.
    }
territory-list-cut = Les { $count } premiers résultats. Précisez le nom ou choisissez un type pour en voir d’autres.
territory-list-none-title = Aucun territoire de ce nom
territory-list-none-text = Vérifiez l’orthographe, essayez un seul mot du nom, ou cherchez dans tous les types. Les communes qui n’existent plus ne sont pas connues ici.

territory-population-commune =
    { $count ->
        [one] Un habitant
       *[other] { $count } habitants
    }
territory-population-sum = { $count } habitants
territory-population-unknown = inconnue
territory-source = Source : INSEE, Code officiel géographique { $year }. Population municipale des communes, additionnée pour les autres territoires ; la source ne précise pas l’année du recensement.
territory-regions-count =
    { $count ->
        [one] Une région
       *[other] { $count } régions et collectivités qui en tiennent lieu
    }
territory-departements-count =
    { $count ->
        [one] Un département
       *[other] { $count } départements
    }
territory-epci-count =
    { $count ->
        [one] Un EPCI, en tout ou partie
       *[other] { $count } EPCI, en tout ou partie
    }
territory-communes = Communes
territory-communes-count =
    { $count ->
        [one] Une commune
       *[other] { $count } communes
    }
territory-communes-search = Nom de la commune
territory-communes-found =
    { $count ->
        [0] Aucune commune trouvée.
        [one] Une commune trouvée.
       *[other] { $count } communes trouvées.
    }
territory-communes-none = Aucune commune de ce nom ici.

territory-commune-hint = Le nom, ou le code INSEE si plusieurs communes le portent : « Carcassonne » ou « 11069 ».
territory-commune-unknown = Aucune commune de ce nom ou de ce code. Vérifiez l’orthographe, ou donnez le code INSEE.
territory-commune-ambiguous = Précisez la commune en recopiant l’une de celles-ci : { $candidates }.
