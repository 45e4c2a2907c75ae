collectives-nav = Collectifs
collectives-name = Collectif : { $departement }
collectives-list-title = Collectifs départementaux
collectives-list-introduction = Dans chaque département, les organisations qui travaillent ensemble à la mobilité des jeunes, et la structure animatrice qui les réunit.
collectives-total =
    { $count ->
        [one] Un collectif.
       *[other] { $count } collectifs.
    }
collectives-none-title = Aucun collectif pour l’instant
collectives-none-text = Un collectif paraît ici dès qu’une organisation l’a rejoint. Choisissez un département pour voir où il en est.
collectives-see-territories = Voir les départements
collectives-departement = Département
collectives-region = Région
collectives-since-column = Depuis le
collectives-vacant = animation vacante
collectives-members = Membres connus
collectives-see-departement = Tout ce qui concerne ce département :
collectives-animation = Structure animatrice
collectives-animation-label = Structure animatrice :
collectives-animation-unknown = pas encore connue
collectives-vacant-since = animation vacante depuis le { $date }
collectives-since = depuis le { $date }
collectives-from = à partir du { $date }
collectives-from-until = du { $from } au { $until }
collectives-members-now = Membres actuels
collectives-count =
    { $count ->
        [0] Aucun membre actuellement
        [one] Un membre actuellement
       *[other] { $count } membres actuellement
    }
collectives-members-title = Membres
collectives-members-none = Aucun membre connu.
collectives-past-title = Anciens membres
collectives-organisation = Organisation
collectives-organisation-hidden = Organisation non publique
collectives-organisation-hint = Les organisations de la région, par nom. S’il en manque une, ajoutez-la d’abord aux acteurs.
collectives-organisation-purpose = la page du collectif et la fiche de l’organisation.
collectives-organisation-elsewhere = Cet acteur n’est pas de la région du collectif.
collectives-role = Rôle
collectives-role-purpose = la page du collectif, l’annuaire des structures animatrices.
collectives-role-animating = Structure animatrice
collectives-role-animating-hint = Réunit les autres. Une seule à la fois.
collectives-role-member = Membre
collectives-role-associated = Associée
collectives-role-associated-hint = Tenue au courant, participe quand elle le peut.
collectives-time = Période
collectives-change = Modifier
collectives-first-day = Premier jour
collectives-first-day-purpose = savoir qui était membre à la date d’un séminaire ou d’une décision.
collectives-last-day = Dernier jour
collectives-last-day-purpose = savoir qui était membre à la date d’un séminaire ou d’une décision.
collectives-add = Ajouter un membre
collectives-add-save = Ajouter ce membre
collectives-end = Mettre fin à la participation
collectives-end-save = Enregistrer la fin
collectives-cancel = Annuler
collectives-open = Ouvrir le collectif
collectives-not-open-title = Pas encore de collectif connu ici
collectives-not-open-text = La personne qui coordonne le département ou le pilotage régional peut l’ouvrir et y inscrire ses membres.
collectives-not-open-yours = Ouvrez-le, puis inscrivez ses membres : leur rôle et leur premier jour suffisent.
collectives-already-open = Ce département a déjà un collectif. Rechargez la page pour le voir.
collectives-already-in = Cette organisation est déjà dans le collectif à ces dates. Pour changer son rôle, mettez d’abord fin à sa participation actuelle.
collectives-already-animated = Une organisation anime déjà le collectif à ces dates. Mettez d’abord fin à son animation, ou choisissez un autre rôle.
collectives-already-ended = La fin de cette participation est déjà enregistrée.
collectives-end-before-start = Le dernier jour ne peut pas précéder le premier.
collectives-see = Voir la page du collectif
collectives-panel-territory = Collectif départemental
collectives-panel-organisation = Dans les collectifs

done-collectives-opened = Le collectif est ouvert. Inscrivez maintenant ses membres.
done-collectives-member-added = L’organisation est inscrite dans le collectif.
done-collectives-member-ended = La fin de la participation est enregistrée.
