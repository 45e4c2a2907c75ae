meetings-title = Meetings
meetings-meeting = Meeting
meetings-collectives = Collectives
meetings-collective = Collective
meetings-bead = Meeting
meetings-of-day = Meeting of { $day }
meetings-none = No meeting to show.
meetings-see-all = See the meetings
meetings-cancelled = cancelled
meetings-cancelled-column = Cancelled
meetings-is-cancelled = This meeting is cancelled: nothing was recorded.
meetings-list-title = Meetings of the collective: { $departement }
meetings-list-introduction = Between two seminars: what the collective has on its agenda, what it decides, and when it meets again.
meetings-when = { $day }, { $starts } – { $ends }
meetings-when-and-where = { $when }. Place: { $place }
meetings-calendar-name = { $meeting } ({ $departement })
meetings-calendar-action = Add to my calendar

# Preparing
meetings-create-action = Plan a meeting
meetings-create-title = Plan a meeting
meetings-create-introduction = The agenda fills by itself with what is still promised in the département; add only the rest.
meetings-create-button = Plan this meeting
meetings-edit-action = Edit
meetings-edit-title = Edit the meeting
meetings-edit-introduction = If the day changes, invite again: only those who do not know the new day get a mail.
meetings-edit-button = Save
meetings-cancel-action = Cancel the meeting
meetings-cancel-title = Cancel the meeting
meetings-cancel-text =
    { $count ->
        [0] Nobody had been invited: no mail will leave.
        [one] One member had been invited and will get a mail.
       *[other] { $count } members had been invited and will get a mail.
    }
meetings-cancel-button = Cancel this meeting
meetings-day = Day
meetings-starts = Beginning
meetings-ends = End
meetings-ends-before-start = The end comes before the beginning, or with it.
meetings-place = Place
meetings-place-hint = The room and the commune.
meetings-place-purpose = the invitation and the calendar
meetings-own-title = Title
meetings-own-title-hint = Without a title, the meeting is called by its day.
meetings-points = Other points of the agenda
meetings-points-hint = One a line. What is still promised is there already.
meetings-points-purpose = the invitation, the page of the meeting and the file to take along
meetings-visibility = Who may see it
meetings-visibility-public = Everybody: day, place and agenda
meetings-visibility-registered = People who are signed in
meetings-visibility-invited = People who hold a role in this territory

# Inviting
meetings-invite-action = Invite
meetings-invite-title = Invite the members
meetings-invite-text =
    { $count ->
        [0] No mail to send.
        [one] One member will get the invitation.
       *[other] { $count } members will get the invitation.
    } Invited to this day already: { $told }. Without an address in the directory, to be told otherwise: { $unreached }. What is still promised is put on the agenda.
meetings-invite-button = Send the invitations
meetings-invite-over = This meeting is over: there is nobody left to invite.
meetings-mail-invitation-subject = Invitation: { $meeting }
meetings-mail-invitation = The collective ({ $collective }) meets, and you are invited.
meetings-mail-points = On the agenda: { $points }
meetings-mail-promises = With what everybody promised and is still to be done.
meetings-mail-cancelled-subject = Cancelled: { $meeting }
meetings-mail-cancelled = This meeting will not be held.
meetings-mail-action = See the meeting

# Agenda
meetings-agenda-title = Agenda
meetings-agenda-none = The agenda is not written yet.
meetings-promises-title = What is still promised
meetings-promises-hint = To note what an organisation says of it in the meeting, follow the link of its promise.
meetings-promises-none = Nothing is awaited in this département.

# Who was there
meetings-presence-action = Note who was there
meetings-presence-title = Who was there
meetings-presence-introduction = How many people of each organisation were there. Nobody is named. Leave blank for those who did not come.
meetings-presence-members = Members of the collective, and other organisations that came
meetings-presence-nobody = This collective has no known member on this day.
meetings-presence-purpose = the record of decisions
meetings-presence-button = Save who was there
meetings-guest = Another organisation came
meetings-guest-hint = The organisations of the region. If one is missing, add it to the directory first.
meetings-guest-people = How many people
meetings-people-wrong = Write a number of people, from 1 to { $max }, or leave it blank.
meetings-people-count =
    { $count ->
        [one] One person.
       *[other] { $count } people.
    }
meetings-present = { $organisation } ({ $count })
meetings-too-many = { $max } organisations at most. Nothing was recorded.

# Decisions, promises, minutes
meetings-decisions-title = Decisions
meetings-decisions-none = No decision noted.
meetings-decision-text = We decide to
meetings-decision-button = Note this decision
meetings-taken-title = Promises made here
meetings-taken-none = No promise noted.
meetings-commitment-button = Note this promise
meetings-minutes-title = Minutes
meetings-minutes-none = No minutes yet.
meetings-minutes-text = What was said
meetings-minutes-button = Save the minutes
meetings-next-day = Next meeting: { $day }
meetings-next-day-before = The next meeting comes after this one.
meetings-report-action = Record of decisions
meetings-report-title = Record of decisions
meetings-report-purpose = the record of decisions
meetings-report-promise = { $organisation }: { $what } (by { $due })

# To take along
meetings-dossier-action = File to take along
meetings-dossier-title = Meeting file
meetings-dossier-introduction = Print this page, or take the file along: it is filled in without a network, and brought back here afterwards.
meetings-dossier-file = Take the file along (XLSX)
meetings-dossier-who = Name
meetings-dossier-signature = Signature
meetings-sheet-presences = Who was there
meetings-sheet-promises = Open promises
meetings-sheet-new-promises = New promises
meetings-sheet-decisions = Decisions
meetings-sheet-closing = What next
meetings-column-key = Key (leave as it is)
meetings-column-organisation = Organisation
meetings-column-people = How many people
meetings-column-what = What
meetings-column-due = By
meetings-column-state = State
meetings-column-answer = Answer
meetings-column-new-date = New date
meetings-column-blocked-by = Blocked by
meetings-column-sentence = A sentence
meetings-column-not-before = Not before
meetings-column-decision = Decision
meetings-column-next-day = Next meeting
meetings-column-minutes = Minutes
meetings-answer-done = Done
meetings-answer-in-progress = Under way
meetings-answer-blocked = Blocked
meetings-answer-given-up = Will not manage

# Bringing back
meetings-return-action = Bring the file back
meetings-return-title = Bring the file back
meetings-return-introduction = Nothing is recorded before you have read it again. Rows that were moved or deleted change nothing: a row that is gone says nothing.
meetings-return-file = The file, filled in (XLSX, 1 MB at most)
meetings-return-send = Read this file
meetings-return-again = Send another file
meetings-return-confirm = Record all of this
meetings-return-will-record = This is what will be recorded. Nothing is yet.
meetings-return-nothing = Nothing new to record.
meetings-return-not-understood = What was not understood
meetings-return-not-understood-text = These lines will not be recorded. Correct them in the file and bring it back again: what is recorded already will not be recorded twice.
meetings-return-at = { $sheet }, line { $line }
meetings-return-line = { $at }: { $why }
meetings-return-no-file = Choose the file.
meetings-return-not-a-workbook = This file is no XLSX workbook that can be read.
meetings-return-too-large = This file is too large.
meetings-return-not-ours = This is not the file of a meeting: none of its sheets is known.
meetings-return-column-gone = The column “{ $column }” is gone: nothing is read from this sheet.
meetings-return-key-gone = The hidden key of this line was changed: note this answer on the page of the promise.
meetings-return-promise-closed = Nothing is awaited of this promise any more, or it is not of this département.
meetings-return-newer-answer = An answer came since the file was made: it is not replaced.
meetings-return-meanwhile = An answer about “{ $what }” came meanwhile. Nothing was recorded: send the file again.
meetings-return-twice = Two lines are about the same promise: only the first is kept.
meetings-return-answer = “{ $answer }” is not an answer: Done, Under way, Blocked or Will not manage.
meetings-return-new-date = Under way: a new date is needed, such as 12/03/2027.
meetings-return-new-date-past = The new date is over.
meetings-return-blocked-by = Blocked: say by what or by whom.
meetings-return-who = Say who promises.
meetings-return-what = Say what.
meetings-return-due = Say by when, such as 12/03/2027.
meetings-return-due-past = This day comes before the meeting.
meetings-return-not-before = “Not before” is no date, or comes after the day it is promised for.
meetings-return-organisation-unknown = “{ $name }” is not in the directory of the region: add it, or correct the name.
meetings-return-organisation-ambiguous = Several organisations are called “{ $name }”: note this line on the page of the meeting.
meetings-return-people = Write a number of people, from 1 to { $max }, or a cross.
meetings-return-next-day = The day of the next meeting cannot be read: write it as 12/03/2027.
meetings-return-next-day-stands = Another day is noted for the next meeting already: it is not replaced.
meetings-return-minutes-stand = Other minutes are saved already: they are not replaced.
meetings-return-too-long = This text is too long: { $max } characters at most.

done-meetings-created = The meeting is planned. Invite the members when you are ready.
done-meetings-edited = The meeting is saved.
done-meetings-cancelled = The meeting is cancelled.
done-meetings-invited = The invitations are leaving.
done-meetings-presence-recorded = Who was there is saved.
done-meetings-decision-recorded = The decision is noted.
done-meetings-commitment-recorded = The promise is noted.
done-meetings-minutes-written = The minutes are saved.
done-meetings-brought-back = All that the file said is recorded.
