seminars-nav = Seminars

# List
seminars-list-title = Seminars
seminars-list-introduction = Twice a year each region brings its local collectives together: programmes, workshops, and what was promised there.
seminars-list-search = Words of the title or the place
seminars-list-all = See all seminars
seminars-list-found =
    { $count ->
        [0] No seminar.
        [one] One seminar.
       *[other] { $count } seminars.
    }
seminars-list-none-title = No seminar to show
seminars-list-none-found = No title and no place holds these words. Try a single word, or the town.
seminars-list-none-yet = Seminars appear here as soon as the regional steering creates one.
seminars-title = Title
seminars-title-hint = For example: Regional mobility seminar, summer.
seminars-days = Dates
seminars-days-from-to = from { $first } to { $last }
seminars-region = Region
seminars-place = Place
seminars-source = Public page
seminars-previous = Previous seminar
seminars-next = Next seminar
seminars-example = Example

# Create, correct, open the next one
seminars-create-action = Create a seminar
seminars-create-title = Create a seminar
seminars-create-introduction = The morning (9:00–12:30) and the afternoon (14:00–17:00) of each day are made at once; you then add the sessions.
seminars-create-button = Create the seminar
seminars-edit-action = Correct the title, the dates or the place
seminars-edit-title = Correct the seminar
seminars-edit-introduction = Another first day moves the whole programme by as much. The address of the page stays. If the days or the place change, a mail leaves at once to those registered who left an address.
seminars-edit-button = Save the corrections
seminars-next-action = Open the next seminar
seminars-next-title = Open the next seminar
seminars-next-introduction = It will follow “{ $title }”: half-days, sessions, places, colleges and registration dates are taken over, moved by as much; no person is. The commitments still open will stand at the head of its agenda.
seminars-next-already = The next seminar is already open:
seminars-next-button = Open this seminar
seminars-region-purpose = the page of the region, and who may keep this programme
seminars-first-day = First day
seminars-last-day = Last day
seminars-sessions = Sessions open to everybody
seminars-last-day-hint =
    { $max ->
        [one] One day at most.
       *[other] { $max } days at most.
    }
seminars-commune = Town
seminars-commune-purpose = the programme, and the local time of the seminar
seminars-place-label = Host institution
seminars-place-label-hint = For example: agricultural college, community centre.
seminars-place-label-purpose = the programme

seminars-error-last-day-before-first = The last day comes before the first.
seminars-error-too-many-days = A seminar lasts { $max } days at most.
seminars-error-half-days = These half-days do not go together: each must fall on a day of the seminar, only once, and end after it starts.
seminars-error-before-previous = This day comes before the end of the previous seminar.
seminars-error-next-exists = The next seminar is already open. Nothing was saved.
seminars-error-ends-before-start = The end comes before the start.
seminars-error-outside-half-day = The half-day goes from { $starts } to { $ends }: the session must fit in it.
seminars-error-half-day-full = This half-day already has { $max } sessions, the most it can have. Nothing was saved.

done-seminar-created = The seminar is created, with its half-days. Add the sessions.
done-seminar-edited = The corrections are saved.
done-seminar-next-opened = The next seminar is open, on the model of the last one. What is still promised stands at the head of its agenda.
done-seminar-session-added = The session is added. The form keeps its hours, for the next session.
done-seminar-minutes-saved = The minutes are saved.
done-seminar-decision-recorded = The decision is recorded.
done-seminar-commitment-recorded = The commitment is recorded.

# Programme
seminars-programme-none-title = The programme is not published yet
seminars-programme-none-text = Sessions will appear here as soon as the regional steering has entered them.
seminars-half-day = { $day }, { $part } ({ $hours })
seminars-half-day-name = { $day }, { $part }
seminars-hours-unpublished = hours not published
seminars-half-day-empty = No session known.
seminars-part-morning = morning
seminars-part-afternoon = afternoon
seminars-kind-plenary = Plenary
seminars-kind-debate = Debate
seminars-kind-workshop = Workshop
seminars-kind-departments = Tables by département
seminars-kind-restitution = Report back

# Sessions
seminars-session-add-action = Add a session
seminars-session-add-title = Add a session
seminars-session-add-button = Add this session
seminars-session-already = Already in the programme
seminars-session-see-programme = Back to the programme
seminars-session-kind = Form
seminars-session-title = Title of the session
seminars-session-title-purpose = the programme, and the thread of each commitment taken in this session
seminars-session-room = Room
seminars-session-room-purpose = the programme
seminars-session-room-visibility = The room is told to
seminars-session-room-visibility-purpose = that those concerned find the door, and they alone
seminars-session-starts = Starts
seminars-session-ends = Ends
seminars-session-half-day = Half-day
seminars-session-hours = Hours
seminars-session-sign-in = The minutes, the decisions and the commitments are read by people who are signed in.
seminars-session-sign-in-action = Sign in and come back here
seminars-session-on-this-page = On this page

# Minutes, decisions, commitments
seminars-minutes-title = Minutes
seminars-minutes-none = No minutes yet.
seminars-minutes-text = Text of the minutes
seminars-minutes-hint = What was said, without who said it. An empty line parts two paragraphs.
seminars-minutes-purpose = this page, read by people who are signed in, never by the public
seminars-minutes-button = Save the minutes
seminars-decisions-title = Decisions
seminars-decisions-none = No decision yet.
seminars-decision-text = What is decided
seminars-decision-purpose = this page, and the thread of the commitments that carry it out
seminars-decision-button = Record the decision
seminars-commitments-title = Commitments
seminars-commitments-none = No commitment yet that you may see.
seminars-commitment-record = Record a commitment
seminars-commitment-button = Record the commitment
seminars-commitment-what = What is promised
seminars-commitment-who = By whom
seminars-commitment-due = By when
seminars-commitment-due-not-before = { $due }, not before { $not-before }
seminars-commitment-state = State

# Agenda
seminars-agenda-title = What we had promised each other
seminars-agenda-introduction = Previous seminar:
seminars-agenda-open =
    { $count ->
        [0] Commitments still open
        [one] One commitment still open
       *[other] { $count } commitments still open
    }
seminars-agenda-open-none = None: everything that was promised has found its answer.
seminars-agenda-due = by { $date }
seminars-agenda-origin = { $session }, { $date }
seminars-agenda-settled = What became of the others

# Elsewhere
seminars-bead-seminar = Seminar
seminars-panel-next = Next:
seminars-panel-last = Last:
seminars-panel-all = All seminars

# Sessions: correct, cancel
seminars-session-edit-action = Correct or cancel the session
seminars-session-edit-title = Correct the session
seminars-session-edit-button = Save the session
seminars-session-cancel-title = Cancel the session
seminars-session-cancel-text = The session stays in the programme and in calendars, struck out: whoever meant to come sees it. This cannot be undone.
seminars-session-cancel-button = Cancel this session
seminars-session-places = Places in the session
seminars-session-places-hint = For a workshop with limited places. Leave empty where there is no limit.
seminars-session-places-purpose = the registration form
seminars-session-visibility = For whom
seminars-session-visibility-purpose = who sees the session in the programme and in the calendar
seminars-visibility-public = Everybody
seminars-visibility-registered = People signed in or registered
seminars-visibility-invited = People with a role here
seminars-visibility-discreet = The same, absent from lists
seminars-cancelled = Cancelled
seminars-error-session-cancelled = This session is already cancelled. Nothing changed.
done-seminar-session-edited = The session is saved.
done-seminar-session-cancelled = The session is cancelled. It stays in the programme, struck out.

# Cancel the seminar
seminars-cancel-action = Cancel the seminar
seminars-cancel-title = Cancel the seminar
seminars-cancel-text =
    { $count ->
        [0] Its page and the calendars will say that it is not held. Nobody left an address: tell those registered in another way. This cannot be undone.
        [one] Its page and the calendars will say that it is not held, and a mail will leave at once to the address left by one registration. This cannot be undone.
       *[other] Its page and the calendars will say that it is not held, and a mail will leave at once to the addresses left by { $count } registrations. This cannot be undone.
    }
seminars-cancel-button = Cancel this seminar
seminars-error-seminar-cancelled = This seminar is already cancelled. Nothing changed.
seminars-error-seminar-over = This seminar was already held. Nothing changed.
done-seminar-cancelled = The seminar is cancelled. Those who left an address are told.

# Register
seminars-register-action = Register
seminars-register-title = Register for the seminar
seminars-register-button = Send the registration
seminars-register-data = Your registration is read by the regional steering, to prepare the welcome and the attendance sheet. It is not published.
seminars-register-lost-link = Already registered? Get the link of your registration again
seminars-registration-college = College
seminars-registration-college-purpose = the grid of who comes, and the attendance summary by college
seminars-registration-origin = Where you come from
seminars-registration-origin-hint = The département, or the region for a regional body; otherwise another region or a country.
seminars-registration-origin-purpose = the grid of who comes, and the attendance summary by département
seminars-registration-organisation = Organisation
seminars-registration-organisation-hint = Leave empty if you come for yourself.
seminars-registration-organisation-purpose = the grid of who comes, and the attendance sheet
seminars-registration-count = Number of people
seminars-registration-count-short = People
seminars-registration-count-purpose = the places kept, and the welcome
seminars-registration-people = Names or functions
seminars-registration-people-short = Who
seminars-registration-people-hint = One a line. You do not know yet who will come? Leave empty: the places are kept, you can say later.
seminars-registration-people-purpose = the attendance sheet
seminars-registration-address = E-mail address
seminars-registration-address-purpose = the confirmation, and the link to change or cancel
seminars-registration-workshop = Workshop: { $when }
seminars-registration-workshop-none = Not chosen yet
seminars-registration-workshop-purpose = the places kept in the workshop, and your calendar
seminars-origin = From
seminars-origin-region = Region { $name }
seminars-origin-country = { $name } (country)
seminars-departement = Département
seminars-places = Places
seminars-places-left =
    { $left ->
        [0] full
        [one] one place left
       *[other] { $left } places left
    }
seminars-college-animating = Animating organisation
seminars-college-mission-locale = Mission locale
seminars-college-department = Departmental council
seminars-college-state = Service of the State
seminars-college-region = Regional council
seminars-college-education = School or training centre
seminars-college-association = Association or other organisation
seminars-college-youth = Young people and their representatives
seminars-college-individual = For oneself
seminars-registration-not-planned = Registration is not open on line. Nothing was saved. Ask the regional steering.
seminars-registration-not-yet = Registration opens on { $date }. Nothing was saved; come back on that day.
seminars-registration-closed = Registration on line ended on { $date }. Nothing was saved. Ask the regional steering: it can still register you.
seminars-registration-cancelled = This seminar is cancelled: there is no registering any more. Nothing was saved.
seminars-registration-open-until = open until { $date }
seminars-registration-state = Registration
seminars-error-individual-comes-alone = For oneself, one registers alone: type 1.
seminars-error-too-many-under-address = This address was used for { $max } registrations already, the most there can be. Nothing was saved; give somebody else’s address, or ask the regional steering.
seminars-error-already-registered = This organisation is already registered with this address. Nothing was added. To change the registration, follow the link you got by mail; at the foot of the page, you can get it again.
seminars-error-no-place-left = There is no place left. Nothing was saved. The regional steering can tell you if a place becomes free.
seminars-error-places-left =
    { $left ->
        [one] Only one place is left. Nothing was saved; register one person alone.
       *[other] Only { $left } places are left. Nothing was saved; register fewer people.
    }
seminars-error-workshop-full = “{ $title }” is full. Nothing was saved; choose another workshop.
seminars-error-workshop-left =
    { $left ->
        [one] Only one place is left in “{ $title }”. Nothing was saved; choose another workshop, or register one person alone.
       *[other] Only { $left } places are left in “{ $title }”. Nothing was saved; choose another workshop, or register fewer people.
    }
seminars-error-one-workshop-at-a-time = One workshop at a time.
seminars-error-workshop-gone = The programme has changed: a workshop you chose is no longer held. Nothing was saved; choose again.
seminars-error-more-names-than-places = There are { $names } names for { $places } places: raise the number of people, or take lines out.
seminars-error-name-too-long = A name has { $max } characters at most; one a line.
done-seminar-registered = The registration is saved. A confirmation leaves to the address given, with the link to change or cancel it.

# Get the link again
seminars-lost-link-title = Get the link again
seminars-lost-link-text = Give the address of the registration. If it was used to register for this seminar, the link leaves at once.
seminars-lost-link-address-purpose = sending the link, and nothing else
seminars-lost-link-button = Send the link
done-seminar-link-sent = If this address was used to register, the link has just left.

# Register somebody else
seminars-register-for-action = Register somebody
seminars-register-for-title = Register somebody
seminars-register-for-introduction = For whoever rang, wrote, or stands at the door. Opening dates do not count here; places do. Without an address no mail leaves.
seminars-register-for-button = Register
done-seminar-registered-for = The registration is saved.

# Settings of registration
seminars-settings-action = Dates, places and colleges
seminars-settings-title = Set up registration
seminars-settings-introduction = Without dates nobody registers on line; you can still register somebody.
seminars-settings-opens = Registration opens
seminars-settings-opens-hint = First day on which one can register.
seminars-settings-closes = Registration closes
seminars-settings-closes-hint = Last day, included.
seminars-settings-places-hint = Leave empty where there is no limit; a seminar takes { $max } people at most.
seminars-settings-colleges = Colleges convened in each département
seminars-settings-colleges-purpose = the grid of who comes and who is missing
seminars-settings-button = Save
seminars-error-both-dates = Give both the opening and the closing, or neither.
seminars-error-closes-before-opens = The closing comes before the opening.
seminars-error-closes-after-the-end = The closing comes after the end of the seminar.
seminars-error-places-taken =
    { $taken ->
        [one] One place is taken already: type at least 1.
       *[other] { $taken } places are taken already: type at least { $taken }.
    }
done-seminar-registration-set-up = Registration is set up.

# Who comes
seminars-registrations-action = Registrations and attendance
seminars-registrations-title = Registrations
seminars-registrations-list = All registrations
seminars-registrations-none = No registration.
seminars-workshops = Workshops
seminars-registered-on = Registered on
seminars-registered-count = People registered
seminars-registration-given-back = Cancelled
seminars-grid-title = Who comes, who is missing
seminars-grid-said = { $filled } cells of { $cells } have at least one person registered.
seminars-grid-none = No département.
seminars-grid-missing = missing

# A registration
seminars-registration-title = Registration for the seminar
seminars-registration-places = Places kept
seminars-registration-is-cancelled = This registration is cancelled: its places are free. To come, register again.
seminars-registration-of-cancelled = This seminar is cancelled.
seminars-registration-cancel-title = Cancel the registration
seminars-registration-cancel-text = All its places become free at once. To give back one of them, open it.
seminars-registration-cancel-button = Cancel the whole registration
done-seminar-registration-cancelled = The registration is cancelled; the places are free.
seminars-seat-unnamed = Place { $number }, person not known yet
seminars-seat-change-action = Change the person or the workshop
seminars-seat-calendar-action = Calendar (.ics)
seminars-seat-calendar-hint = Subscribe to the address of the calendar: changes of hours arrive by themselves. It can neither change nor cancel the registration.
seminars-seat-title = Change a place
seminars-seat-introduction = Somebody cannot come? Write who comes instead: the organisation, the place and the workshops stay the same.
seminars-seat-who = Who comes
seminars-seat-who-hint = A name or a function; leave empty if you do not know yet. Another name gets another calendar.
seminars-seat-button = Save
seminars-seat-give-back-title = Give the place back
seminars-seat-give-back-text = Nobody will come: the place becomes free for others.
seminars-seat-give-back-button = Give this place back
seminars-error-seat-given-back = This place was given back already. Nothing changed.
seminars-error-too-many-holders = This place has changed hands { $max } times already, the most there can be. Nothing was saved; give it back and register somebody else.
done-seminar-seat-changed = The place is saved.
done-seminar-seat-given-back = The place is given back; it is free.

# Attendance
seminars-attendance-title = Attendance
seminars-door-list-action = Attendance sheet
seminars-door-list-title = Attendance sheet
seminars-door-list-introduction = To be printed and signed. Empty lines are for replacements and people who come unannounced.
seminars-door-list-who = Person
seminars-door-list-signature = Signature
seminars-door-list-count =
    { $count ->
        [0] Nobody is registered.
        [one] One person expected.
       *[other] { $count } people expected.
    }
seminars-attendance-enter = Enter attendance
seminars-attendance-enter-title = Enter attendance
seminars-attendance-nobody = Nobody is registered: there is no attendance to enter.
seminars-attendance-introduction = Everybody expected is counted as present, save those you tick.
seminars-attendance-absent = Absent
seminars-attendance-button = Save attendance
seminars-attendance-summary-action = Attendance summary
seminars-error-half-day-to-come = This half-day has not been held yet. Nothing was saved; what you ticked is kept. Come back afterwards.
seminars-error-nobody-expected = Nobody is registered: there is nothing to save.
seminars-error-list-changed = The list has changed since you opened it. Nothing was saved; it is up to date below, with what you ticked. Read it again, then save.
done-seminar-attendance-recorded = Attendance is saved.
seminars-summary-title = Attendance summary
seminars-summary-said = Attendance entered for { $entered } half-days of { $half-days }. In each cell: present / expected.
seminars-summary-by-college = By college
seminars-summary-by-origin = By origin
seminars-summary-none = No attendance entered.
seminars-summary-not-entered = not entered
seminars-summary-source = Source: registrations and attendance sheets of this seminar, entered by the regional steering.
seminars-calendar-action = Calendar (.ics)

# Mails
seminars-mail-confirmed-subject = Registration: { $title }
seminars-mail-confirmed =
    { $count ->
        [0] Registration for “{ $title }”.
        [one] One place is kept for you at “{ $title }”.
       *[other] { $count } places are kept for you at “{ $title }”.
    }
seminars-mail-when-and-where = { $days }, { $place }.
seminars-mail-when = { $days }.
seminars-mail-change = Say who comes, replace somebody, choose a workshop, give a place back or cancel it all: by this link, without an account, until the last day of the seminar.
seminars-mail-change-action = Open the registration
seminars-mail-not-asked = You asked for nothing? Somebody gave your address. Open the registration and cancel it: the places will be free.
seminars-mail-changed-subject = Changed: { $title }
seminars-mail-changed = “{ $title }” is held on another day or in another place.
seminars-mail-changed-now = Now: { $now }
seminars-mail-changed-before = Before: { $before }
seminars-mail-changed-stays = Your registration remains valid; your calendar, if you subscribed to it, follows by itself. If you cannot come any more, open the link of your registration and give your places back.
seminars-mail-cancelled-subject = Cancelled: { $title }
seminars-mail-cancelled = “{ $title }” is cancelled. Please do not travel.
seminars-mail-cancelled-action = See the page of the seminar
