directory-nav = Acteurs
directory-list-title = Acteurs de la mobilité
directory-list-introduction = Qui participe à la mobilité internationale des jeunes, quel genre d’organisation, où la trouver.
directory-create = Ajouter une organisation
directory-create-title = Ajouter une organisation
directory-edit = Corriger cette fiche
directory-edit-title = Corriger la fiche
directory-save = Enregistrer la fiche
directory-cancel = Annuler
directory-see-all = Voir toutes les organisations
directory-search = Nom de l’organisation
directory-search-hint = Avec ou sans accents, un ou plusieurs mots.
directory-pill-query = « { $query } »
directory-total =
    { $count ->
        [0] Aucune organisation.
        [one] Une organisation.
       *[other] { $count } organisations.
    }
directory-none-title = Aucune organisation pour l’instant
directory-none-text = Les organisations ajoutées par les personnes qui animent les territoires paraîtront ici.
directory-none-found-title = Aucune organisation ne répond à ces filtres
directory-none-found-text = Essayez un seul mot du nom, ou retirez un filtre.
directory-example = Exemple
directory-unknown = non renseigné

directory-name = Nom
directory-name-purpose = l’annuaire, les collectifs, les engagements et les comptes rendus.
directory-kind = Type d’organisation
directory-kind-purpose = chercher dans l’annuaire, compter les membres d’un collectif par type.
directory-territory = Territoire
directory-territory-hint = Le département ou la région dont l’équipe tient cette fiche à jour.
directory-territory-purpose = les listes par territoire, et les droits de modifier la fiche.
directory-territory-unfit = Choisissez un département ou une région.
directory-seat = Commune du siège
directory-seat-purpose = la fiche : savoir où se trouve l’organisation.
directory-seat-unfit = Le siège est une commune de France ; laissez vide s’il est ailleurs.
directory-contact = Adresse de contact
directory-contact-hint = Une adresse de l’organisation plutôt que celle d’une personne.
directory-contact-purpose = écrire à l’organisation au sujet de ses engagements. Seules les personnes connectées la voient.
directory-contact-signed-in = visible par les personnes connectées
directory-website = Site internet
directory-website-hint = Adresse complète, par exemple https://exemple.fr.
directory-website-purpose = la fiche de l’organisation.
directory-website-unfit = Ce n’est pas une adresse de site. Exemple : https://exemple.fr.
directory-source = Source
directory-source-hint = L’adresse de la page, ou le document, où ces informations ont été lues.
directory-source-purpose = la fiche de l’organisation : pouvoir vérifier.
directory-updated = Fiche mise à jour le

directory-kind-state-region = Service régional de l’État
directory-kind-state-department = Service départemental de l’État
directory-kind-region = Conseil régional
directory-kind-department = Conseil départemental
directory-kind-municipality = Commune ou comité de jumelage
directory-kind-epci = Métropole, agglomération, communauté de communes
directory-kind-mission-locale = Mission locale
directory-kind-arml = Association régionale des missions locales
directory-kind-france-travail = France Travail
directory-kind-info-jeunes = Structure Info Jeunes
directory-kind-eurodesk = Relais Eurodesk
directory-kind-school-general = Lycée général et technologique
directory-kind-school-vocational = Lycée professionnel
directory-kind-school-agricultural = Lycée agricole
directory-kind-mfr = Maison familiale rurale
directory-kind-cfa = Centre de formation d’apprentis
directory-kind-hei = Établissement d’enseignement supérieur
directory-kind-training-org = Organisme de formation
directory-kind-popular-education = Mouvement ou association d’éducation populaire
directory-kind-europe-structure = Maison de l’Europe, centre Europe Direct
directory-kind-volunteer-operator = Opérateur de volontariat
directory-kind-bigov-office = Office binational
directory-kind-national-agency = Agence nationale d’un programme européen
directory-kind-chamber = Chambre consulaire
directory-kind-opco = Opérateur de compétences (OPCO)
directory-kind-employer = Employeur
directory-kind-rrma = Réseau régional multi-acteurs
directory-kind-cooperation-network = Réseau de coopération
directory-kind-host-abroad = Partenaire d’accueil à l’étranger
directory-kind-youth-group = Groupe informel de jeunes

done-directory-created = L’organisation est dans l’annuaire.
done-directory-edited = La fiche est à jour.
directory-real-body-in-demo = Dans la démonstration, rien ne se rattache à un organisme qui existe : choisissez un acteur « (exemple) ».
