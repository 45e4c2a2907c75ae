demo-person-administrator = Administratrice de l’installation
demo-person-steering = Pilotage régional (Occitanie)
demo-person-coordinator = Coordinatrice du collectif de l’Aude
demo-person-member = Membre du collectif de l’Aude
demo-person-counsellor = Conseillère dans l’Aude
demo-person-reader = Lectrice (Occitanie)
demo-does-steering = préparer un séminaire, saisir un compte rendu, demander des nouvelles
demo-does-coordinator = suivre les engagements de son département, en faire des actions
demo-does-member = répondre sur ce que son organisation a promis
demo-does-counsellor = lire ce qui se fait dans son département
demo-does-reader = tout lire, ne rien modifier
demo-does-administrator = ouvrir des comptes, donner des rôles, lire le journal
demo-door-title = Entrer dans la démonstration
demo-door-intro = Choisissez qui vous êtes : le même séminaire, vu par chaque fonction. Ce ne sont pas des personnes.
demo-door-mails = Et sans compte
demo-door-mails-text = Qui répond depuis un courriel n’a besoin de rien d’autre : les courriels de la démonstration se lisent ici.
demo-mails-title = Courriels envoyés
demo-mails-intro = Dans la démonstration, aucun courriel ne quitte cette machine : ils s’affichent ici, jusqu’à l’arrêt du programme.
demo-mails-none = Aucun courriel pour l’instant. Il en part un quand on demande des nouvelles d’un engagement, ou quand on se connecte par courriel.
done-demo-entered = Vous êtes dans la démonstration.

basket-subject = { $count ->
    [one] Une question sur ce que vous aviez promis
   *[other] { $count } questions sur ce que vous aviez promis
  }
basket-subject-news = Des nouvelles de vos engagements
basket-greeting = Bonjour,
basket-requests = Où en êtes-vous ? Une réponse prend trente secondes, sans compte ni mot de passe.
basket-notices = Pour votre information
basket-footer-rhythm = Vous recevez au plus un courriel de ce genre tous les quatorze jours, et aucun pendant les vacances scolaires de votre zone.
basket-footer-link = Ces liens sont faits pour votre organisation : ne les transmettez qu’à la personne qui répondra.
