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
