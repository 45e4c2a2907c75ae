plan-nav = Programmes

# Plan régional
plan-title = Plan régional : { $region }
plan-regional-plan = Plan régional
plan-axis = Axe { $number } · { $title }
plan-axes-none = Ce plan n’a pas encore d’axe.
plan-objective = Objectif
plan-objectives-of = Objectifs de l’axe « { $axis } »
plan-objectives-none = Cet axe n’a pas encore d’objectif.
plan-actions = Actions
plan-count-hint = Sont comptées les actions que vous pouvez voir, dans tous les départements de la région.
plan-others = Autres plans
plan-none-title = Pas encore de plan
plan-none-text = Le plan apparaîtra ici dès que le pilotage régional l’aura saisi. En attendant, voyez les programmes des départements.
plan-see-programmes = Voir les programmes
plan-example = Exemple

plan-create-action = Créer un plan
plan-create-title = Créer le plan de la région
plan-create-button = Créer le plan
plan-axis-add-action = Ajouter un axe
plan-axis-add-title = Ajouter un axe
plan-axis-add-button = Ajouter cet axe
plan-objective-add-action = Ajouter un objectif
plan-objective-add-title = Ajouter un objectif
plan-objective-add-button = Ajouter cet objectif
plan-field-title = Titre du plan
plan-field-first-year = Première année
plan-field-last-year = Dernière année
plan-field-last-year-hint = { $max } années au plus, la première comprise.
plan-field-axis = Titre de l’axe
plan-field-objective = Titre de l’objectif

plan-error-year = Une année entre { $first } et { $last }.
plan-error-not-a-year = Écrivez l’année en chiffres, par exemple 2027.
plan-error-years-order = La dernière année vient avant la première.
plan-error-years-count = Un plan dure { $max } ans au plus.
plan-error-too-many-axes = Ce plan compte déjà { $max } axes, le plus possible. Rien n’a été enregistré.
plan-error-too-many-objectives = Cet axe compte déjà { $max } objectifs, le plus possible. Rien n’a été enregistré.

done-plan-created = Le plan est créé. Ajoutez-lui des axes.
done-plan-axis-added = L’axe est ajouté.
done-plan-objective-added = L’objectif est ajouté.

# Indicateurs
plan-indicator = Indicateur
plan-indicators = Indicateurs
plan-indicators-none = Ce plan n’a pas encore d’indicateur.
plan-stage = Ce qui est compté
plan-stage-informed = Jeunes informés
plan-stage-accompanied = Jeunes accompagnés
plan-stage-departed = Jeunes partis
plan-stage-returned = Jeunes revenus
plan-stage-recognised = Acquis reconnus
plan-stage-outcome = Suite trouvée après le retour
plan-stage-other = Autre chose
plan-definition = Définition
plan-unit = Unité
plan-baseline = Point de départ
plan-baseline-in = { $amount }, en { $year }
plan-target = Cible par an
plan-source = Source
plan-amount = { $amount } ({ $unit })
plan-unknown = inconnu
plan-sum = Somme de la région
plan-sum-in = { $amount } en { $year }
plan-coverage = Couverture
plan-coverage-of =
    { $known ->
        [0] 0 département sur { $all }
        [one] 1 département sur { $all }
       *[other] { $known } départements sur { $all }
    }
plan-values-title = Valeurs par département et par année
plan-values-list = Valeurs des indicateurs
plan-known-column = Départements connus
plan-departements-column = Départements en tout
plan-axis-column = Axe
plan-values-caption = Valeurs de « { $indicator } » par département et par année
plan-values-none = Aucune valeur n’est connue pour l’instant.
plan-values-said =
    { $known ->
        [one] En { $year } : { $amount } ({ $unit }), d’après 1 département sur { $all }.
       *[other] En { $year } : { $amount } ({ $unit }), d’après { $known } départements sur { $all }.
    }
plan-values-compared =
    { $count ->
        [one] Pour le seul département connu en { $before } et en { $year } : { $then }, puis { $now }.
       *[other] Pour les { $count } départements connus en { $before } et en { $year } : { $then }, puis { $now }.
    }
plan-chart-title = La région, année par année
plan-chart-caption = « { $indicator } » dans la région, année par année
plan-chart-hatched = Les barres hachurées sont celles des années dont la saisie est encore ouverte.
plan-year = Année
plan-entry = Saisie
plan-values-hint = Les départements sont rangés par numéro. « Inconnu » n’est pas zéro : la somme ne porte que sur ce qui est connu.
plan-value-of = { $value }, { $departement }, { $year }
plan-year-locked = { $year } (arrêtée)

plan-indicator-add-action = Ajouter un indicateur
plan-indicator-add-title = Ajouter un indicateur au plan
plan-indicator-add-button = Ajouter cet indicateur
plan-indicator-edit-action = Modifier l’indicateur
plan-indicator-edit-title = Modifier l’indicateur
plan-indicator-edit-button = Enregistrer l’indicateur
plan-field-indicator = Titre de l’indicateur
plan-field-stage-purpose = ne jamais additionner des étapes différentes d’un même parcours
plan-field-definition-hint = Ce que l’on compte, et ce que l’on ne compte pas.
plan-field-definition-purpose = la page de l’indicateur, et la personne qui saisit une valeur
plan-field-unit-hint = Par exemple : jeunes, réunions, structures.
plan-field-unit-purpose = la somme de la région
plan-field-indicator-page-purpose = la page de l’indicateur
plan-field-baseline-year = Année du point de départ
plan-field-source-hint = D’où viennent les nombres : un système, une enquête, un relevé.

plan-value-title = { $departement }, { $year }
plan-value-enter = Saisir ou corriger la valeur
plan-value-button = Enregistrer la valeur
plan-value = Valeur
plan-value-organisation = Organisation qui donne le nombre
plan-value-author = Saisi par
plan-value-date = Saisi le
plan-field-amount-hint = Un nombre entier. Si vous ne le connaissez pas, laissez vide : la valeur sera montrée comme inconnue, jamais comme zéro.
plan-field-amount-purpose = la somme de la région et la page de l’indicateur
plan-field-value-source-hint = D’où vient ce nombre ; ou pourquoi il n’est pas connu.
plan-field-value-source-purpose = la page de la valeur
plan-ask-title = Demander ce nombre à qui le connaît
plan-ask-text = La question part avec le prochain courrier groupé de l’organisation ; elle y répond par un lien, sans compte.
plan-ask-who = À quelle organisation
plan-ask-purpose = le courrier, et la valeur, avec qui l’a donnée
plan-ask-button = Demander cette valeur
plan-ask-no-address = Cette organisation n’a pas d’adresse électronique dans l’annuaire : appelez-la, et saisissez la valeur ici.
plan-ask-too-many = { $max } organisations sont déjà interrogées sur cette valeur. Rien n’a été envoyé.
plan-asked-waiting = { $organisation } : demandé le { $date }, sans réponse pour l’instant
plan-asked-over = { $organisation } : demandé le { $date }, le lien ne fonctionne plus
plan-asked-answered = { $organisation } : demandé le { $date }, a répondu
plan-answer-too-many = Ce lien a déjà servi à { $max } réponses. Pour en dire plus, appelez la personne qui vous l’a envoyé.
plan-by-link-title = Un nombre, s’il vous plaît
plan-by-link-asked = Pour { $departement }, en { $year } :
plan-by-link-why = Ce lien vous est propre : il ne sert qu’à cette valeur et fonctionne { $days } jours. Aucun compte n’est nécessaire.
plan-mail-ask = { $who } vous demande un nombre : « { $indicator } », { $departement }, { $year }.
plan-mail-ask-action = Donner ce nombre

plan-periods-action = Arrêter une année
plan-periods-title = Années et valeurs arrêtées
plan-periods-introduction = Quand une année est arrêtée, plus aucune valeur n’y est saisie ni corrigée. Elle peut être rouverte ; le journal garde l’un et l’autre.
plan-period-state-open = Saisie ouverte
plan-period-state-locked = Arrêtée
plan-period-lock-button = Arrêter cette année
plan-period-reopen-button = Rouvrir cette année
plan-period-locked = Les valeurs de { $year } sont arrêtées. Pour une correction, adressez-vous au pilotage régional.

plan-error-not-a-number = Écrivez un nombre entier en chiffres, par exemple 1240.
plan-error-negative = Un nombre négatif ne peut pas être compté. Écrivez 0 ou plus.
plan-error-too-large = Ce nombre est trop grand : { $max } au plus.
plan-error-baseline-year = Dites de quelle année est le point de départ.
plan-error-too-many-indicators = Ce plan compte déjà { $max } indicateurs, le plus possible. Rien n’a été enregistré.
plan-error-period-locked = Les valeurs de { $year } sont arrêtées : rien n’a été enregistré. Pour une correction, adressez-vous au pilotage régional.

plan-moved = { $indicator } : { $value }
plan-moved-title = Indicateurs que l’action veut faire bouger
plan-moved-hint = Valeurs du département, associées à l’action : rien ne dit que l’une est la cause de l’autre.
plan-bead-indicator = Indicateur associé
plan-action-indicators-action = Nommer ses indicateurs
plan-action-indicators-title = Indicateurs que l’action veut faire bouger
plan-action-indicators-introduction = Ils apparaissent sur la page de l’action et au bout du fil de l’engagement dont elle est issue, comme associés.
plan-action-indicators-button = Enregistrer ces indicateurs
plan-error-too-many-named = Une action nomme { $max } indicateurs au plus. Rien n’a été enregistré.

done-plan-indicators-named = Les indicateurs de l’action sont enregistrés.
done-plan-indicator-added = L’indicateur est ajouté.
done-plan-indicator-edited = L’indicateur est enregistré.
done-plan-value-entered = La valeur est enregistrée.
done-plan-value-asked = La question partira avec le prochain courrier groupé de l’organisation.
done-plan-value-answered = Merci : ce nombre est enregistré. Vous pouvez encore le corriger ici.
done-plan-period-locked = L’année est arrêtée.
done-plan-period-reopened = L’année est rouverte.

# Programmes des départements
plan-programmes-title = Programmes d’actions des départements
plan-programmes-introduction = Ce que chaque département a décidé de faire, sous les axes et les objectifs du plan de sa région.
plan-programmes-found =
    { $count ->
        [0] Aucun programme.
        [one] Un département a un programme.
       *[other] { $count } départements ont un programme.
    }
plan-programmes-none-title = Aucun programme à montrer
plan-programmes-none-text = Un programme apparaît ici dès que la coordination d’un département y inscrit une première action.
plan-programmes-none-action = Chercher un territoire
plan-departement = Département
plan-programme-title = Programme d’actions : { $departement }
plan-programme-count =
    { $count ->
        [0] Aucune action.
        [one] Une action.
       *[other] { $count } actions.
    }
plan-programme-none-title = Aucune action à montrer
plan-programme-none-text = Une action naît d’un engagement pris dans un séminaire ou une réunion, ou directement ici.
plan-see-plan = Voir le plan régional
plan-see-programme = Voir le programme d’actions

# Actions
plan-action = Action
plan-actions-of = Actions de l’objectif « { $objective } »
plan-state = État
plan-reason = Motif
plan-lead = Organisation qui porte l’action
plan-dates = Dates
plan-dates-from-to = { $starts } – { $ends }
plan-dates-from = à partir du { $starts }
plan-dates-to = jusqu’au { $ends }
plan-expected-results = Résultats attendus
plan-commitment = Engagement d’origine
plan-status-idea = Idée
plan-status-planned = Prévue
plan-status-running = En cours
plan-status-blocked = Bloquée
plan-status-done = Faite
plan-status-postponed = Reportée
plan-status-dropped = Abandonnée

plan-action-create-action = Ajouter une action
plan-action-create-title = Ajouter une action au programme
plan-action-create-button = Ajouter au programme
plan-action-from = Issue de l’engagement :
plan-action-edit-action = Modifier l’action
plan-action-edit-title = Modifier l’action
plan-action-edit-button = Enregistrer l’action
plan-no-objective-title = Le plan régional n’a pas encore d’objectif
plan-no-objective-text = Une action sert un objectif du plan de la région. Demandez au pilotage régional de saisir les siens.
plan-field-action = Titre de l’action
plan-field-objective-purpose = la place de l’action dans le programme, et son compte dans le plan régional
plan-field-lead-purpose = le programme
plan-field-reason-hint = À remplir quand l’action est bloquée, reportée ou abandonnée.
plan-field-reason-purpose = la page de l’action
plan-field-starts = Début
plan-field-ends = Fin
plan-field-dates-purpose = le programme
plan-field-expected-results-purpose = la page de l’action
plan-field-visibility = Qui peut la voir
plan-visibility-public = Tout le monde
plan-visibility-registered = Les personnes connectées
plan-visibility-invited = Les personnes qui ont un rôle dans ce territoire

plan-error-reason-missing = Dites pourquoi : une action bloquée, reportée ou abandonnée a un motif.
plan-error-ends-before-start = La fin vient avant le début.
plan-error-too-many-actions = Ce programme compte déjà { $max } actions, le plus possible. Rien n’a été enregistré.
plan-error-commitment-taken = Cet engagement est déjà devenu une action.

done-plan-action-created = L’action est inscrite au programme.
done-plan-action-edited = L’action est enregistrée.

# Ailleurs
plan-panel-title = Programme d’actions
plan-sheet-title = Chiffres du département
plan-panel-count =
    { $count ->
        [0] Pas encore d’action.
        [one] Une action ({ $running } en cours).
       *[other] { $count } actions ({ $running } en cours).
    }
plan-make-action = En faire une action du programme
plan-make-action-in = En faire une action : { $departement }
plan-bead-title = { $action } (objectif : { $objective })
