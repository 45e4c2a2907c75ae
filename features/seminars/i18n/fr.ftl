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
seminars-edit-introduction = Changer le premier jour déplace tout le programme d’autant. L’adresse de la page ne change pas. Si les jours ou le lieu changent, un courriel part tout de suite aux inscrits qui ont laissé une adresse.
seminars-edit-button = Enregistrer les corrections
seminars-next-action = Ouvrir le séminaire suivant
seminars-next-title = Ouvrir le séminaire suivant
seminars-next-introduction = Il suivra « { $title } » : les demi-journées, les séances, les places, les collèges et les dates d’inscription en sont repris, décalés d’autant ; aucune personne ne l’est. Les engagements encore ouverts seront en tête de son ordre du jour.
seminars-next-already = Le séminaire suivant est déjà ouvert :
seminars-next-button = Ouvrir ce séminaire
seminars-region-purpose = la page de la région, et le droit de tenir ce programme
seminars-first-day = Premier jour
seminars-last-day = Dernier jour
seminars-sessions = Séances ouvertes à tous
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
done-seminar-next-opened = Le séminaire suivant est ouvert, sur le modèle du précédent. Ce qui reste promis est en tête de son ordre du jour.
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
seminars-session-room-visibility = La salle est dite à
seminars-session-room-visibility-purpose = que les personnes concernées trouvent la porte, et elles seules
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

# Séances : corriger, annuler
seminars-session-edit-action = Corriger ou annuler la séance
seminars-session-edit-title = Corriger la séance
seminars-session-edit-button = Enregistrer la séance
seminars-session-cancel-title = Annuler la séance
seminars-session-cancel-text = La séance reste au programme et dans les agendas, barrée : qui comptait y venir le voit. Cela ne se défait pas.
seminars-session-cancel-button = Annuler cette séance
seminars-session-places = Places de la séance
seminars-session-places-hint = Pour un atelier à nombre limité. Laissez vide s’il n’y a pas de limite.
seminars-session-places-purpose = le formulaire d’inscription
seminars-session-visibility = Pour qui
seminars-session-visibility-purpose = qui voit la séance au programme et dans l’agenda
seminars-visibility-public = Tout le monde
seminars-visibility-registered = Personnes connectées ou inscrites
seminars-visibility-invited = Personnes qui ont un rôle ici
seminars-visibility-discreet = Les mêmes, hors des listes
seminars-cancelled = Annulé
seminars-error-session-cancelled = Cette séance est déjà annulée. Rien n’a changé.
done-seminar-session-edited = La séance est enregistrée.
done-seminar-session-cancelled = La séance est annulée. Elle reste au programme, barrée.

# Annuler le séminaire
seminars-cancel-action = Annuler le séminaire
seminars-cancel-title = Annuler le séminaire
seminars-cancel-text =
    { $count ->
        [0] Sa page et les agendas diront qu’il n’a pas lieu. Personne n’a laissé d’adresse : prévenez les inscrits autrement. Cela ne se défait pas.
        [one] Sa page et les agendas diront qu’il n’a pas lieu, et un courriel partira tout de suite à l’adresse laissée par une inscription. Cela ne se défait pas.
       *[other] Sa page et les agendas diront qu’il n’a pas lieu, et un courriel partira tout de suite aux adresses laissées par { $count } inscriptions. Cela ne se défait pas.
    }
seminars-cancel-button = Annuler ce séminaire
seminars-error-seminar-cancelled = Ce séminaire est déjà annulé. Rien n’a changé.
seminars-error-seminar-over = Ce séminaire a déjà eu lieu. Rien n’a changé.
done-seminar-cancelled = Le séminaire est annulé. Les inscrits qui ont laissé une adresse sont prévenus.

# S’inscrire
seminars-register-action = S’inscrire
seminars-register-title = S’inscrire au séminaire
seminars-register-button = Envoyer l’inscription
seminars-register-data = Votre inscription est lue par le pilotage régional, pour préparer l’accueil et la feuille d’émargement. Elle n’est pas publiée.
seminars-register-lost-link = Déjà inscrit·e ? Recevoir de nouveau le lien de votre inscription
seminars-registration-college = Collège
seminars-registration-college-purpose = le tableau de qui vient, et le bilan de présence par collège
seminars-registration-origin = D’où vous venez
seminars-registration-origin-hint = Le département, ou pour une structure régionale la région ; sinon une autre région ou un pays.
seminars-registration-origin-purpose = le tableau de qui vient, et le bilan de présence par département
seminars-registration-organisation = Organisation
seminars-registration-organisation-hint = Laissez vide si vous venez à titre individuel.
seminars-registration-organisation-purpose = le tableau de qui vient, et la feuille d’émargement
seminars-registration-count = Nombre de personnes
seminars-registration-count-short = Personnes
seminars-registration-count-purpose = les places gardées, et l’accueil
seminars-registration-people = Noms ou fonctions
seminars-registration-people-short = Qui
seminars-registration-people-hint = Un par ligne. Vous ne savez pas encore qui viendra ? Laissez vide : les places sont gardées, vous direz plus tard.
seminars-registration-people-purpose = la feuille d’émargement
seminars-registration-address = Adresse électronique
seminars-registration-address-purpose = la confirmation, et le lien pour changer ou annuler
seminars-registration-workshop = Atelier : { $when }
seminars-registration-workshop-none = Pas encore choisi
seminars-registration-workshop-purpose = les places gardées dans l’atelier, et votre agenda
seminars-origin = Provenance
seminars-origin-region = Région { $name }
seminars-origin-country = { $name } (pays)
seminars-departement = Département
seminars-places = Places
seminars-places-left =
    { $left ->
        [0] complet
        [one] il reste une place
       *[other] il reste { $left } places
    }
seminars-college-animating = Organisation animatrice
seminars-college-mission-locale = Mission locale
seminars-college-department = Conseil départemental
seminars-college-state = Service de l’État
seminars-college-region = Conseil régional
seminars-college-education = Établissement d’enseignement ou de formation
seminars-college-association = Association ou autre organisation
seminars-college-youth = Jeunes et leurs représentants
seminars-college-individual = À titre individuel
seminars-registration-not-planned = L’inscription en ligne n’est pas ouverte. Rien n’a été enregistré. Adressez-vous au pilotage régional.
seminars-registration-not-yet = L’inscription ouvre le { $date }. Rien n’a été enregistré ; revenez ce jour-là.
seminars-registration-closed = L’inscription en ligne s’est terminée le { $date }. Rien n’a été enregistré. Adressez-vous au pilotage régional : il peut encore vous inscrire.
seminars-registration-cancelled = Ce séminaire est annulé : on ne s’y inscrit plus. Rien n’a été enregistré.
seminars-registration-open-until = ouverte jusqu’au { $date }
seminars-registration-state = Inscription
seminars-error-individual-comes-alone = À titre individuel, on s’inscrit seul·e : écrivez 1.
seminars-error-too-many-under-address = Cette adresse a déjà servi à { $max } inscriptions, le plus possible. Rien n’a été enregistré ; donnez l’adresse d’une autre personne, ou adressez-vous au pilotage régional.
seminars-error-already-registered = Cette organisation est déjà inscrite avec cette adresse. Rien n’a été ajouté. Pour changer l’inscription, suivez le lien reçu par courriel ; en bas de page, vous pouvez le recevoir de nouveau.
seminars-error-no-place-left = Il ne reste plus de place. Rien n’a été enregistré. Le pilotage régional peut vous dire si une place se libère.
seminars-error-places-left =
    { $left ->
        [one] Il ne reste qu’une place. Rien n’a été enregistré ; inscrivez une seule personne.
       *[other] Il ne reste que { $left } places. Rien n’a été enregistré ; inscrivez moins de personnes.
    }
seminars-error-workshop-full = « { $title } » est complet. Rien n’a été enregistré ; choisissez un autre atelier.
seminars-error-workshop-left =
    { $left ->
        [one] Il ne reste qu’une place dans « { $title } ». Rien n’a été enregistré ; choisissez un autre atelier, ou inscrivez une seule personne.
       *[other] Il ne reste que { $left } places dans « { $title } ». Rien n’a été enregistré ; choisissez un autre atelier, ou inscrivez moins de personnes.
    }
seminars-error-one-workshop-at-a-time = Un seul atelier à la fois.
seminars-error-workshop-gone = Le programme a changé : un atelier choisi n’a plus lieu. Rien n’a été enregistré ; choisissez de nouveau.
seminars-error-more-names-than-places = Il y a { $names } noms pour { $places } places : augmentez le nombre de personnes, ou retirez des lignes.
seminars-error-name-too-long = Un nom compte { $max } caractères au plus ; un par ligne.
done-seminar-registered = L’inscription est enregistrée. Un courriel de confirmation part à l’adresse donnée, avec le lien pour la changer ou l’annuler.

# Recevoir de nouveau le lien
seminars-lost-link-title = Recevoir de nouveau le lien
seminars-lost-link-text = Donnez l’adresse de l’inscription. Si elle a servi à s’inscrire à ce séminaire, le lien y part tout de suite.
seminars-lost-link-address-purpose = l’envoi du lien, et rien d’autre
seminars-lost-link-button = Envoyer le lien
done-seminar-link-sent = Si cette adresse a servi à s’inscrire, le lien vient d’y partir.

# Inscrire quelqu’un d’autre
seminars-register-for-action = Inscrire quelqu’un
seminars-register-for-title = Inscrire quelqu’un
seminars-register-for-introduction = Pour qui a téléphoné, écrit, ou arrive à la porte. Les dates d’ouverture ne comptent pas ici ; les places, si. Sans adresse, aucun courriel ne part.
seminars-register-for-button = Inscrire
done-seminar-registered-for = L’inscription est enregistrée.

# Réglages de l’inscription
seminars-settings-action = Dates, places et collèges
seminars-settings-title = Régler l’inscription
seminars-settings-introduction = Sans dates, personne ne s’inscrit en ligne ; vous pouvez toujours inscrire quelqu’un.
seminars-settings-opens = Ouverture de l’inscription
seminars-settings-opens-hint = Premier jour où l’on peut s’inscrire.
seminars-settings-closes = Clôture de l’inscription
seminars-settings-closes-hint = Dernier jour, compris.
seminars-settings-places-hint = Laissez vide s’il n’y a pas de limite ; un séminaire accueille { $max } personnes au plus.
seminars-settings-colleges = Collèges conviés dans chaque département
seminars-settings-colleges-purpose = le tableau de qui vient et de qui manque
seminars-settings-button = Enregistrer
seminars-error-both-dates = Il faut l’ouverture et la clôture, ou aucune des deux.
seminars-error-closes-before-opens = La clôture tombe avant l’ouverture.
seminars-error-closes-after-the-end = La clôture tombe après la fin du séminaire.
seminars-error-places-taken =
    { $taken ->
        [one] Une place est déjà prise : écrivez au moins 1.
       *[other] { $taken } places sont déjà prises : écrivez au moins { $taken }.
    }
done-seminar-registration-set-up = L’inscription est réglée.

# Qui vient
seminars-registrations-action = Inscriptions et présence
seminars-registrations-title = Inscriptions
seminars-registrations-list = Toutes les inscriptions
seminars-registrations-none = Aucune inscription.
seminars-workshops = Ateliers
seminars-registered-on = Inscription le
seminars-registered-count = Personnes inscrites
seminars-registration-given-back = Annulée
seminars-grid-title = Qui vient, qui manque
seminars-grid-said = { $filled } cases sur { $cells } ont au moins une personne inscrite.
seminars-grid-none = Aucun département.
seminars-grid-missing = manque

# Une inscription
seminars-registration-title = Inscription au séminaire
seminars-registration-places = Places gardées
seminars-registration-is-cancelled = Cette inscription est annulée : ses places sont libres. Pour venir, inscrivez-vous de nouveau.
seminars-registration-of-cancelled = Ce séminaire est annulé.
seminars-registration-cancel-title = Annuler l’inscription
seminars-registration-cancel-text = Toutes ses places deviennent libres tout de suite. Pour n’en rendre qu’une, ouvrez-la.
seminars-registration-cancel-button = Annuler toute l’inscription
done-seminar-registration-cancelled = L’inscription est annulée ; les places sont libres.
seminars-seat-unnamed = Place { $number }, personne pas encore connue
seminars-seat-change-action = Changer la personne ou l’atelier
seminars-seat-calendar-action = Agenda (.ics)
seminars-seat-calendar-hint = Abonnez-vous à l’adresse de l’agenda : les changements d’horaire y arrivent seuls. Elle ne permet ni de changer ni d’annuler l’inscription.
seminars-seat-title = Changer une place
seminars-seat-introduction = Un empêchement ? Écrivez qui vient à la place : l’organisation, la place et les ateliers restent les mêmes.
seminars-seat-who = Qui vient
seminars-seat-who-hint = Un nom ou une fonction ; laissez vide si vous ne savez pas encore. Un autre nom reçoit un autre agenda.
seminars-seat-button = Enregistrer
seminars-seat-give-back-title = Rendre la place
seminars-seat-give-back-text = Personne ne viendra : la place devient libre pour d’autres.
seminars-seat-give-back-button = Rendre cette place
seminars-error-seat-given-back = Cette place a déjà été rendue. Rien n’a changé.
seminars-error-too-many-holders = Cette place a déjà changé { $max } fois de mains, le plus possible. Rien n’a été enregistré ; rendez-la et inscrivez quelqu’un d’autre.
done-seminar-seat-changed = La place est enregistrée.
done-seminar-seat-given-back = La place est rendue ; elle est libre.

# Présence
seminars-attendance-title = Présence
seminars-door-list-action = Feuille d’émargement
seminars-door-list-title = Feuille d’émargement
seminars-door-list-introduction = À imprimer et à faire signer. Les lignes vides sont pour les remplacements et les arrivées imprévues.
seminars-door-list-who = Personne
seminars-door-list-signature = Signature
seminars-door-list-count =
    { $count ->
        [0] Personne n’est inscrit.
        [one] Une personne attendue.
       *[other] { $count } personnes attendues.
    }
seminars-attendance-enter = Saisir la présence
seminars-attendance-enter-title = Saisir la présence
seminars-attendance-nobody = Personne n’est inscrit : il n’y a pas de présence à saisir.
seminars-attendance-introduction = Toutes les personnes attendues sont comptées présentes, sauf celles que vous cochez.
seminars-attendance-absent = Absents
seminars-attendance-button = Enregistrer la présence
seminars-attendance-summary-action = Bilan de présence
seminars-error-half-day-to-come = Cette demi-journée n’a pas encore eu lieu. Rien n’a été enregistré ; vos coches sont gardées. Revenez après.
seminars-error-nobody-expected = Personne n’est inscrit : il n’y a rien à enregistrer.
seminars-error-list-changed = La liste a changé depuis que vous l’avez ouverte. Rien n’a été enregistré ; elle est à jour ci-dessous, avec vos coches. Relisez, puis enregistrez.
done-seminar-attendance-recorded = La présence est enregistrée.
seminars-summary-title = Bilan de présence
seminars-summary-said = Présence saisie pour { $entered } demi-journées sur { $half-days }. Dans chaque case : présents / attendus.
seminars-summary-by-college = Par collège
seminars-summary-by-origin = Par provenance
seminars-summary-none = Aucune présence saisie.
seminars-summary-not-entered = pas saisi
seminars-summary-source = Source : inscriptions et feuilles d’émargement de ce séminaire, saisies par le pilotage régional.
seminars-calendar-action = Agenda (.ics)

# Courriels
seminars-mail-confirmed-subject = Inscription : { $title }
seminars-mail-confirmed =
    { $count ->
        [0] Inscription à « { $title } ».
        [one] Une place est gardée pour vous à « { $title } ».
       *[other] { $count } places sont gardées pour vous à « { $title } ».
    }
seminars-mail-when-and-where = { $days }, { $place }.
seminars-mail-when = { $days }.
seminars-mail-change = Dire qui vient, remplacer quelqu’un, choisir un atelier, rendre une place ou tout annuler : par ce lien, sans compte, jusqu’au dernier jour du séminaire.
seminars-mail-change-action = Ouvrir l’inscription
seminars-mail-not-asked = Vous n’avez rien demandé ? Quelqu’un a donné votre adresse. Ouvrez l’inscription et annulez-la : les places seront libres.
seminars-mail-changed-subject = Changement : { $title }
seminars-mail-changed = « { $title } » change de jour ou de lieu.
seminars-mail-changed-now = Maintenant : { $now }
seminars-mail-changed-before = Avant : { $before }
seminars-mail-changed-stays = Votre inscription reste valable ; votre agenda, si vous y êtes abonné, change tout seul. Si vous ne pouvez plus venir, ouvrez le lien de votre inscription et rendez vos places.
seminars-mail-cancelled-subject = Annulé : { $title }
seminars-mail-cancelled = « { $title } » est annulé. Ne vous déplacez pas.
seminars-mail-cancelled-action = Voir la page du séminaire
