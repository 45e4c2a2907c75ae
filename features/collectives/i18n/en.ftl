collectives-nav = Collectives
collectives-name = Collective: { $departement }
collectives-list-title = Collectives of the départements
collectives-list-introduction = In each département, the organisations that work together on young people’s mobility, and the one that brings them together.
collectives-total =
    { $count ->
        [one] One collective.
       *[other] { $count } collectives.
    }
collectives-none-title = No collective yet
collectives-none-text = A collective appears here as soon as an organisation has joined it. Choose a département to see how things stand there.
collectives-see-territories = See the départements
collectives-departement = Département
collectives-region = Region
collectives-since-column = Since
collectives-vacant = without a lead
collectives-members = Known members
collectives-see-departement = Everything about this département:
collectives-animation = Lead organisation
collectives-animation-label = Lead organisation:
collectives-animation-unknown = not known yet
collectives-vacant-since = without a lead since { $date }
collectives-since = since { $date }
collectives-from = from { $date }
collectives-from-until = from { $from } to { $until }
collectives-members-now = Members now
collectives-count =
    { $count ->
        [0] No member at present
        [one] One member at present
       *[other] { $count } members at present
    }
collectives-members-title = Members
collectives-members-none = No member known.
collectives-past-title = Former members
collectives-organisation = Organisation
collectives-organisation-hidden = Organisation not public
collectives-organisation-hint = The organisations of the region, by name. If it is missing, add it to the directory first.
collectives-organisation-purpose = the collective’s page and the organisation’s page.
collectives-organisation-elsewhere = This organisation is not from the collective’s region.
collectives-role = Role
collectives-role-purpose = the collective’s page, the list of lead organisations.
collectives-role-animating = Lead organisation
collectives-role-animating-hint = Brings the others together. One at a time.
collectives-role-member = Member
collectives-role-associated = Associate
collectives-role-associated-hint = Kept informed, takes part when it can.
collectives-time = Period
collectives-change = Change
collectives-first-day = First day
collectives-first-day-purpose = knowing who was a member on the day of a seminar or a decision.
collectives-last-day = Last day
collectives-last-day-purpose = knowing who was a member on the day of a seminar or a decision.
collectives-add = Add a member
collectives-add-save = Add this member
collectives-end = End the membership
collectives-end-save = Record the end
collectives-cancel = Cancel
collectives-open = Open the collective
collectives-not-open-title = No collective known here yet
collectives-not-open-text = The coordinator of the département or the regional steering can open it and enter its members.
collectives-not-open-yours = Open it, then enter its members: their role and first day are enough.
collectives-already-open = This département already has a collective. Reload the page to see it.
collectives-already-in = This organisation is already in the collective at that time. To change its role, end its present membership first.
collectives-already-animated = An organisation already leads the collective at that time. End its lead first, or choose another role.
collectives-already-ended = The end of this membership is already recorded.
collectives-end-before-start = The last day cannot come before the first.
collectives-see = See the collective’s page
collectives-panel-territory = Collective of the département
collectives-panel-organisation = In collectives

done-collectives-opened = The collective is open. Now enter its members.
done-collectives-member-added = The organisation is entered in the collective.
done-collectives-member-ended = The end of the membership is recorded.

# Sheet, charter, committee
collectives-fresh = Read over
collectives-fresh-since = Seen and corrected on { $date }
collectives-not-read-over = Not read over yet
collectives-stand-in = Standing in
collectives-stand-in-hint = Who answers while nobody leads: often the regional steering.
collectives-sheet-see = See the sheet
collectives-sheet-title = Sheet · { $collective }
collectives-sheet-keep = Keeping the sheet
collectives-sheet-edit = Correct the sheet
collectives-sheet-edit-introduction = Correct what is wrong: the rest is there already and need not be typed again.
collectives-sheet-save = Save the sheet
collectives-sheet-confirm = It is right
collectives-sheet-send = Send to be read over
collectives-sheet-remark = Said of the members at the last reading:
collectives-sheet-needs = What we need
collectives-sheet-offers = What we can bring to others
collectives-sheet-lines-hint = One point a line, in a few words.
collectives-sheet-purpose = the sheet of the collective, for the seminar and for elected people
collectives-sheet-unsaid = Not said yet.
collectives-sheet-members = Members: who is missing, who left
collectives-sheet-members-hint = A sentence is enough; the coordination corrects the list.
collectives-sheet-members-purpose = the coordination of the département
collectives-sheet-right = It is right, save it
collectives-sheet-by-link-title = Read over the sheet of the collective
collectives-sheet-by-link-introduction = The sheet is filled in already. Correct what is wrong, or save it as it is if it is right: a minute is enough.
collectives-sheet-as-it-stands = The sheet as it stands
collectives-sheet-why = This link is yours alone: it is only for this sheet, and works for { $days } days. No account is needed.
collectives-sheet-nobody = Nobody leads this collective and nobody stands in: say first who answers. Nothing was sent.
collectives-sheet-no-address = { $organisation } has no e-mail address in the directory: nothing was sent.
collectives-sheet-too-many = This link has been used for { $max } readings. To say more, ring up whoever sent it to you.
collectives-mail-sheet = { $who } asks you to read over the sheet of the collective ({ $departement }), which is filled in already.
collectives-mail-sheet-action = Read the sheet over
collectives-charter = Charter
collectives-charter-title = Charter and signatories
collectives-charter-none = No charter known.
collectives-charter-since = Signed on { $signed }.
collectives-charter-until = Signed on { $signed }, until { $expires }.
collectives-charter-expired = Signed on { $signed }, over since { $expires }.
collectives-charter-signatories = Signatories
collectives-charter-read = Read the charter
collectives-charter-new = Record a charter
collectives-charter-record = Record this charter
collectives-charter-sign = Add this signatory
collectives-charter-sign-title = One more organisation signed
collectives-charter-signed-on = Signed on
collectives-charter-expires-on = Last day
collectives-charter-expires-hint = If it has one.
collectives-charter-address = Address of the text
collectives-charter-address-hint = Where it can be read, such as https://exemple.fr/charte.pdf
collectives-charter-address-wrong = Write a whole address, which begins with https://
collectives-charter-purpose = the page of the collective
collectives-charter-expires-before = The charter ends before it was signed.
collectives-charter-signed-before = The charter was not signed yet on that day.
collectives-charter-signed-already = This organisation has signed it already.
collectives-charter-too-many = { $max } signatories at most. Nothing was recorded.
collectives-committee-see = Regional committee
collectives-committee-title = Regional committee: { $region }
collectives-committee-introduction = Who sits, college by college. A seat that nobody holds is a vacant seat.
collectives-committee-none = Who sits in this committee is not known yet.
collectives-committee-youth =
    { $count ->
        [0] No seat is held in the name of young people for now.
        [one] One seat is held in the name of young people.
       *[other] { $count } seats are held in the name of young people.
    }
collectives-committee-full = This committee has { $max } seats already. Nothing was recorded.
collectives-college = College
collectives-college-hint = As the region calls it. The same name brings seats together.
collectives-seat-add = Add a seat
collectives-seat-add-introduction = A seat is held by an organisation. Leave it blank for a vacant seat.
collectives-seat-organisation-hint = The organisations of the region, by name.
collectives-seat-label = Function
collectives-seat-purpose = the page of the committee
collectives-seat-for-youth = It is a seat for young people
collectives-seat-for-youth-short = young people
collectives-seat-save = Add this seat
collectives-seat-vacant = Vacant seat
collectives-seat-end = End of the seat
collectives-seat-end-save = End this seat
collectives-seat-ended = This seat has ended already. Nothing changed.
collectives-seats-past = Former seats

done-collectives-sheet-confirmed = The sheet is read over.
done-collectives-sheet-edited = The sheet is saved.
done-collectives-sheet-sent = The sheet will leave with the next mail.
done-collectives-sheet-answered = Thank you: the sheet is read over. You can still correct it here.
done-collectives-charter-recorded = The charter is recorded.
done-collectives-charter-signed = The signatory is added.
done-collectives-seat-added = The seat is added.
done-collectives-seat-ended = The seat has ended.
