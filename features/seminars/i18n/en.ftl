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
seminars-edit-introduction = Another first day moves the whole programme by as much. The address of the page stays.
seminars-edit-button = Save the corrections
seminars-next-action = Open the next seminar
seminars-next-title = Open the next seminar
seminars-next-introduction = It will follow “{ $title }”: the commitments still open will stand at the head of its agenda.
seminars-next-already = The next seminar is already open:
seminars-next-button = Open this seminar
seminars-region-purpose = the page of the region, and who may keep this programme
seminars-first-day = First day
seminars-last-day = Last day
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
done-seminar-next-opened = The next seminar is open. What is still promised stands at the head of its agenda.
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
