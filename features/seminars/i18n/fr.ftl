seminars-nav = Séminaires

# Liste
seminars-list-title = Séminaires
seminars-list-introduction = Deux fois par an, chaque région réunit ses collectifs départementaux : programmes, ateliers, et ce qui s’y est promis.
seminars-list-search = Mots du titre ou du lieu
seminars-list-all = Voir tous les séminaires
seminars-list-found =
    { $count ->
        [0] Aucun séminaire.
        [one] Un séminaire.
       *[other] { $count } séminaires.
    }
seminars-list-none-title = Aucun séminaire à montrer
seminars-list-none-found = Aucun titre et aucun lieu ne contient ces mots. Essayez un seul mot, ou la ville.
seminars-list-none-yet = Les séminaires apparaissent ici dès que le pilotage régional en crée un.
seminars-title = Titre
seminars-title-hint = Par exemple : Séminaire régional de la mobilité, été.
seminars-days = Dates
seminars-days-from-to = du { $first } au { $last }
seminars-region = Région
seminars-place = Lieu
seminars-source = Page publique
seminars-previous = Séminaire précédent
seminars-next = Séminaire suivant
seminars-example = Exemple

# Créer, corriger, ouvrir le suivant
seminars-create-action = Créer un séminaire
seminars-create-title = Créer un séminaire
seminars-create-introduction = Les matinées (9 h – 12 h 30) et les après-midi (14 h – 17 h) de chaque jour sont créés en même temps ; vous y ajouterez ensuite les séances.
seminars-create-button = Créer le séminaire
seminars-edit-action = Corriger le titre, les dates ou le lieu
seminars-edit-title = Corriger le séminaire
seminars-edit-introduction = Changer le premier jour déplace tout le programme d’autant. L’adresse de la page ne change pas.
seminars-edit-button = Enregistrer les corrections
seminars-next-action = Ouvrir le séminaire suivant
seminars-next-title = Ouvrir le séminaire suivant
seminars-next-introduction = Il suivra « { $title } » : les engagements encore ouverts seront en tête de son ordre du jour.
seminars-next-already = Le séminaire suivant est déjà ouvert :
seminars-next-button = Ouvrir ce séminaire
seminars-region-purpose = la page de la région, et le droit de tenir ce programme
seminars-first-day = Premier jour
seminars-last-day = Dernier jour
seminars-last-day-hint =
    { $max ->
        [one] Un jour au plus.
       *[other] { $max } jours au plus.
    }
seminars-commune = Commune
seminars-commune-purpose = le programme, et l’heure locale du séminaire
seminars-place-label = Établissement qui accueille
seminars-place-label-hint = Par exemple : lycée agricole, maison des associations.
seminars-place-label-purpose = le programme

seminars-error-last-day-before-first = Le dernier jour tombe avant le premier.
seminars-error-too-many-days = Un séminaire dure { $max } jours au plus.
seminars-error-half-days = Ces demi-journées ne vont pas ensemble : chacune doit tomber un jour du séminaire, une seule fois, et finir après son début.
seminars-error-before-previous = Ce jour tombe avant la fin du séminaire précédent.
seminars-error-next-exists = Le séminaire suivant est déjà ouvert. Rien n’a été enregistré.
seminars-error-ends-before-start = La fin vient avant le début.
seminars-error-outside-half-day = La demi-journée va de { $starts } à { $ends } : la séance doit y tenir.
seminars-error-half-day-full = Cette demi-journée compte déjà { $max } séances, le plus possible. Rien n’a été enregistré.

done-seminar-created = Le séminaire est créé, avec ses demi-journées. Ajoutez-y les séances.
done-seminar-edited = Les corrections sont enregistrées.
done-seminar-next-opened = Le séminaire suivant est ouvert. Ce qui reste promis est en tête de son ordre du jour.
done-seminar-session-added = La séance est ajoutée. Le formulaire garde ses heures, pour la séance suivante.
done-seminar-minutes-saved = Le compte rendu est enregistré.
done-seminar-decision-recorded = La décision est enregistrée.
done-seminar-commitment-recorded = L’engagement est enregistré.

# Programme
seminars-programme-none-title = Le programme n’est pas encore publié
seminars-programme-none-text = Les séances apparaîtront ici dès que le pilotage régional les aura saisies.
seminars-half-day = { $day }, { $part } ({ $hours })
seminars-half-day-name = { $day }, { $part }
seminars-hours-unpublished = horaires non publiés
seminars-half-day-empty = Aucune séance connue.
seminars-part-morning = matin
seminars-part-afternoon = après-midi
seminars-kind-plenary = Plénière
seminars-kind-debate = Débat
seminars-kind-workshop = Atelier
seminars-kind-departments = Temps par département
seminars-kind-restitution = Restitution

# Séances
seminars-session-add-action = Ajouter une séance
seminars-session-add-title = Ajouter une séance
seminars-session-add-button = Ajouter cette séance
seminars-session-already = Déjà au programme
seminars-session-see-programme = Revenir au programme
seminars-session-kind = Forme
seminars-session-title = Titre de la séance
seminars-session-title-purpose = le programme, et le fil de chaque engagement pris dans cette séance
seminars-session-room = Salle
seminars-session-room-purpose = le programme
seminars-session-starts = Début
seminars-session-ends = Fin
seminars-session-half-day = Demi-journée
seminars-session-hours = Horaires
seminars-session-sign-in = Le compte rendu, les décisions et les engagements se lisent une fois connecté·e.
seminars-session-sign-in-action = Se connecter et revenir ici
seminars-session-on-this-page = Sur cette page

# Compte rendu, décisions, engagements
seminars-minutes-title = Compte rendu
seminars-minutes-none = Pas encore de compte rendu.
seminars-minutes-text = Texte du compte rendu
seminars-minutes-hint = Ce qui s’est dit, sans dire qui l’a dit. Une ligne vide sépare deux paragraphes.
seminars-minutes-purpose = cette page, lue par les personnes connectées, jamais par le public
seminars-minutes-button = Enregistrer le compte rendu
seminars-decisions-title = Décisions
seminars-decisions-none = Pas encore de décision.
seminars-decision-text = Ce qui est décidé
seminars-decision-purpose = cette page, et le fil des engagements qui la mettent en œuvre
seminars-decision-button = Enregistrer la décision
seminars-commitments-title = Engagements
seminars-commitments-none = Pas encore d’engagement que vous puissiez voir.
seminars-commitment-record = Enregistrer un engagement
seminars-commitment-button = Enregistrer l’engagement
seminars-commitment-what = Ce qui est promis
seminars-commitment-who = Par qui
seminars-commitment-due = Pour quand
seminars-commitment-due-not-before = { $due }, pas avant le { $not-before }
seminars-commitment-state = État

# Ordre du jour
seminars-agenda-title = Ce que nous nous étions promis
seminars-agenda-introduction = Séminaire précédent :
seminars-agenda-open =
    { $count ->
        [0] Engagements encore ouverts
        [one] Un engagement encore ouvert
       *[other] { $count } engagements encore ouverts
    }
seminars-agenda-open-none = Aucun : tout ce qui était promis a trouvé sa réponse.
seminars-agenda-due = pour le { $date }
seminars-agenda-origin = { $session }, { $date }
seminars-agenda-settled = Ce que sont devenus les autres

# Ailleurs
seminars-bead-seminar = Séminaire
seminars-panel-next = Prochain :
seminars-panel-last = Dernier :
seminars-panel-all = Tous les séminaires
