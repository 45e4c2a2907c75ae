demo-person-administrator = Administratrice de l’installation
demo-person-steering = Pilotage régional (Occitanie)
demo-person-coordinator = Coordinatrice du collectif de l’Aude
demo-person-member = Membre du collectif de l’Aude
demo-person-counsellor = Conseillère dans l’Aude
demo-person-reader = Lectrice (Occitanie)
demo-door-title = Entrer dans la démonstration
demo-door-intro = Choisissez qui vous êtes. Ce sont des fonctions d’exemple, pas des personnes.
demo-mails-title = Courriels partis
demo-mails-intro = Dans la démonstration, aucun courriel ne quitte cette machine : ils s’affichent ici, jusqu’à l’arrêt du programme.
demo-mails-none = Aucun courriel pour l’instant.
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
