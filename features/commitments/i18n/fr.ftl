commitments-nav = Le fil

commitments-origin-session = Pris en séance
commitments-origin-meeting = Pris en réunion
commitments-origin-column = Pris à
commitments-origin-day-column = Pris le

commitments-status-no-news = Sans nouvelle
commitments-status-in-progress = En cours
commitments-status-done = Fait
commitments-status-blocked = Bloqué
commitments-status-given-up = À reprendre par d’autres
commitments-status-same-as = La même qu’une autre

commitments-answer-done = C’est fait
commitments-answer-in-progress = C’est en cours, avec une nouvelle date
commitments-answer-blocked = C’est bloqué par quelque chose ou quelqu’un
commitments-answer-given-up = Nous n’y arriverons pas

commitments-due = pour le { $date }

# Enregistrer un engagement
commitments-field-organisation = Qui s’engage
commitments-field-organisation-purpose = le fil, le compte rendu et la question envoyée à l’organisation, avec ce qui suit
commitments-field-what = À quoi
commitments-field-what-hint = Une phrase que l’organisation reconnaîtra dans six mois.
commitments-field-due = Pour quand
commitments-field-not-before = Pas avant
commitments-field-not-before-hint = Si rien ne peut commencer plus tôt.
commitments-field-not-before-purpose = la page de l’engagement et la page où l’organisation répond
commitments-field-person = Personne ou fonction
commitments-field-person-hint = Seulement si l’organisation le souhaite : c’est elle qui s’engage, et l’engagement reste quand la personne part.
commitments-field-person-purpose = la page de l’engagement
commitments-field-decision = Décision mise en œuvre
commitments-field-decision-purpose = le fil, qui relie la décision à l’engagement
commitments-due-before-origin = Cette date est antérieure au jour où l’engagement a été pris. Choisissez ce jour ou un jour suivant.
commitments-not-before-after-due = Ce jour vient après la date promise. Choisissez-en un qui la précède, ou laissez vide.
commitments-decision-elsewhere = Cette décision n’est pas de ce territoire. Choisissez dans la liste.

# Répondre
commitments-answer-question = Où en êtes-vous ?
commitments-answer-new-date = Nouvelle date
commitments-answer-new-date-hint = Seulement si c’est en cours. Une date approximative suffit.
commitments-answer-date-missing = Donnez la nouvelle date : une date approximative suffit.
commitments-answer-date-past = Cette date est passée. Donnez celle d’aujourd’hui ou une date à venir.
commitments-answer-blocked-by = Bloqué par
commitments-answer-blocked-by-hint = Seulement si c’est bloqué. Par exemple : une réponse de l’académie, un financement.
commitments-answer-blocked-by-missing = Dites en quelques mots ce qui bloque, pour que l’on puisse aider.
commitments-answer-sentence = Une phrase, si vous voulez
commitments-answer-sentence-purpose = la page de l’engagement, que lisent l’animation du département et la région
commitments-answer-send = Enregistrer la réponse
commitments-answer-title = Répondre
commitments-answer-on-behalf = Pour votre organisation, ou à sa place quand elle vous l’a dit par téléphone ou en réunion.
commitments-said = Comment vous l’avez su
commitments-said-at-meeting = Dit en réunion
commitments-said-by = Qui l’a dit
commitments-said-by-hint = Une fonction suffit : la conseillère, le secrétariat.
commitments-said-by-phone = Dit par téléphone
commitments-said-by-unused = Cette précision ne sert que pour une réponse dite par téléphone : effacez-la, ou choisissez « dit par téléphone ».
commitments-said-otherwise = Autrement
commitments-said-purpose = ce qui a été répondu, sur la page de l’engagement
commitments-same-answer-other = Cet engagement est le même qu’un autre : c’est à l’autre qu’il faut répondre. Rien n’a été enregistré.
commitments-too-many-answers = Ce lien a déjà servi à { $max } réponses. Pour en dire plus, appelez la personne qui vous l’a envoyé ; la dernière réponse reste enregistrée.

# Ce qui a été répondu
commitments-told-new-date = Nouvelle date : { $date }
commitments-told-blocked-by = Bloqué par : { $by }
commitments-told-sentence = « { $sentence } »
commitments-told-undone = Réponse annulée par qui l’avait donnée
commitments-told-disowned = L’organisation a dit que cette réponse n’était pas la sienne
commitments-already-taken-back = Cette réponse a déjà été retirée. Rien n’a changé.

# Liste
commitments-list-title = Le fil des engagements
commitments-list-lead = Ce que chacun a promis, d’où cela vient et ce que c’est devenu.
commitments-list-total =
    { $count ->
        [one] Un engagement.
       *[other] { $count } engagements, les plus récents d’abord.
    }
commitments-list-none = Aucun engagement pour l’instant
commitments-list-none-text = Les engagements s’enregistrent sur la page d’une séance de séminaire. Ils apparaissent ici pour les personnes du territoire ou de l’organisation concernés.
commitments-list-see-seminars = Voir les séminaires
commitments-list-none-found = Aucun engagement ne correspond
commitments-list-none-found-text = Retirez un filtre, ou cherchez un autre mot.
commitments-list-all = Voir tout le fil
commitments-filter-words = Mots ou organisation
commitments-filter-status = État
commitments-thread-of = Fil de l’engagement : { $what }

# Page d’un engagement
commitments-page-title = Engagement pris par { $organisation }
commitments-fact-owner = Qui s’est engagé
commitments-fact-person = Personne ou fonction
commitments-fact-territory = Territoire
commitments-fact-status = État
commitments-fact-blocked-by = Bloqué par
commitments-fact-due = Pour le
commitments-fact-first-due = Promis d’abord pour le
commitments-fact-not-before = Pas avant le
commitments-fact-decision = Décision
commitments-thread-title = Le fil
commitments-bead-decision = Décision
commitments-bead-commitment = Engagement
commitments-bead-carried = Reportée à
commitments-history-title = Ce qui a été répondu
commitments-history-caption = Réponses, la plus récente d’abord
commitments-history-none = Sans nouvelle pour l’instant.
commitments-history-day = Jour
commitments-history-answer = Réponse
commitments-history-who = Donnée
commitments-history-by-link = par un lien, sans compte
commitments-history-by-person = par une personne connectée
commitments-history-at-meeting = dite en réunion
commitments-history-by-phone = dite par téléphone
commitments-history-by-phone-of = dite par téléphone ({ $who })

# Demander des nouvelles
commitments-ask-title = Demander des nouvelles
commitments-ask-text = La question part avec le prochain courrier groupé de l’organisation : un au plus par quinzaine, jamais pendant les vacances scolaires de sa zone. Elle répond en un clic, sans compte.
commitments-ask-send = Demander des nouvelles
commitments-ask-closed = L’organisation a déjà répondu que c’était terminé ou qu’elle n’y arriverait pas : il n’y a plus rien à lui demander.
commitments-ask-no-address = { $organisation } n’a pas d’adresse électronique dans l’annuaire : la question ne peut pas partir. Ajoutez une adresse de contact à sa fiche, ou appelez, puis enregistrez ici sa réponse.
commitments-too-many-links = { $max } liens fonctionnent déjà pour cette question. Retirez-en un avant d’en envoyer un autre.
commitments-links-caption = Liens envoyés
commitments-links-none = Aucun lien n’a été envoyé.
commitments-links-address = Adresse
commitments-links-purpose = Pour
commitments-links-day = Jour
commitments-links-state = État
commitments-links-for-asking = demander des nouvelles
commitments-links-for-colleague = transmettre à un·e collègue
commitments-links-for-telling = signaler une réponse reçue
commitments-links-works = Fonctionne jusqu’au { $date }
commitments-links-expired = A expiré le { $date }
commitments-links-revoked = Retiré le { $date }
commitments-links-revoke = Retirer ce lien

# Répondre par un lien
commitments-by-link-title = Où en êtes-vous ?
commitments-by-link-promised = Le { $day } ({ $origin }), { $organisation } a proposé de faire ceci :
commitments-by-link-not-before = pas avant le { $date }
commitments-by-link-last = Dernière réponse, le { $date }
commitments-by-link-undo = Annuler cette réponse
commitments-by-link-again = Répondre de nouveau
commitments-by-link-why = Ce lien vous est propre : il ne sert qu’à cette question et fonctionne { $days } jours. Aucun compte n’est nécessaire.
commitments-hand-over-title = Transmettre à un·e collègue
commitments-hand-over-text = La même question lui parviendra avec un lien à son usage. Le vôtre continue de fonctionner.
commitments-hand-over-address = Adresse électronique
commitments-hand-over-address-purpose = l’envoi de la question
commitments-hand-over-send = Transmettre
commitments-too-many-hand-overs = Cette question a déjà été transmise { $max } fois. Répondez ici, ou appelez la personne qui vous l’a envoyée.

# Ce n’était pas moi
commitments-disown-title = Une réponse a été donnée pour vous
commitments-disown-lead = Le { $date }, une réponse a été enregistrée pour { $organisation }, à propos de ceci :
commitments-disown-text = Si cette réponse est la vôtre, il n’y a rien à faire. Sinon, elle sera retirée, l’état précédent rétabli, et le lien qui a servi ne fonctionnera plus.
commitments-disown-send = Ce n’était pas moi
commitments-disown-answer-instead = Voir la question et y répondre

# Courriers
commitments-mail-question = { $who } ({ $place }) vous demande où en est ce que vous avez proposé de faire le { $day } ({ $origin }), pour le { $due } : « { $what } » Quatre réponses possibles, sans compte : c’est fait ; en cours, avec une nouvelle date ; bloqué par… ; nous n’y arriverons pas.
commitments-mail-handed-over = Un·e collègue vous transmet une question adressée à { $organisation }. Le { $day } ({ $origin }), votre organisation a proposé de faire ceci, pour le { $due } : « { $what } » Quatre réponses possibles, sans compte : c’est fait ; en cours, avec une nouvelle date ; bloqué par… ; nous n’y arriverons pas.
commitments-mail-answer = Répondre
commitments-mail-told-done = Une réponse a été enregistrée en votre nom, à propos de « { $what } » : c’est fait. Si cette réponse est de vous, il n’y a rien à faire.
commitments-mail-told-in-progress = Une réponse a été enregistrée en votre nom, à propos de « { $what } » : c’est en cours, avec une nouvelle date. Si cette réponse est de vous, il n’y a rien à faire.
commitments-mail-told-blocked = Une réponse a été enregistrée en votre nom, à propos de « { $what } » : c’est bloqué. Si cette réponse est de vous, il n’y a rien à faire.
commitments-mail-told-given-up = Une réponse a été enregistrée en votre nom, à propos de « { $what } » : vous n’y arriverez pas. Si cette réponse est de vous, il n’y a rien à faire.
commitments-mail-disown = Ce n’était pas moi

# Chez les autres
commitments-panel-home = Où en sont nos engagements
commitments-panel-organisation = Ses engagements en cours
commitments-panel-collective = Engagements en cours du département
commitments-sheet-title = Depuis un an
commitments-sheet-done = Fait ({ $count })
commitments-sheet-open = Encore promis ({ $count })
commitments-panel-territory = Engagements
commitments-panel-territory-sentence = Engagements ouverts : { $open }. Avec des nouvelles : { $answered }.
commitments-panel-more = Voir le fil

# Aider, la même que
commitments-help-title = Je peux aider
commitments-help-none = Personne ne l’a encore proposé.
commitments-help-who = Qui peut aider
commitments-help-how = Comment, en une phrase
commitments-help-purpose = la page de l’engagement, pour qui l’a pris
commitments-help-send = Noter cette aide
commitments-help-withdraw = Retirer
commitments-help-own = C’est cette organisation qui s’est engagée. Choisissez celle qui l’aide.
commitments-help-twice = Cette organisation a déjà proposé son aide.
commitments-help-too-many = { $max } organisations proposent déjà leur aide : c’est le plus possible. Rien n’a été enregistré.
commitments-same-as = La même que
commitments-same-repeated = Notée aussi
commitments-same-title = La même que …
commitments-same-text = Si cette promesse a été notée deux fois, dites laquelle reste. Celle-ci restera lisible et mènera à l’autre ; plus personne ne sera interrogé à son sujet.
commitments-same-which = C’est la même que
commitments-same-send = C’est la même
commitments-same-itself = Choisissez une autre promesse que celle-ci.
commitments-same-closed = Seules deux promesses encore ouvertes peuvent être rapprochées. Rien n’a été enregistré.
commitments-same-chain = D’autres promesses mènent déjà à celle-ci : rapprochez-les plutôt de celle qui reste. Rien n’a été enregistré.
commitments-same-not = Cette promesse n’est rapprochée d’aucune autre. Rien n’a été enregistré.
commitments-separate = Ce n’est pas la même
commitments-carry-closed = Cette promesse n’attend plus rien : elle ne peut pas être reportée.

# Liste d’appels, projection
commitments-calls-action = Liste d’appels
commitments-calls-title = Qui appeler
commitments-calls-introduction = Les promesses sans nouvelle, avec les jours où l’on répond. Sans nouvelle ne veut pas dire en retard : un appel suffit souvent. Cette liste n’est montrée qu’au pilotage régional.
commitments-calls-count =
    { $count ->
        [0] Il y a des nouvelles de toutes les promesses ouvertes.
        [one] Une promesse sans nouvelle.
       *[other] { $count } promesses sans nouvelle.
    }
commitments-calls-none = Personne à appeler.
commitments-calls-whom = Qui
commitments-calls-reach = Joindre
commitments-calls-about = À propos de
commitments-calls-unknown = Contact inconnu de l’annuaire
commitments-projection-action = Projeter
commitments-projection-title = Ce que nous nous sommes promis

done-commitments-answered = La réponse est enregistrée.
done-commitments-answered-by-link = Merci : votre réponse est enregistrée. Vous pouvez l’annuler ou en donner une autre.
done-commitments-undone = Votre réponse est annulée ; l’état précédent est rétabli.
done-commitments-disowned = La réponse est retirée et le lien qui a servi ne fonctionne plus. Vous pouvez donner la vôtre ci-dessous.
done-commitments-handed-over = La question partira vers votre collègue avec le prochain courrier groupé.
done-commitments-asked = La question partira avec le prochain courrier groupé de l’organisation.
done-commitments-link-revoked = Le lien ne fonctionne plus. Les réponses déjà données restent.
done-commitments-help-offered = L’aide est notée.
done-commitments-help-withdrawn = L’offre d’aide est retirée.
done-commitments-same = Les deux promesses n’en font plus qu’une : celle-ci.
done-commitments-separated = Ce sont de nouveau deux promesses.
commitments-answer-date-unused = Cette date ne sert que si c’est en cours : effacez-la, ou choisissez « en cours ».
commitments-answer-blocked-by-unused = Cette précision ne sert que si c’est bloqué : effacez-la, ou choisissez « bloqué ».
commitments-ask-record = Ouvrir la fiche
