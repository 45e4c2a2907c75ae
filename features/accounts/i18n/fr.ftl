accounts-people-nav = Comptes

accounts-sign-in-title = Se connecter
accounts-sign-in-how = Pas de mot de passe : indiquez votre adresse, et si elle est connue ici vous recevez un courriel avec un lien et un code, valables { $minutes } minutes.
accounts-sign-in-address = Adresse électronique
accounts-sign-in-address-purpose = l’envoi des courriels de connexion
accounts-sign-in-send = Recevoir un lien et un code
accounts-sign-in-no-account = Pas encore de compte ? La personne qui coordonne votre territoire ou pilote votre région peut vous en faire ouvrir un. Pour répondre à une demande reçue par courriel, aucun compte n’est nécessaire : suivez le lien qu’elle contient.
accounts-sign-in-demo = Démonstration : entrer sans courriel, comme l’une des fonctions d’exemple

accounts-code-title = Entrer le code reçu
accounts-code-sent = Si l’adresse indiquée est connue ici, un courriel vient de partir. Suivez son lien, depuis n’importe quel appareil, ou recopiez ici son code. Les deux valent { $minutes } minutes.
accounts-code-field = Code
accounts-code-hint = Six chiffres.
accounts-code-enter = Se connecter avec ce code
accounts-code-nothing-came = Rien reçu ? Regardez parmi les courriers indésirables, ou vérifiez l’adresse. Un courriel déjà reçu reste valable.
accounts-code-ask-again = Demander un autre courriel
accounts-code-not-six-figures = Le code a six chiffres ; recopiez-le en entier.
accounts-code-wrong = Ce n’est pas le code attendu. Vérifiez-le dans le courriel le plus récent, reçu à la demande de ce navigateur.
accounts-code-nothing-asked = Ce navigateur n’attend aucun code : il n’en a pas demandé depuis une heure, ou il a déjà servi. Demandez un autre courriel, ou suivez le lien de celui que vous avez.

accounts-link-title = Ouvrir votre compte
accounts-link-for = Ce lien ouvre le compte de l’adresse
accounts-link-enter = Se connecter
accounts-link-once = Le lien ne sert qu’une fois. Si vous n’avez rien demandé, fermez cette page : rien ne se passe.
accounts-link-gone-title = Ce lien ne fonctionne plus
accounts-link-gone-text = Il a déjà servi, il est trop ancien, ou il a été coupé en chemin. Rien n’a été modifié. Vous pouvez en demander un autre tout de suite.
accounts-link-ask-again = Demander un autre courriel

accounts-mail-subject = Votre connexion à { $host }
accounts-mail-asked = Quelqu’un, sans doute vous, demande à se connecter à { $host } avec cette adresse.
accounts-mail-how = Suivez le lien depuis l’appareil de votre choix, ou recopiez le code dans le navigateur d’où vous l’avez demandé : il n’est accepté dans aucun autre. Les deux valent { $minutes } minutes et ne servent qu’une fois. Ne les transmettez à personne.
accounts-mail-link = Se connecter
accounts-mail-not-asked = Vous n’avez rien demandé ? Ne faites rien : sans ce courriel, personne n’entre.

accounts-account-title = Votre compte
accounts-account-correct = Une erreur dans votre nom ou votre adresse ? Écrivez à la personne qui administre cette installation.
accounts-name = Nom
accounts-address = Adresse électronique
accounts-role = Rôle
accounts-place = Territoire
accounts-since = Compte ouvert le
accounts-roles-title = Rôles
accounts-roles-none = Aucun rôle pour l’instant.
accounts-sessions-title = Sessions ouvertes
accounts-sessions-how = Une session dure trente jours. Fermez celles que vous ne reconnaissez pas, ou qui sont restées sur un appareil partagé.
accounts-sessions-none = Aucune session ouverte.
accounts-sessions-end-others = Fermer toutes les autres sessions
accounts-session-browser = Navigateur
accounts-session-unknown-browser = Navigateur inconnu
accounts-session-opened = Ouverte le
accounts-session-end-column = Fermer
accounts-session-this-one = Celle-ci
accounts-session-end = Fermer la session
accounts-sign-out = Se déconnecter

accounts-role-administrator = Administration de l’installation
accounts-role-regional-steering = Pilotage régional
accounts-role-coordinator = Coordination départementale
accounts-role-member = Membre
accounts-role-counsellor = Conseil aux jeunes
accounts-role-reader = Lecture
accounts-place-installation = Toute l’installation
accounts-place-organisation = Une organisation

accounts-people-title = Comptes
accounts-people-total =
    { $count ->
        [0] Aucun compte.
        [one] { $count } compte.
       *[other] { $count } comptes.
    }
accounts-people-none = Aucun compte à cette adresse.
accounts-people-search = Adresse électronique exacte
accounts-person-create-title = Ouvrir un compte
accounts-person-create-how = Aucun courriel ne part : dites à la personne qu’elle peut se connecter avec cette adresse.
accounts-person-create = Ouvrir le compte
accounts-person-known = Un compte existe déjà à cette adresse.
accounts-name-purpose = la page « Votre compte » et les listes où ses actes sont nommés
accounts-language = Langue des courriels
accounts-language-purpose = les courriels que cette personne reçoit
accounts-language-fr = Français
accounts-language-en = Anglais
accounts-place-hint = Une région pour le pilotage, un département pour la coordination.
accounts-place-record = Ou fiche de l’organisation
accounts-place-record-hint = Au lieu d’un territoire : ouvrez la fiche parmi les acteurs et recopiez ici l’adresse de la page.
accounts-place-record-unreadable = Ce n’est pas l’adresse d’une fiche. Elle finit par trente-deux lettres et chiffres.
accounts-place-twice = Choisissez un territoire ou une organisation, pas les deux.
accounts-role-purpose = ce que cette personne pourra voir et faire
accounts-role-grant-title = Donner un rôle
accounts-role-grant = Donner ce rôle
accounts-role-revoke-column = Retirer
accounts-role-revoke = Retirer le rôle
accounts-role-misplaced = Ce rôle ne se tient pas là : l’administration sur l’installation, le pilotage sur une région, la coordination sur un département, les autres sur un territoire ou dans une organisation.
accounts-role-held-already = Cette personne a déjà ce rôle à cet endroit.
accounts-role-ended-already = Ce rôle a déjà été retiré. Rechargez la page.
accounts-roles-too-many = Cette personne a déjà { $max } rôles. Retirez-en un d’abord.
accounts-last-administrator = C’est la dernière personne qui administre l’installation : donnez ce rôle à quelqu’un d’autre avant de le retirer.

done-accounts-signed-in = Vous êtes connecté·e.
done-accounts-signed-out = Vous êtes déconnecté·e de ce navigateur.
done-accounts-session-ended = La session est fermée.
done-accounts-other-sessions-ended = Toutes vos autres sessions sont fermées.
done-accounts-person-created = Le compte est ouvert.
done-accounts-role-granted = Le rôle est donné ; il vaut dès maintenant.
done-accounts-role-revoked = Le rôle est retiré.
