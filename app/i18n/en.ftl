demo-person-administrator = Administrator of the installation
demo-person-steering = Regional steering (Occitanie)
demo-person-coordinator = Coordinator of the Aude collective
demo-person-member = Member of the Aude collective
demo-person-counsellor = Counsellor in the Aude
demo-person-reader = Reader (Occitanie)
demo-door-title = Enter the demonstration
demo-door-intro = Choose who you are. These are example functions, not people.
demo-mails-title = Mails that left
demo-mails-intro = In the demonstration no mail leaves this machine: they are shown here until the program stops.
demo-mails-none = No mail yet.
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
