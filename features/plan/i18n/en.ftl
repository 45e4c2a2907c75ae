plan-nav = Programmes

# Regional plan
plan-title = Regional plan: { $region }
plan-regional-plan = Regional plan
plan-axis = Axis { $number } · { $title }
plan-axes-none = This plan has no axis yet.
plan-objective = Objective
plan-objectives-of = Objectives of the axis “{ $axis }”
plan-objectives-none = This axis has no objective yet.
plan-actions = Actions
plan-count-hint = Counted are the actions that you may see, in all départements of the region.
plan-others = Other plans
plan-none-title = No plan yet
plan-none-text = The plan will appear here as soon as the regional steering has entered it. Meanwhile, see the programmes of the départements.
plan-see-programmes = See the programmes
plan-example = Example

plan-create-action = Create a plan
plan-create-title = Create the plan of the region
plan-create-button = Create the plan
plan-axis-add-action = Add an axis
plan-axis-add-title = Add an axis
plan-axis-add-button = Add this axis
plan-objective-add-action = Add an objective
plan-objective-add-title = Add an objective
plan-objective-add-button = Add this objective
plan-field-title = Title of the plan
plan-field-first-year = First year
plan-field-last-year = Last year
plan-field-last-year-hint = { $max } years at most, the first included.
plan-field-axis = Title of the axis
plan-field-objective = Title of the objective

plan-error-year = A year between { $first } and { $last }.
plan-error-not-a-year = Write the year in figures, for example 2027.
plan-error-years-order = The last year comes before the first.
plan-error-years-count = A plan lasts { $max } years at most.
plan-error-too-many-axes = This plan already has { $max } axes, the most it can have. Nothing was saved.
plan-error-too-many-objectives = This axis already has { $max } objectives, the most it can have. Nothing was saved.

done-plan-created = The plan is created. Add its axes.
done-plan-axis-added = The axis is added.
done-plan-objective-added = The objective is added.

# Indicators
plan-indicator = Indicator
plan-indicators = Indicators
plan-indicators-none = This plan has no indicator yet.
plan-stage = What is counted
plan-stage-informed = Young people informed
plan-stage-accompanied = Young people accompanied
plan-stage-departed = Young people who left
plan-stage-returned = Young people who came back
plan-stage-recognised = Learning recognised
plan-stage-outcome = A place found after the return
plan-stage-other = Something else
plan-definition = Definition
plan-unit = Unit
plan-baseline = Baseline
plan-baseline-in = { $amount }, in { $year }
plan-target = Target a year
plan-source = Source
plan-amount = { $amount } ({ $unit })
plan-unknown = unknown
plan-sum = Sum of the region
plan-sum-in = { $amount } in { $year }
plan-coverage = Coverage
plan-coverage-of =
    { $known ->
        [0] 0 départements of { $all }
        [one] 1 département of { $all }
       *[other] { $known } départements of { $all }
    }
plan-values-title = Values by département and year
plan-values-list = Values of the indicators
plan-known-column = Départements known
plan-departements-column = Départements in all
plan-axis-column = Axis
plan-values-caption = Values of “{ $indicator }” by département and year
plan-values-none = No value is known yet.
plan-values-said =
    { $known ->
        [one] In { $year }: { $amount } ({ $unit }), from 1 département of { $all }.
       *[other] In { $year }: { $amount } ({ $unit }), from { $known } départements of { $all }.
    }
plan-values-compared =
    { $count ->
        [one] For the only département known in { $before } and in { $year }: { $then }, then { $now }.
       *[other] For the { $count } départements known in { $before } and in { $year }: { $then }, then { $now }.
    }
plan-chart-title = The region, year by year
plan-chart-caption = “{ $indicator }” in the region, year by year
plan-chart-hatched = Hatched bars are those of years that are still open for entry.
plan-year = Year
plan-entry = Entry
plan-values-hint = Départements stand in the order of their numbers. “Unknown” is not zero: the sum is that of what is known.
plan-value-of = { $value }, { $departement }, { $year }
plan-year-locked = { $year } (settled)

plan-indicator-add-action = Add an indicator
plan-indicator-add-title = Add an indicator to the plan
plan-indicator-add-button = Add this indicator
plan-indicator-edit-action = Edit the indicator
plan-indicator-edit-title = Edit the indicator
plan-indicator-edit-button = Save the indicator
plan-field-indicator = Title of the indicator
plan-field-stage-purpose = never to add up different stages of the same way
plan-field-definition-hint = What is counted, and what is not.
plan-field-definition-purpose = the page of the indicator, and whoever enters a value
plan-field-unit-hint = For example: young people, meetings, organisations.
plan-field-unit-purpose = the sum of the region
plan-field-indicator-page-purpose = the page of the indicator
plan-field-baseline-year = Year of the baseline
plan-field-source-hint = Where the numbers come from: a system, a survey, a record.

plan-value-title = { $departement }, { $year }
plan-value-enter = Enter or correct the value
plan-value-button = Save the value
plan-value = Value
plan-value-organisation = Organisation that gives the number
plan-value-author = Entered by
plan-value-date = Entered on
plan-field-amount-hint = A whole number. If you do not know it, leave this empty: the value will be shown as unknown, never as zero.
plan-field-amount-purpose = the sum of the region and the page of the indicator
plan-field-value-source-hint = Where this number comes from; or why it is not known.
plan-field-value-source-purpose = the page of the value
plan-ask-title = Ask whoever knows this number
plan-ask-text = The question leaves with the next mail to the organisation, which answers by a link, without an account.
plan-ask-who = Which organisation
plan-ask-purpose = the mail, and the value, with who gave it
plan-ask-button = Ask for this value
plan-ask-no-address = This organisation has no e-mail address in the directory: ring it up, and enter the value here.
plan-ask-too-many = { $max } organisations are asked for this value already. Nothing was sent.
plan-asked-waiting = { $organisation }: asked on { $date }, no answer yet
plan-asked-over = { $organisation }: asked on { $date }, the link no longer works
plan-asked-answered = { $organisation }: asked on { $date }, answered
plan-answer-too-many = This link has been used for { $max } answers. To say more, ring up whoever sent it to you.
plan-by-link-title = A number, please
plan-by-link-asked = For { $departement }, in { $year }:
plan-by-link-why = This link is yours alone: it is only for this value, and works for { $days } days. No account is needed.
plan-mail-ask = { $who } asks you for a number: “{ $indicator }”, { $departement }, { $year }.
plan-mail-ask-action = Give this number

plan-periods-action = Settle a year
plan-periods-title = Years and settled values
plan-periods-introduction = Once a year is settled, none of its values is entered or corrected. It can be reopened; the journal keeps both.
plan-period-state-open = Open for entry
plan-period-state-locked = Settled
plan-period-lock-button = Settle this year
plan-period-reopen-button = Reopen this year
plan-period-locked = The values of { $year } are settled. For a correction, ask the regional steering.

plan-error-not-a-number = Write a whole number in figures, for example 1240.
plan-error-negative = A negative number cannot be counted. Write 0 or more.
plan-error-too-large = This number is too large: { $max } at most.
plan-error-baseline-year = Say which year the baseline is from.
plan-error-too-many-indicators = This plan already has { $max } indicators, the most it can have. Nothing was saved.
plan-error-period-locked = The values of { $year } are settled: nothing was saved. For a correction, ask the regional steering.

plan-moved = { $indicator }: { $value }
plan-moved-title = Indicators that the action means to move
plan-moved-hint = Values of the département, associated with the action: nothing says that one causes the other.
plan-bead-indicator = Associated indicator
plan-action-indicators-action = Name its indicators
plan-action-indicators-title = Indicators that the action means to move
plan-action-indicators-introduction = They stand on the page of the action and at the end of the thread of the commitment it comes from, as associated.
plan-action-indicators-button = Save these indicators
plan-error-too-many-named = An action names { $max } indicators at most. Nothing was saved.

done-plan-indicators-named = The indicators of the action are saved.
done-plan-indicator-added = The indicator is added.
done-plan-indicator-edited = The indicator is saved.
done-plan-value-entered = The value is saved.
done-plan-value-asked = The question will leave with the next mail to the organisation.
done-plan-value-answered = Thank you: this number is recorded. You can still correct it here.
done-plan-period-locked = The year is settled.
done-plan-period-reopened = The year is reopened.

# Programmes of départements
plan-programmes-title = Action programmes of the départements
plan-programmes-introduction = What each département has decided to do, under the axes and objectives of its region’s plan.
plan-programmes-found =
    { $count ->
        [0] No programme.
        [one] One département has a programme.
       *[other] { $count } départements have a programme.
    }
plan-programmes-none-title = No programme to show
plan-programmes-none-text = A programme appears here as soon as the coordination of a département enters a first action.
plan-programmes-none-action = Look for a territory
plan-departement = Département
plan-programme-title = Action programme: { $departement }
plan-programme-count =
    { $count ->
        [0] No action.
        [one] One action.
       *[other] { $count } actions.
    }
plan-programme-none-title = No action to show
plan-programme-none-text = An action is born of a commitment taken in a seminar or a meeting, or right here.
plan-see-plan = See the regional plan
plan-see-programme = See the action programme

# Actions
plan-action = Action
plan-actions-of = Actions of the objective “{ $objective }”
plan-state = State
plan-reason = Reason
plan-lead = Organisation that leads the action
plan-dates = Dates
plan-dates-from-to = { $starts } – { $ends }
plan-dates-from = from { $starts }
plan-dates-to = until { $ends }
plan-expected-results = Expected results
plan-commitment = Commitment it comes from
plan-status-idea = Idea
plan-status-planned = Planned
plan-status-running = Under way
plan-status-blocked = Blocked
plan-status-done = Done
plan-status-postponed = Postponed
plan-status-dropped = Dropped

plan-action-create-action = Add an action
plan-action-create-title = Add an action to the programme
plan-action-create-button = Add to the programme
plan-action-from = Comes from the commitment:
plan-action-edit-action = Edit the action
plan-action-edit-title = Edit the action
plan-action-edit-button = Save the action
plan-no-objective-title = The regional plan has no objective yet
plan-no-objective-text = An action serves an objective of the region’s plan. Ask the regional steering to enter them.
plan-field-action = Title of the action
plan-field-objective-purpose = the place of the action in the programme, and its count in the regional plan
plan-field-lead-purpose = the programme
plan-field-reason-hint = To be filled in when the action is blocked, postponed or dropped.
plan-field-reason-purpose = the page of the action
plan-field-starts = Start
plan-field-ends = End
plan-field-dates-purpose = the programme
plan-field-expected-results-purpose = the page of the action
plan-field-visibility = Who may see it
plan-visibility-public = Everybody
plan-visibility-registered = People who are signed in
plan-visibility-invited = People who hold a role in this territory

plan-error-reason-missing = Say why: an action that is blocked, postponed or dropped has a reason.
plan-error-ends-before-start = The end comes before the start.
plan-error-too-many-actions = This programme already has { $max } actions, the most it can have. Nothing was saved.
plan-error-commitment-taken = This commitment has already become an action.

done-plan-action-created = The action is entered in the programme.
done-plan-action-edited = The action is saved.

# Elsewhere
plan-panel-title = Action programme
plan-sheet-title = Figures of the département
plan-panel-count =
    { $count ->
        [0] No action yet.
        [one] One action ({ $running } under way).
       *[other] { $count } actions ({ $running } under way).
    }
plan-make-action = Make it an action of the programme
plan-make-action-in = Make it an action: { $departement }
plan-bead-title = { $action } (objective: { $objective })
