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

# Fiche, charte, comité
collectives-fresh = Relu
collectives-fresh-since = Vu et corrigé le { $date }
collectives-not-read-over = Pas encore relu
collectives-stand-in = Intérim
collectives-stand-in-hint = Qui répond tant que l’animation est vacante : souvent, le pilotage régional.
collectives-sheet-see = Voir la fiche
collectives-sheet-title = Fiche · { $collective }
collectives-sheet-keep = Tenir la fiche
collectives-sheet-edit = Corriger la fiche
collectives-sheet-edit-introduction = Corrigez ce qui ne va pas : le reste est déjà là, et n’a pas à être saisi de nouveau.
collectives-sheet-save = Enregistrer la fiche
collectives-sheet-confirm = C’est juste
collectives-sheet-send = Envoyer pour relecture
collectives-sheet-remark = Dit des membres à la dernière relecture :
collectives-sheet-needs = Ce dont nous avons besoin
collectives-sheet-offers = Ce que nous pouvons apporter aux autres
collectives-sheet-lines-hint = Un point par ligne, en quelques mots.
collectives-sheet-purpose = la fiche du collectif, pour le séminaire et pour les élus
collectives-sheet-unsaid = Pas encore dit.
collectives-sheet-members = Membres : qui manque, qui est parti
collectives-sheet-members-hint = Une phrase suffit ; la coordination corrige la liste.
collectives-sheet-members-purpose = la coordination du département
collectives-sheet-right = C’est juste, enregistrer
collectives-sheet-by-link-title = Relire la fiche du collectif
collectives-sheet-by-link-introduction = La fiche est déjà remplie. Corrigez ce qui ne va pas, ou enregistrez-la telle quelle si elle est juste : une minute suffit.
collectives-sheet-as-it-stands = La fiche telle qu’elle est
collectives-sheet-why = Ce lien vous est propre : il ne sert qu’à cette fiche et fonctionne { $days } jours. Aucun compte n’est nécessaire.
collectives-sheet-nobody = Personne n’anime ce collectif et personne n’assure l’intérim : nommez d’abord qui répond. Rien n’a été envoyé.
collectives-sheet-no-address = { $organisation } n’a pas d’adresse électronique dans l’annuaire : rien n’a été envoyé.
collectives-sheet-too-many = Ce lien a déjà servi à { $max } relectures. Pour en dire plus, appelez la personne qui vous l’a envoyé.
collectives-mail-sheet = { $who } vous demande de relire la fiche du collectif ({ $departement }), déjà remplie.
collectives-mail-sheet-action = Relire la fiche
collectives-charter = Charte
collectives-charter-title = Charte et signataires
collectives-charter-none = Aucune charte connue.
collectives-charter-since = Signée le { $signed }.
collectives-charter-until = Signée le { $signed }, jusqu’au { $expires }.
collectives-charter-expired = Signée le { $signed }, échue depuis le { $expires }.
collectives-charter-signatories = Signataires
collectives-charter-read = Lire la charte
collectives-charter-new = Enregistrer une charte
collectives-charter-record = Enregistrer cette charte
collectives-charter-sign = Ajouter ce signataire
collectives-charter-sign-title = Une organisation de plus a signé
collectives-charter-signed-on = Signée le
collectives-charter-expires-on = Dernier jour
collectives-charter-expires-hint = Si elle a une fin.
collectives-charter-address = Adresse du texte
collectives-charter-address-hint = Là où il peut être lu, par exemple https://exemple.fr/charte.pdf
collectives-charter-address-wrong = Écrivez une adresse complète, qui commence par https://
collectives-charter-purpose = la page du collectif
collectives-charter-expires-before = La charte prend fin avant d’être signée.
collectives-charter-signed-before = La charte n’était pas encore signée ce jour-là.
collectives-charter-signed-already = Cette organisation l’a déjà signée.
collectives-charter-too-many = { $max } signataires au plus. Rien n’a été enregistré.
collectives-committee-see = Comité régional
collectives-committee-title = Comité régional : { $region }
collectives-committee-introduction = Qui siège, collège par collège. Un siège sans titulaire est un siège vacant.
collectives-committee-none = La composition de ce comité n’est pas encore connue.
collectives-committee-youth =
    { $count ->
        [0] Aucun siège n’est tenu pour l’instant au nom des jeunes.
        [one] Un siège est tenu au nom des jeunes.
       *[other] { $count } sièges sont tenus au nom des jeunes.
    }
collectives-committee-full = Ce comité compte déjà { $max } sièges. Rien n’a été enregistré.
collectives-college = Collège
collectives-college-hint = Comme la région l’appelle. Le même nom réunit les sièges.
collectives-seat-add = Ajouter un siège
collectives-seat-add-introduction = Un siège est tenu par une organisation. Laissez-la vide pour un siège vacant.
collectives-seat-organisation-hint = Les organisations de la région, par nom.
collectives-seat-label = Fonction
collectives-seat-purpose = la page du comité
collectives-seat-for-youth = C’est un siège de représentation des jeunes
collectives-seat-for-youth-short = jeunes
collectives-seat-save = Ajouter ce siège
collectives-seat-vacant = Siège vacant
collectives-seat-end = Fin du siège
collectives-seat-end-save = Mettre fin à ce siège
collectives-seat-ended = Ce siège a déjà pris fin. Rien n’a changé.
collectives-seats-past = Anciens sièges

done-collectives-sheet-confirmed = La fiche est relue.
done-collectives-sheet-edited = La fiche est enregistrée.
done-collectives-sheet-sent = La fiche partira avec le prochain courrier groupé.
done-collectives-sheet-answered = Merci : la fiche est relue. Vous pouvez encore la corriger ici.
done-collectives-charter-recorded = La charte est enregistrée.
done-collectives-charter-signed = Le signataire est ajouté.
done-collectives-seat-added = Le siège est ajouté.
done-collectives-seat-ended = Le siège a pris fin.
