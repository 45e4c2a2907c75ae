demo-person-administrator = Administrator of the installation
demo-person-steering = Regional steering (Occitanie)
demo-person-coordinator = Coordinator of the Aude collective
demo-person-member = Member of the Aude collective
demo-person-counsellor = Counsellor in the Aude
demo-person-reader = Reader (Occitanie)
demo-does-steering = prepare a seminar, type minutes, ask for news
demo-does-coordinator = follow the commitments of her département, turn them into actions
demo-does-member = answer about what her organisation promised
demo-does-counsellor = read what is done in her département
demo-does-reader = read everything, change nothing
demo-does-administrator = open accounts, give roles, read the journal
demo-door-title = Enter the demonstration
demo-door-intro = Choose who you are: the same seminar, seen from each function. These are not people.
demo-door-mails = And without an account
demo-door-mails-text = Whoever answers from a mail needs nothing else: the mails of the demonstration are read here.
demo-mails-title = Mails sent
demo-mails-intro = In the demonstration no mail leaves this machine: they are shown here until the program stops.
demo-mails-none = No mail yet. One leaves when somebody asks for news of a commitment, or signs in by mail.
done-demo-entered = You are in the demonstration.

basket-subject = { $count ->
    [one] One question about what you promised
   *[other] { $count } questions about what you promised
  }
basket-subject-news = News of your commitments
basket-greeting = Hello,
basket-requests = Where do you stand? An answer takes thirty seconds, without account or password.
basket-notices = For your information
basket-footer-rhythm = You get at most one mail of this kind every fourteen days, and none during the school holidays of your zone.
basket-footer-link = These links are made for your organisation: pass them on only to the person who will answer.
