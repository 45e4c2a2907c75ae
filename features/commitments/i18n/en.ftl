commitments-nav = The thread

commitments-origin-session = Made in session
commitments-origin-meeting = Made in a meeting
commitments-origin-column = Made at
commitments-origin-day-column = Made on

commitments-status-no-news = No news yet
commitments-status-in-progress = Under way
commitments-status-done = Done
commitments-status-blocked = Blocked
commitments-status-given-up = For others to take over
commitments-status-same-as = The same as another

commitments-answer-done = It is done
commitments-answer-in-progress = It is under way, with a new date
commitments-answer-blocked = It is blocked by something or somebody
commitments-answer-given-up = We won’t manage

commitments-due = by { $date }

# Recording a commitment
commitments-field-organisation = Who promises
commitments-field-organisation-purpose = the thread, the minutes and the question sent to the organisation, together with what follows
commitments-field-what = What
commitments-field-what-hint = A sentence that the organisation will recognise in six months.
commitments-field-due = By when
commitments-field-not-before = Not before
commitments-field-not-before-hint = If nothing can begin earlier.
commitments-field-not-before-purpose = the page of the commitment and the page where the organisation answers
commitments-field-person = Person or function
commitments-field-person-hint = Only if the organisation wishes: it is the organisation that promises, and the promise stays when the person leaves.
commitments-field-person-purpose = the page of the commitment
commitments-field-decision = Decision it carries out
commitments-field-decision-purpose = the thread, which ties the decision to the commitment
commitments-due-before-origin = This date is before the day the promise was made. Choose that day or a later one.
commitments-not-before-after-due = This day comes after the promised date. Choose an earlier one, or leave it empty.
commitments-decision-elsewhere = This decision is not of this territory. Choose from the list.

# Answering
commitments-answer-question = Where are you with it?
commitments-answer-new-date = New date
commitments-answer-new-date-hint = Only if it is under way. A rough date will do.
commitments-answer-date-missing = Give the new date: an approximate one will do.
commitments-answer-date-past = This date has passed. Give today’s or a later one.
commitments-answer-blocked-by = Blocked by
commitments-answer-blocked-by-hint = Only if it is blocked. For example: an answer from the education authority, funding.
commitments-answer-blocked-by-missing = Say in a few words what blocks it, so that somebody can help.
commitments-answer-sentence = One sentence, if you like
commitments-answer-sentence-purpose = the page of the commitment, read by the département’s coordination and the region
commitments-answer-send = Save the answer
commitments-answer-title = Answer
commitments-answer-on-behalf = For your organisation, or in its place when it told you by telephone or at a meeting.
commitments-said = How you came to know
commitments-said-at-meeting = Said in a meeting
commitments-said-by = Who said it
commitments-said-by-hint = A function is enough: the counsellor, the office.
commitments-said-by-phone = Said by telephone
commitments-said-by-unused = This is only used for an answer said by telephone: clear it, or choose “said by telephone”.
commitments-said-otherwise = Otherwise
commitments-said-purpose = what was answered, on the page of the commitment
commitments-same-answer-other = This commitment is the same as another one: answer about that one. Nothing was recorded.
commitments-too-many-answers = This link has already been used for { $max } answers. To say more, call the person who sent it to you; the last answer remains.

# What was answered
commitments-told-new-date = New date: { $date }
commitments-told-blocked-by = Blocked by: { $by }
commitments-told-sentence = “{ $sentence }”
commitments-told-undone = Taken back by whoever gave it
commitments-told-disowned = The organisation said that this answer was not its own
commitments-already-taken-back = This answer has already been taken back. Nothing has changed.

# List
commitments-list-title = The thread of commitments
commitments-list-lead = What each promised, where it comes from and what became of it.
commitments-list-total =
    { $count ->
        [one] One commitment.
       *[other] { $count } commitments, newest first.
    }
commitments-list-none = No commitment yet
commitments-list-none-text = Commitments are recorded on the page of a seminar session. They appear here for the people of the territory or the organisation concerned.
commitments-list-see-seminars = See the seminars
commitments-list-none-found = No commitment matches
commitments-list-none-found-text = Remove a filter, or look for another word.
commitments-list-all = See the whole thread
commitments-filter-words = Words or organisation
commitments-filter-status = State
commitments-thread-of = Thread of the commitment: { $what }

# Page of a commitment
commitments-page-title = Commitment made by { $organisation }
commitments-fact-owner = Who promised
commitments-fact-person = Person or function
commitments-fact-territory = Territory
commitments-fact-status = State
commitments-fact-blocked-by = Blocked by
commitments-fact-due = By
commitments-fact-first-due = First promised by
commitments-fact-not-before = Not before
commitments-fact-decision = Decision
commitments-thread-title = The thread
commitments-bead-decision = Decision
commitments-bead-commitment = Commitment
commitments-bead-carried = Carried over to
commitments-history-title = What was answered
commitments-history-caption = Answers, newest first
commitments-history-none = No news yet.
commitments-history-day = Day
commitments-history-answer = Answer
commitments-history-who = Given
commitments-history-by-link = by a link, without an account
commitments-history-by-person = by somebody signed in
commitments-history-at-meeting = said in a meeting
commitments-history-by-phone = said by telephone
commitments-history-by-phone-of = said by telephone ({ $who })

# Asking for news
commitments-ask-title = Ask for news
commitments-ask-text = The question leaves with the organisation’s next grouped mail: one a fortnight at most, never in the school holidays of its zone. It answers in one click, without an account.
commitments-ask-send = Ask for news
commitments-ask-closed = The organisation has already answered that it was done or that it would not manage: there is nothing left to ask.
commitments-ask-no-address = { $organisation } has no e-mail address in the directory: the question cannot leave. Add a contact address to its page, or call, then record its answer here.
commitments-too-many-links = { $max } links already work for this question. Take one back before sending another.
commitments-links-caption = Links sent
commitments-links-none = No link was sent.
commitments-links-address = Address
commitments-links-purpose = To
commitments-links-day = Day
commitments-links-state = State
commitments-links-for-asking = ask for news
commitments-links-for-colleague = hand over to a colleague
commitments-links-for-telling = tell of an answer received
commitments-links-works = Works until { $date }
commitments-links-expired = Expired on { $date }
commitments-links-revoked = Taken back on { $date }
commitments-links-revoke = Take this link back

# Answering by a link
commitments-by-link-title = Where are you with it?
commitments-by-link-promised = On { $day } ({ $origin }), { $organisation } offered to do this:
commitments-by-link-not-before = not before { $date }
commitments-by-link-last = Last answer, { $date }
commitments-by-link-undo = Undo this answer
commitments-by-link-again = Answer again
commitments-by-link-why = This link is yours: it serves this question alone and works for { $days } days. No account is needed.
commitments-hand-over-title = Hand over to a colleague
commitments-hand-over-text = The same question will reach them with a link of their own. Yours keeps working.
commitments-hand-over-address = E-mail address
commitments-hand-over-address-purpose = sending the question
commitments-hand-over-send = Hand over
commitments-too-many-hand-overs = This question has already been handed over { $max } times. Answer here, or call the person who sent it to you.

# That was not me
commitments-disown-title = An answer was given for you
commitments-disown-lead = On { $date }, an answer was recorded for { $organisation }, about this:
commitments-disown-text = If this answer is yours, there is nothing to do. If not, it will be taken back, what stood before will stand again, and the link that was used will stop working.
commitments-disown-send = That was not me
commitments-disown-answer-instead = See the question and answer it

# Mails
commitments-mail-question = { $who } ({ $place }) asks where you are with what you offered to do on { $day } ({ $origin }), by { $due }: “{ $what }” Four possible answers, without an account: it is done; under way, with a new date; blocked by…; we won’t manage.
commitments-mail-handed-over = A colleague hands you a question sent to { $organisation }. On { $day } ({ $origin }), your organisation offered to do this, by { $due }: “{ $what }” Four possible answers, without an account: it is done; under way, with a new date; blocked by…; we won’t manage.
commitments-mail-answer = Answer
commitments-mail-told-done = An answer was recorded in your name, about “{ $what }”: it is done. If this answer is yours, there is nothing to do.
commitments-mail-told-in-progress = An answer was recorded in your name, about “{ $what }”: it is under way, with a new date. If this answer is yours, there is nothing to do.
commitments-mail-told-blocked = An answer was recorded in your name, about “{ $what }”: it is blocked. If this answer is yours, there is nothing to do.
commitments-mail-told-given-up = An answer was recorded in your name, about “{ $what }”: you won’t manage. If this answer is yours, there is nothing to do.
commitments-mail-disown = That was not me

# In other rooms
commitments-panel-home = Where our commitments stand
commitments-panel-organisation = Its open commitments
commitments-panel-collective = Open commitments of the département
commitments-sheet-title = In the last year
commitments-sheet-done = Done ({ $count })
commitments-sheet-open = Still promised ({ $count })
commitments-panel-territory = Commitments
commitments-panel-territory-sentence = Open commitments: { $open }. With news: { $answered }.
commitments-panel-more = See the thread

# Helping, the same as
commitments-help-title = I can help
commitments-help-none = Nobody has offered yet.
commitments-help-who = Who can help
commitments-help-how = How, in a sentence
commitments-help-purpose = the page of the commitment, for whoever made it
commitments-help-send = Note this help
commitments-help-withdraw = Withdraw
commitments-help-own = This is the organisation that made the commitment. Choose the one that helps it.
commitments-help-twice = This organisation has already offered its help.
commitments-help-too-many = { $max } organisations offer their help already, as many as can. Nothing was recorded.
commitments-same-as = The same as
commitments-same-repeated = Also noted as
commitments-same-title = The same as …
commitments-same-text = If this promise was noted twice, say which one stands. This one stays readable and leads to the other; nobody is asked about it any more.
commitments-same-which = It is the same as
commitments-same-send = It is the same
commitments-same-itself = Choose another promise than this one.
commitments-same-closed = Only two promises that are still open can be brought together. Nothing was recorded.
commitments-same-chain = Other promises lead to this one already: bring them to the one that stands instead. Nothing was recorded.
commitments-same-not = This promise is not the same as any other. Nothing was recorded.
commitments-separate = It is not the same
commitments-carry-closed = Nothing is awaited of this promise any more: it cannot be carried over.

# Call list, projection
commitments-calls-action = Call list
commitments-calls-title = Whom to ring
commitments-calls-introduction = Promises without news, with the days on which somebody answers. Without news does not mean late: a call is often enough. This list is shown to the regional steering alone.
commitments-calls-count =
    { $count ->
        [0] There is news of every open promise.
        [one] One promise without news.
       *[other] { $count } promises without news.
    }
commitments-calls-none = Nobody to ring.
commitments-calls-whom = Who
commitments-calls-reach = How to reach
commitments-calls-about = About
commitments-calls-unknown = No contact known to the directory
commitments-projection-action = Show on a wall
commitments-projection-title = What we promised each other

done-commitments-answered = The answer is saved.
done-commitments-answered-by-link = Thank you: your answer is saved. You can undo it or give another.
done-commitments-undone = Your answer is undone; what stood before stands again.
done-commitments-disowned = The answer is taken back and the link that was used no longer works. You can give your own below.
done-commitments-handed-over = The question will leave to your colleague with the next grouped mail.
done-commitments-asked = The question will leave with the organisation’s next grouped mail.
done-commitments-link-revoked = The link no longer works. Answers already given remain.
done-commitments-help-offered = The help is noted.
done-commitments-help-withdrawn = The offer of help is withdrawn.
done-commitments-same = The two promises are now one: this one.
done-commitments-separated = They are two promises again.
commitments-answer-date-unused = This date is used only if it is under way: clear it, or choose “under way”.
commitments-answer-blocked-by-unused = This is used only if it is blocked: clear it, or choose “blocked”.
commitments-ask-record = Open its record
