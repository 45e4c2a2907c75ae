meetings-title = Réunions
meetings-meeting = Réunion
meetings-collectives = Collectifs
meetings-collective = Collectif
meetings-bead = Réunion
meetings-of-day = Réunion du { $day }
meetings-none = Aucune réunion à montrer.
meetings-see-all = Voir les réunions
meetings-cancelled = annulée
meetings-cancelled-column = Annulée
meetings-is-cancelled = Cette réunion est annulée : rien n’a été enregistré.
meetings-list-title = Réunions du collectif : { $departement }
meetings-list-introduction = Entre deux séminaires : ce que le collectif a à l’ordre du jour, ce qu’il décide, et quand il se revoit.
meetings-when = { $day }, { $starts } – { $ends }
meetings-when-and-where = { $when }. Lieu : { $place }
meetings-calendar-name = { $meeting } ({ $departement })
meetings-calendar-action = Mettre dans mon agenda

# Préparer
meetings-create-action = Prévoir une réunion
meetings-create-title = Prévoir une réunion
meetings-create-introduction = L’ordre du jour se remplit tout seul de ce qui reste promis dans le département ; ajoutez-y seulement le reste.
meetings-create-button = Prévoir cette réunion
meetings-edit-action = Modifier
meetings-edit-title = Modifier la réunion
meetings-edit-introduction = Si la date change, invitez de nouveau : seuls ceux qui ne connaissent pas la nouvelle date reçoivent un courriel.
meetings-edit-button = Enregistrer
meetings-cancel-action = Annuler la réunion
meetings-cancel-title = Annuler la réunion
meetings-cancel-text =
    { $count ->
        [0] Personne n’avait été invité : aucun courriel ne partira.
        [one] Un membre avait été invité : il recevra un courriel.
       *[other] { $count } membres avaient été invités : ils recevront un courriel.
    }
meetings-cancel-button = Annuler cette réunion
meetings-day = Date
meetings-starts = Début
meetings-ends = Fin
meetings-ends-before-start = La fin vient avant le début, ou en même temps.
meetings-place = Lieu
meetings-place-hint = La salle et la commune.
meetings-place-purpose = l’invitation et l’agenda
meetings-own-title = Titre
meetings-own-title-hint = Sans titre, la réunion porte sa date.
meetings-points = Autres points de l’ordre du jour
meetings-points-hint = Un par ligne. Ce qui reste promis y est déjà.
meetings-points-purpose = l’invitation, la page de la réunion et le dossier à emporter
meetings-visibility = Qui peut la voir
meetings-visibility-public = Tout le monde : date, lieu et ordre du jour
meetings-visibility-registered = Les personnes connectées
meetings-visibility-invited = Les personnes qui ont un rôle dans ce territoire

# Inviter
meetings-invite-action = Inviter
meetings-invite-title = Inviter les membres
meetings-invite-text =
    { $count ->
        [0] Aucun courriel à envoyer.
        [one] Un membre recevra l’invitation.
       *[other] { $count } membres recevront l’invitation.
    } Déjà invités à cette date : { $told }. Sans adresse dans l’annuaire, à prévenir autrement : { $unreached }. Ce qui reste promis est mis à l’ordre du jour.
meetings-invite-button = Envoyer les invitations
meetings-invite-over = Cette réunion est passée : il n’y a plus personne à inviter.
meetings-mail-invitation-subject = Invitation : { $meeting }
meetings-mail-invitation = Le collectif ({ $collective }) se réunit, et vous y êtes invité·e.
meetings-mail-points = À l’ordre du jour : { $points }
meetings-mail-promises = S’y ajoute ce que chacun a promis et qui reste à faire.
meetings-mail-cancelled-subject = Annulée : { $meeting }
meetings-mail-cancelled = Cette réunion n’aura pas lieu.
meetings-mail-action = Voir la réunion

# Ordre du jour
meetings-agenda-title = Ordre du jour
meetings-agenda-none = L’ordre du jour n’est pas encore écrit.
meetings-promises-title = Ce qui reste promis
meetings-promises-hint = Pour noter ce qu’une organisation en dit en réunion, suivez le lien de sa promesse.
meetings-promises-none = Rien n’est en attente dans ce département.

# Présences
meetings-presence-action = Noter les présences
meetings-presence-title = Présences
meetings-presence-introduction = Combien de personnes de chaque organisation étaient là. Personne n’est nommé. Laissez vide pour qui n’est pas venu.
meetings-presence-members = Membres du collectif, et autres organisations venues
meetings-presence-nobody = Ce collectif n’a pas de membre connu à cette date.
meetings-presence-purpose = le relevé de décisions
meetings-presence-button = Enregistrer les présences
meetings-guest = Une autre organisation est venue
meetings-guest-hint = Les organisations de la région. S’il en manque une, ajoutez-la d’abord aux acteurs.
meetings-guest-people = Combien de personnes
meetings-people-wrong = Écrivez un nombre de personnes, de 1 à { $max }, ou laissez vide.
meetings-people-count =
    { $count ->
        [one] Une personne.
       *[other] { $count } personnes.
    }
meetings-present = { $organisation } ({ $count })
meetings-too-many = { $max } organisations au plus. Rien n’a été enregistré.

# Décisions, promesses, compte rendu
meetings-decisions-title = Décisions
meetings-decisions-none = Aucune décision notée.
meetings-decision-text = Nous décidons de
meetings-decision-button = Noter cette décision
meetings-taken-title = Promesses prises ici
meetings-taken-none = Aucune promesse notée.
meetings-commitment-button = Noter cette promesse
meetings-minutes-title = Compte rendu
meetings-minutes-none = Pas encore de compte rendu.
meetings-minutes-text = Ce qui s’est dit
meetings-minutes-button = Enregistrer le compte rendu
meetings-next-day = Prochaine réunion : { $day }
meetings-next-day-before = La prochaine réunion vient après celle-ci.
meetings-report-action = Relevé de décisions
meetings-report-title = Relevé de décisions
meetings-report-purpose = le relevé de décisions
meetings-report-promise = { $organisation } : { $what } (pour le { $due })

# Dossier
meetings-dossier-action = Dossier à emporter
meetings-dossier-title = Dossier de réunion
meetings-dossier-introduction = Imprimez cette page, ou emportez le fichier : il se remplit sans réseau, et se rapporte ensuite ici.
meetings-dossier-file = Emporter le fichier (XLSX)
meetings-dossier-who = Nom
meetings-dossier-signature = Signature
meetings-sheet-presences = Présences
meetings-sheet-promises = Promesses ouvertes
meetings-sheet-new-promises = Nouvelles promesses
meetings-sheet-decisions = Décisions
meetings-sheet-closing = Suite
meetings-column-key = Clé (ne pas modifier)
meetings-column-organisation = Organisation
meetings-column-people = Combien de personnes
meetings-column-what = Quoi
meetings-column-due = Pour le
meetings-column-state = État
meetings-column-answer = Réponse
meetings-column-new-date = Nouvelle date
meetings-column-blocked-by = Bloqué par
meetings-column-sentence = Une phrase
meetings-column-not-before = Pas avant
meetings-column-decision = Décision
meetings-column-next-day = Prochaine réunion
meetings-column-minutes = Compte rendu
meetings-answer-done = Fait
meetings-answer-in-progress = En cours
meetings-answer-blocked = Bloqué
meetings-answer-given-up = N’y arrivera pas

# Retour
meetings-return-action = Rapporter le fichier
meetings-return-title = Rapporter le fichier
meetings-return-introduction = Rien n’est enregistré avant que vous n’ayez relu. Des lignes déplacées ou supprimées ne changent rien : une ligne absente ne dit rien.
meetings-return-file = Le fichier rempli (XLSX, 1 Mo au plus)
meetings-return-send = Relire ce fichier
meetings-return-again = Envoyer un autre fichier
meetings-return-confirm = Enregistrer tout cela
meetings-return-will-record = Voici ce qui sera enregistré. Rien ne l’est encore.
meetings-return-nothing = Rien de nouveau à enregistrer.
meetings-return-not-understood = Ce qui n’a pas été compris
meetings-return-not-understood-text = Ces lignes ne seront pas enregistrées. Corrigez-les dans le fichier et rapportez-le de nouveau : ce qui est déjà enregistré ne le sera pas deux fois.
meetings-return-at = { $sheet }, ligne { $line }
meetings-return-line = { $at } : { $why }
meetings-return-no-file = Choisissez le fichier.
meetings-return-not-a-workbook = Ce fichier n’est pas un classeur XLSX qui puisse être lu.
meetings-return-too-large = Ce fichier est trop grand.
meetings-return-not-ours = Ce n’est pas le dossier d’une réunion : aucune de ses feuilles n’est reconnue.
meetings-return-column-gone = La colonne « { $column } » a disparu : rien n’est lu de cette feuille.
meetings-return-key-gone = La clé cachée de cette ligne a été modifiée : notez cette réponse sur la page de la promesse.
meetings-return-promise-closed = Cette promesse n’attend plus rien, ou n’est pas de ce département.
meetings-return-newer-answer = Une réponse est arrivée depuis que le fichier a été fait : elle n’est pas remplacée.
meetings-return-meanwhile = Une réponse est arrivée entre-temps à propos de « { $what } ». Rien n’a été enregistré : renvoyez le fichier.
meetings-return-twice = Deux lignes parlent de la même promesse : seule la première est retenue.
meetings-return-answer = « { $answer } » n’est pas une réponse : Fait, En cours, Bloqué ou N’y arrivera pas.
meetings-return-new-date = En cours : il faut une nouvelle date, par exemple 12/03/2027.
meetings-return-new-date-past = La nouvelle date est passée.
meetings-return-blocked-by = Bloqué : dites par quoi ou par qui.
meetings-return-who = Dites qui s’engage.
meetings-return-what = Dites à quoi.
meetings-return-due = Dites pour quand, par exemple 12/03/2027.
meetings-return-due-past = Cette date vient avant la réunion.
meetings-return-not-before = « Pas avant » n’est pas une date, ou vient après l’échéance.
meetings-return-organisation-unknown = « { $name } » n’est pas dans l’annuaire de la région : ajoutez-la aux acteurs, ou corrigez le nom.
meetings-return-organisation-ambiguous = Plusieurs organisations s’appellent « { $name } » : notez cette ligne sur la page de la réunion.
meetings-return-people = Écrivez un nombre de personnes, de 1 à { $max }, ou une croix.
meetings-return-next-day = La date de la prochaine réunion ne se lit pas : écrivez-la comme 12/03/2027.
meetings-return-next-day-stands = Une autre date est déjà notée pour la prochaine réunion : elle n’est pas remplacée.
meetings-return-minutes-stand = Un autre compte rendu est déjà enregistré : il n’est pas remplacé.
meetings-return-too-long = Ce texte est trop long : { $max } caractères au plus.

done-meetings-created = La réunion est prévue. Invitez les membres quand vous êtes prêt·e.
done-meetings-edited = La réunion est enregistrée.
done-meetings-cancelled = La réunion est annulée.
done-meetings-invited = Les invitations partent.
done-meetings-presence-recorded = Les présences sont enregistrées.
done-meetings-decision-recorded = La décision est notée.
done-meetings-commitment-recorded = La promesse est notée.
done-meetings-minutes-written = Le compte rendu est enregistré.
done-meetings-brought-back = Tout ce que disait le fichier est enregistré.
