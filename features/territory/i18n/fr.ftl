territory-nav = Territoires
territory-name = Nom
territory-kind = Type
territory-code = Code
territory-postal-codes = Codes postaux
territory-no-postal-code = –
territory-within = Situé dans
territory-vintage = Code officiel de
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
territory-list-search = Nom, code ou code postal
territory-list-search-hint = Avec ou sans accents : « carcassonne », « st etienne », « 11 », ou un code postal : « 11500 ».
territory-list-regions = Les régions et les collectivités qui en tiennent lieu.
territory-list-found =
    { $count ->
        [one] Un territoire trouvé.
       *[other] { $count } territoires trouvés.
    }
territory-list-postal-code =
    { $count ->
        [one] Une seule commune a le code postal { $code }.
       *[other] { $count } communes ont le code postal { $code }.
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
territory-map-title = Les départements : { $region }
territory-map-sentence =
    { $count ->
        [one] { $region } ne compte qu’un département. Il mène à sa page.
       *[other] { $region } compte { $count } départements. Sur la carte comme dans le tableau, chacun mène à sa page.
    }
territory-map-source = Contours : Natural Earth (domaine public), simplifiés.
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
        [one] Un EPCI entièrement ici
       *[other] { $count } EPCI entièrement ici
    }
territory-epci-shared-count =
    { $count ->
        [one] Un EPCI en partie ailleurs
       *[other] { $count } EPCI en partie ailleurs
    }
territory-communes-here = Communes d’ici
territory-communes-all = Toutes ses communes
territory-elsewhere = S’étend aussi sur
territory-over-several =
    { $regions ->
        [one] Cet EPCI s’étend sur { $departements } départements d’une même région. Chaque commune est rangée sous le sien.
       *[other] Cet EPCI s’étend sur { $departements } départements et { $regions } régions. Chaque commune est rangée sous son département.
    }
territory-part-of-departement =
    { $count ->
        [one] { $departement } : une commune
       *[other] { $departement } : { $count } communes
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

territory-commune-hint = Le nom, le code postal ou le code INSEE : « Carcassonne », « 11000 » ou « 11069 ». S’ils désignent plusieurs communes, le choix est proposé.
territory-commune-unknown = Aucune commune de ce nom ou de ce code. Vérifiez l’orthographe, ou donnez le code postal.
territory-commune-ambiguous = Précisez la commune en recopiant l’une de celles-ci : { $candidates }.
