# Words of the interface. Every key must be in the file of every language.

language-name = English
language-zh = Chinese
language-en = English
authority = The { $language } text is authoritative.
keyword-separator = ,

## Frame

skip-to-content = Skip to main content
site-navigation = Site
languages = Language
breadcrumbs = You are here
link-copied = Link copied
print-address = Address of this page:

## Footer

host = Published by
contact-email = Email
contact-telephone = Telephone
contact-address = Address
site-id-code = Website identification code
feed-title = Feed of updates

## Home

home-title = Home
figures-title = This site in figures
figure-plans = { $count ->
    [one] plan
   *[other] plans
}
figure-indicators = { $count ->
    [one] indicator
   *[other] indicators
}
figure-tasks = { $count ->
    [one] task
   *[other] tasks
}
open-calls = Open for comment
newest-plans = Newest plans
all-plans = See all plans
all-calls = { $count ->
    [one] See the one consultation
   *[other] See all { $count } consultations
}

## Demonstration

demonstration = Demonstration
demonstration-notice = Demonstration: everything on this page is invented. Places, bodies, figures and comments are not real.
demonstrations-title = Demonstration plans
demonstrations-text = The plans below are those of an invented place. They show how progress, consultations and changes from draft to final text are published, and are not counted in the other figures of this site.

## List of plans

plans-title = Plans
plans-description = Plans published on this site, newest first.
no-plans = No plans have been published yet.
status = Status
status-draft = Draft for comment
status-in-force = In force
status-ended = Ended
status-superseded = Superseded
status-unknown = Status not stated

## Pages of a plan

tabs = Parts of this plan
tab-text = Text
tab-targets = Targets
tab-responsibilities = Responsibilities
tab-consultation = Consultation

## Information box

facts-title = Key facts
fact-index-number = Index number
fact-subject = Subject
fact-issuer = Issued by
fact-signed = Date signed
fact-name = Title
fact-document-number = Document number
fact-published = Date published
not-stated = Not stated
fact-in-force = In force from
fact-validity = Validity
fact-period = Period
fact-area = Area
fact-basis = Basis
fact-based-on-it = Plans based on it
basis-name = { $title }
basis-number = {" "}({ $number })
basis-named = , see { $clauses }

## Text

contents = Contents
preamble = Introduction
clause-link = Link to clause { $clause }
related-indicator = Indicator
related-task = Task
attachments = Attachments
source-title = Where this document comes from
source-name = Source
source-date = Date of the source page
source-note = How it was prepared

## Incomplete sources

incomplete = The copy that this text was taken from is incomplete. It breaks off in “{ $clause }”; what follows is not known.
incomplete-changes = The text of { $plan } is incomplete. Its source breaks off in “{ $clause }”; the clauses behind it cannot be compared.
source-ends = The source breaks off here. What follows is not known.

## Translations that are out of date

stale-clause = The { $language } text of this clause has changed since it was translated. The { $language } text prevails.
stale-preamble = The { $language } text of this introduction has changed since it was translated. The { $language } text prevails.
stale-beside = The { $language } text has changed since this was translated.
stale-link = See the { $language } text

## Side by side

tab-parallel = Side by side
pending-whole = The { $language } translation of this plan is not ready yet. The text below is in { $shown }.
pending-part = The { $language } translation of this plan is not complete yet. Clauses that are not translated yet are shown in { $shown }.
pending-clause = Not translated yet.
pending-changes = Not all of the text is translated into { $language } yet, so the changes are shown in { $shown }.
parallel-description = { $plan }: the text clause by clause in two languages, { $one } and { $other }.
parallel-lead = The same clauses in both languages, with the numbers of the document.
parallel-order = Order of the languages
parallel-first = { $language } first
parallel-clause = Clause { $clause } on the page of the text

## Times and numbers

year = { $year }
year-to = to { $year }
year-range = { $start }–{ $end }
days-from-to = { $start } to { $end }
quantity-at-least = at least { $value }
quantity-more-than = more than { $value }
quantity-at-most = at most { $value }
quantity-less-than = less than { $value }
quantity-about = about { $value }
quantity-range = { $value } to { $end }

## Targets

targets-description = { $count ->
    [one] One indicator
   *[other] { $count } indicators
} of the { $plan }: targets by area and year, baselines and the clauses that set them.
indicators-title = Indicators
goal = { $value } in { $year }
goal-label = Target
baseline = Baseline
baseline-in-year = { $value } in { $year }
baseline-without-year = { $value } (year not stated)
unit = Unit
in-text = In the text
area = Area
table-caption = { $indicator }: targets by year (unit: { $unit })
table-caption-areas = { $indicator }: targets by area and year (unit: { $unit })
total-of-area = Total for { $area }
target-of-area = { $area }
whole-area = Whole area
totals-of-parts = Of which
no-figure = not given in the document
editors-note-begins = {"Editor’s note: "}
editors-note = Editor’s note

## Indicators and progress

indicator-part = { $indicator } ({ $part })
indicator-description = { $indicator } in the { $plan }: baseline, targets by year and area, figures reported, charts and the clauses that promise it.
indicator-more = More about this indicator
definition = What it measures
figures-of-indicator = Figures
charts-title = Charts
actuals-caption = { $indicator }: figures reported (unit: { $unit })
no-actuals = No figure has been reported yet.
column-as-of = As of
column-value = Figure
column-target-of-year = Target for that year
column-reported = Reported on
column-source = Source
no-target-of-year = no target for that year
areas-reported = By area, as of { $date }
revisions-title = Changes of targets
revisions-caption = { $indicator }: targets that were changed
column-date = Date
column-year = Year
column-old = Before
column-new = After
column-reason = Reason
quotes-title = What the plan says
tasks-title = Who answers for it
tasks-none = The plan names no unit for these clauses.
download = Download this table:
chart-table = The numbers in a table
chart-download = Download the chart (SVG)
chart-embed = Show this chart on another website
chart-embed-text = Copy these lines into the page:
chart-source = Source: { $plan }, { $url }
chart-title-trajectory = { $indicator }: targets and figures reported
chart-title-areas = { $indicator }: targets by area, { $year }
chart-title-area-years = { $indicator }: targets by area and year
chart-title-overview = Indicators of the { $plan }
chart-title-duty-matrix = Who leads and who shares: { $plan }
chart-title-concept-levels = { $concept }: targets of the plans to be reached by each year
chart-title-concept-yearly = { $concept }: targets of the plans for single years

tab-progress = Progress
progress-description = Where the { $count ->
    [one] one indicator
   *[other] { $count } indicators
} of the { $plan } { $count ->
    [one] stands
   *[other] stand
}: status, figures reported, what is due next and what is missing.
progress-total = { $count ->
    [one] One indicator
   *[other] { $count } indicators
} by status
progress-draft = This plan is a draft. Its targets bind nobody yet, and no figures are due.
attention-title = Needs attention
standing = Status
all-indicators = All indicators
column-indicator = Indicator
column-status = Status
column-plan = Plan
column-basis = What it is based on
reports-title = Reported last
dues-title = Due next
due-on = as of { $date }
due-open = figure as of { $date }, not reported yet
dues-none = Nothing is due.
gaps-title = Missing figures
gaps-none = No figure is missing.
colon = {": "}
dashboard-title = Where the promises stand
dashboard-unreported = { $count ->
    [one] The plans{ $drafts } have one indicator; no result has been reported for it yet.
   *[other] The plans{ $drafts } have { $count } indicators; no results have been reported for them yet.
}
dashboard-reported = { $count ->
    [one] The plans{ $drafts } have one indicator, for which results have been reported.
   *[other] The plans{ $drafts } have { $count } indicators; results have been reported for { $reported } of them.
}
dashboard-drafts = {" "}(drafts for comment not counted)
card-indicators = { $count ->
    [one] 1 indicator
   *[other] { $count } indicators
}
dashboard-only-drafts = There are only drafts so far, of which nothing is due to be reported.
card-unreported = { $count ->
    [one] 1 indicator, no result reported yet
   *[other] { $count } indicators, no results reported yet
}
card-progress = Progress
missing-figures-title = Missing figures
missing-figures-description = Figures that plans on this site promise or need and that are not there, plan by plan.
missing-figures-caption = { $count ->
    [one] One figure is missing
   *[other] { $count } figures are missing
}
column-indicators = Indicators
column-with-gaps = With gaps
column-gaps = Figures missing
missing-baseline = There is no baseline.
missing-baseline-year = The year of the baseline is not stated.
missing-targets = There is no target.
missing-area = An area has no figure.
missing-total = There is no target for the whole area.
missing-actuals = Figures that are due have not been reported.
missing-total-of = { $year }: there is no target for the whole area.
missing-actual-of = The figure as of { $first } has not been reported.
missing-actuals-of = The { $count } figures as of { $first } to { $last } have not been reported.
missing-areas = { $year }: no figure for { $areas }.
missing-areas-of-part = { $year }, { $part }: no figure for { $areas }.

method-yearly-milestone = Yearly milestone
method-time-proportional = Progress against time
method-growth-rate = Growth rate
method-label = Method: { $method }
methods-title = How progress is judged
method-yearly-milestone-about = The latest figure is held against the target of its year, or against the next target where that year has none. Reached: the target is met. Under way: it is not met yet, and its year is not over. Not reached: its year is over, and it is not met. A total that should stay low is met only when its year is over, and not reached as soon as it is exceeded.
method-time-proportional-about = How much of the way from the baseline to the last target has been covered is held against how much of the time has passed, in whole months; of a yearly total, how much of the year’s target against how much of the year. Completed: the target is met. Ahead of schedule, on schedule, behind schedule: the share done is larger than, equal to or smaller than the share of time; the other way round for a yearly total that should stay low, which is completed only when the year is over.
method-growth-rate-about = The yearly growth so far is divided by the yearly growth that the target needs (method of Open SDG 2.4, after Statistics Canada and Eurostat). Reached: the target is met. On track: the ratio is 0.95 or more. Moderate progress: 0.60 or more. Limited progress: 0 or more. Moving away: less than 0. A yearly total is assessed when its year is over, or earlier if the target is met.
methods-always = “No data yet” means that no figure has been reported. “Not assessable” means that the figures do not allow a judgement; the reason is given.

progress-moving-away = Moving away
progress-not-reached = Not reached
progress-behind = Behind schedule
progress-limited = Limited progress
progress-moderate = Moderate progress
progress-not-assessable = Not assessable
progress-no-data = No data yet
progress-under-way = Under way
progress-on-schedule = On schedule
progress-on-track = On track
progress-ahead = Ahead of schedule
progress-reached = Reached
progress-completed = Completed

standing-no-data = No figure has been reported yet.
standing-not-assessable = { $actual } as of { $date }. { $reason }
standing-milestone = { $actual } as of { $date }, against a target of { $target } for { $year }.
standing-milestone-share = { $actual } as of { $date }, against a target of { $target } for { $year }: { $share }% of it.
standing-milestone-way = { $actual } as of { $date }, against a target of { $target } for { $year }: { $share }% of the way from the baseline of { $baseline }.
standing-proportional = { $actual } as of { $date }: { $done }% of the way from { $baseline } (end of { $start }) to { $target } (end of { $year }), with { $time }% of the time gone ({ $months } of { $whole } months).
standing-proportional-flow = { $actual } from January { $year } to { $date }: { $done }% of the year’s target ({ $target }), with { $time }% of the time gone ({ $months } of { $whole } months).
standing-proportional-limit = { $actual } from January { $year } to { $date }: { $done }% of the year’s limit ({ $target }), with { $time }% of the time gone ({ $months } of { $whole } months).
standing-growth = From { $baseline } (end of { $start }) to { $actual } as of { $date }, with a target of { $target } for { $year }. Growth ratio { $ratio }, where 1 is as fast as the target needs.
standing-growth-reached = From { $baseline } (end of { $start }) to { $actual } as of { $date }, with a target of { $target } for { $year }.
reason-no-baseline = It cannot be assessed, because there is no baseline.
reason-baseline-year-unknown = It cannot be assessed, because the year of the baseline is not stated.
reason-zero-baseline = Growth cannot be assessed from a baseline of zero.
reason-sign-change = Growth cannot be assessed where a figure changes between positive and negative.
reason-no-target = It cannot be assessed, because there is no target.
reason-no-target-for-year = It cannot be assessed, because there is no target for that year.
reason-target-not-beyond-baseline = It cannot be assessed, because the target does not lie beyond the baseline.
reason-vague = It cannot be assessed, because the figure is a range or a limit.
reason-year-not-over = It cannot be assessed yet: the total of a year is only compared with that of other years when the year is over.
reason-no-time-passed = It cannot be assessed, because no time has passed since the baseline.
reason-out-of-range = It cannot be assessed, because the figures are too large.

## Data

data-registers = Organisations and areas
data-title = Data
data-description = The tables of this site as files for spreadsheets (CSV) and programs (JSON).
data-by-plan = By plan
data-figures-title = Figures
data-tasks-title = Responsibilities
data-all-plans = All plans
data-no-file = no file
data-reading = How to read the files
data-reading-forms = CSV files are in UTF-8 and open in spreadsheet programs; their headers are in the language of this page. JSON files have the same rows, with field names that are the same in every language.
data-reading-numbers = Numbers are raw: no separators, no units. The unit stands in a column of its own.
data-reading-kinds = A row of figures is a baseline, a target, a superseded-target (a target that was changed later) or an actual (a figure that was reported).
data-reading-bounds = The bound says how a number is meant: exactly, at-least, more-than, at-most, less-than, about or range. Of a range, the second number stands in the column “Value to”.
data-reading-concepts = In the figures across plans, each row is a figure of one plan: as the plan has it, with its unit, and in the unit of the comparison. The measure is level for what is to be reached by a year, yearly-flow for what is counted anew in each year.
data-reading-roles = The role in a task is lead, joint-lead or responsible.
data-reading-awards = A row of awards and subsidies is one amount; where the document states none, the award still has a row. The kind is award, subsidy, matching (matching funds) or support; the level is national, provincial, municipal or county.
data-reading-results = What became of a comment is adopted, partly-adopted, explained or not-adopted.
data-reading-registers = The tasks of each organisation and the figures of each area are on their own pages.
data-reading-single = The figures of a single indicator, and its charts as SVG, are on its own page.
feed-reports = { $plan }: { $count ->
    [one] one figure reported
   *[other] { $count } figures reported
}
feed-organisation = { $organisation } - { $site }
feed-organisation-about = Tasks, consultations and figures that concern this organisation.
feed-of = Feed of updates: { $name }
feed-revision = Target changed: { $indicator }, { $year }: { $old } → { $new }

## Headers of downloads

data-plan = Plan id
data-plan-name = Plan
data-plan-status = Plan status
data-indicator = Indicator id
data-indicator-name = Indicator
data-part = Part id
data-part-name = Part
data-area = Area id
data-area-name = Area
data-kind = Kind
data-year = Year
data-as-of = As of
data-bound = Bound
data-value = Value
data-value-to = Value to
data-unit = Unit
data-reported = Reported on
data-source = Source
data-url = Address of source
data-note = Note
data-status = Status code
data-status-name = Status
data-method = Method
data-reason = Reason
data-actual-bound = Bound of latest figure
data-actual = Latest figure
data-actual-to = Latest figure to
data-baseline-year = Baseline year
data-baseline-bound = Bound of baseline
data-baseline = Baseline
data-baseline-to = Baseline to
data-target-year = Target year
data-target-bound = Bound of target
data-target = Target
data-target-to = Target to
data-share-done = Share done (%)
data-share-of-time = Share of time (%)
data-growth-ratio = Growth ratio
data-next-due = Next due as of
data-group = Group
data-task = Task number
data-task-name = Task
data-clauses = Clauses
data-lead = Lead unit id
data-lead-name = Lead unit
data-joint-leads = Joint lead unit ids
data-joint-lead-names = Joint lead units
data-responsible = Responsible unit ids
data-responsible-names = Responsible units
data-indicators = Indicator ids
data-due = Due
data-organisation = Organisation id
data-organisation-name = Organisation
data-short-name = Short name
data-aliases = Other names
data-type = Kind code
data-parent = Parent id
data-members = Member ids
data-replaced-on = Replaced on
data-replaced-by = Successor ids
data-tasks-led = Tasks led
data-tasks-shared = Tasks shared in
data-round = Round id
data-comment = Comment number
data-date = Date
data-channel = Channel code
data-gist = Comment (summary)
data-result = Result code
data-result-name = Response
data-result-reason = Reason
data-changed = Changed clauses
data-removed = Removed clauses
data-role = Role code
data-named-as = Named unit id
data-named-as-name = Named in the plan as
data-missing = Gap code
data-missing-name = Gap
data-award = Award number
data-clause = Clause
data-name = Name
data-who = For whom
data-award-kind = Kind code
data-award-kind-name = Kind
data-level = Level code
data-level-name = Level
data-purpose = Item
data-conditions = Terms
data-ratio = Ratio
data-area-kind = Area kind code
data-measure = Measure code
data-concept-value = Value in unit of comparison
data-concept-value-to = Value to in unit of comparison
data-concept-unit = Unit of comparison
data-figures = Figures

## Responsibilities

responsibilities-description = Who leads and who shares in { $count ->
    [one] one task
   *[other] { $count } tasks
} of the { $plan }.
responsibilities-caption = { $count ->
    [one] One task
   *[other] { $count } tasks
}
column-number = No.
column-task = Task
column-lead = Lead unit
column-responsible = Responsible units
lead-first = {" "}(lead, jointly with)
no-unit = None
duties-more = Find tasks by unit
task-due = Due
task-number = Task { $number }
unit-now = {" "}(now { $units })
units-title = By unit
units-text = The numbers of the tasks of each unit. The name of a unit leads to its tasks in all plans.
unit-leads = Leads
unit-shares = Shares in
unit-members = Includes

## Awards and subsidies

tab-awards = Awards and subsidies
awards-description = Who can get { $count ->
    [one] the award or subsidy
   *[other] the { $count } awards and subsidies
} of the { $plan }, how much, and under which clause.
awards-caption = { $count ->
    [one] One award or subsidy
   *[other] { $count } awards and subsidies
}
awards-found = { $shown } of { $count } rows shown
awards-all-levels = All levels
awards-all-kinds = All kinds
column-award-what = Level or item
column-award-level = Level
column-award-kind = Kind
column-amount = Amount
award-who = For
award-conditions = Terms
award-no-amount = The document states no amount
award-up-to = up to { $value }
award-level-national = National
award-level-provincial = Provincial
award-level-municipal = Municipal
award-level-county = County
award-kind-award = Award
award-kind-subsidy = Subsidy
award-kind-matching = Matching funds
award-kind-support = Support

## Finding

finder-unit = Unit
finder-all = All units
finder-comment = Search the comments
finder-task = Search the tasks
finder-award = Search the awards and subsidies
finder-name = Search the names
finder-reset = Clear
finder-found = { $shown } of { $count } shown

## Organisations and areas

organisations-title = Organisations
organisations-description = The lead units, responsible units and other bodies of the plans, by kind and in alphabetical order.
organisation-description = { $organisation }: the tasks that it leads ({ $leads }) and shares in ({ $shares }), the indicators that it answers for, its consultations and how to reach it.
organisation-kind-party = { $count ->
    [one] Party body
   *[other] Party bodies
}
organisation-kind-government = { $count ->
    [one] People’s government
   *[other] People’s governments
}
organisation-kind-committee = { $count ->
    [one] Committee
   *[other] Committees
}
organisation-kind-leading-group = { $count ->
    [one] Leading group
   *[other] Leading groups
}
organisation-kind-department = { $count ->
    [one] Government department
   *[other] Government departments
}
organisation-kind-institution = { $count ->
    [one] Public institution
   *[other] Public institutions
}
organisation-kind-enterprise = { $count ->
    [one] Enterprise
   *[other] Enterprises
}
organisation-kind-group = { $count ->
    [one] Collective name
   *[other] Collective names
}
other-names = Other names in documents
parent-organisation = Under
member-of = Member of
members = Members
change-replaced = { $precision ->
    [year] In { $date } its functions passed to:
   *[day] On { $date } its functions passed to:
}
change-ended = { $precision ->
    [year] It ceased to exist in { $date }.
   *[day] It ceased to exist on { $date }.
}
change-took-over = { $precision ->
    [year] In { $date } it took over the functions of:
   *[day] On { $date } it took over the functions of:
}
change-area-replaced = { $precision ->
    [year] In { $date } it was reorganised as:
   *[day] On { $date } it was reorganised as:
}
change-area-ended = { $precision ->
    [year] It was dissolved in { $date }.
   *[day] It was dissolved on { $date }.
}
change-area-took-over = { $precision ->
    [year] In { $date } it was formed from:
   *[day] On { $date } it was formed from:
}
owed-dues-title = Due next
answers-for-title = Indicators it answers for
answers-for-more = The indicators of the newest plans are listed below; { $count } more are on the pages of their plans.
owed-title = Tasks
owed-counts = { $leads ->
    [0] Shares in { $shares ->
        [one] 1 task
       *[other] { $shares } tasks
    }
    [one] Leads 1 task{ $shares ->
        [0] {""}
       *[other] , shares in { $shares }
    }
   *[other] Leads { $leads } tasks{ $shares ->
        [0] {""}
       *[other] , shares in { $shares }
    }
}
owed-none = The plans on this site give this organisation no task.
owed-leads = Leads ({ $count })
owed-shares = Shares in ({ $count })
owed-joint = Jointly with
owed-led-by = Led by
owed-named-as = Named as
due-figure = figure as of { $date } to be reported
due-overdue = figure as of { $date }, not reported yet
due-task = { $precision ->
    [year] task to be completed in { $date }
   *[day] task to be completed by { $date }
}
runs-title = Consultations it runs
issued-title = Plans it has issued
areas-title = Areas
areas-description = The places to which the plans break down their targets, by kind and in alphabetical order.
area-description = { $area }: { $count ->
    [one] 1 indicator
   *[other] { $count } indicators
} with targets of its own across all plans, its share and rank, and the tasks of its government.
area-kind-province = { $count ->
    [one] Province
   *[other] Provinces
}
area-kind-city = { $count ->
    [one] Prefecture-level city
   *[other] Prefecture-level cities
}
area-kind-district = { $count ->
    [one] District
   *[other] Districts
}
area-kind-county-level-city = { $count ->
    [one] County-level city
   *[other] County-level cities
}
area-kind-county = { $count ->
    [one] County
   *[other] Counties
}
area-kind-autonomous-county = { $count ->
    [one] Autonomous county
   *[other] Autonomous counties
}
area-kind-development-zone = { $count ->
    [one] Development zone
   *[other] Development zones
}
area-indicators = { $count ->
    [one] 1 indicator
   *[other] { $count } indicators
}
area-parent = Part of
area-within = Made up of
area-government = Government
area-targets-title = Targets
area-further = Further plans with targets for this area:
area-charts-title = Beside the others
area-tasks-title = Tasks
area-plans-title = Plans for the whole area
area-organisations-title = Organisations here
area-share = { $share }% ({ $year })
area-rank = { $place } of { $count } ({ $year })
area-rank-equal = { $place } of { $count }, equal with others ({ $year })
column-share = Share of the total
column-rank = Rank, highest first
column-latest = Latest figure

## Across plans

concepts-title = Across plans
concepts-description = What the plans of province, cities, counties and districts promise on one subject, side by side and by year, with what can be compared and what cannot.
concept-description = { $concept } in plans of different levels ({ $counted }): targets by year, what can be compared and what cannot, charts and data.
concept-count = { $count ->
    [one] { $count } plan
   *[other] { $count } plans
}
concept-count-year = { $count ->
    [one] { $count } plan for { $year }
   *[other] { $count } plans for { $year }
}
concept-count-years = { $count ->
    [one] { $count } plan from { $start } to { $end }
   *[other] { $count } plans from { $start } to { $end }
}
concept-of-indicator = The same in other plans
concept-comparable = What can be compared
concept-limits = What cannot
concept-levels = Targets to be reached by each year
concept-yearly = Targets for single years, counted anew each year
concept-caption-levels = { $concept }: targets of the plans to be reached by each year (unit: { $unit })
concept-caption-yearly = { $concept }: targets of the plans for single years (unit: { $unit })
concept-column-plan = Area and plan
concept-baseline-year-unknown = year not stated
concept-converted = = { $value }
concept-group = { $name } ({ $more })
family-title = Which plan is based on which
family-text = Each plan stands below the plan that it is based on, with the clauses that say so.
family-none = None of these plans names another of them as its basis.
family-above = Based on these plans:
family-others = Other documents it is based on:
family-between = (not compared here)

## Consultation

consultation-description = Consultation on the { $plan }, { $start } to { $end }: what is asked, who can comment, how and by when.
round-not-open = Not open yet
round-open = { $days ->
    [0] Open, closes today
    [one] Open, 1 day left
   *[other] Open, { $days } days left
}
round-closed = Closed
round-outcome = Outcome published
consultation-closed = This consultation has closed. Comments are no longer taken.
consultation-considered = This consultation has closed. Comments are no longer taken. The outcome has not been published yet.
consultation-outcome = This consultation has closed. The outcome is above.
call-open = This draft is open for comment
call-not-open = This draft will be open for comment
call-closed = Consultation on this draft
call-outcome = Consultation on this draft
call-how = How to comment
call-results = See the outcome
call-view = View the consultation
what = What it asks
who = Who can comment
how = How to comment
how-closed = How comments could be sent
by-when = Closing date
from = From { $date }
opens = Opens on { $date }
outcome-by = The outcome is due by { $date }.
notice-updated = Notice updated on { $date }
until = End of { $date } ({ $zone })
until-hour = { $time } on { $date } ({ $zone })
date-and-hour = { $date }, { $time }
beijing-time = Beijing time
time-of-zone = time zone { $zone }
what-next = What happens next
organiser = Run by
information-title = For questions only
information-text = Use these only to ask questions. They do not take comments.
information-text-closed = The notice gave these only for questions.
notice-in-full = The notice in full
notice-published = Published on { $date }
channel-email = Email
channel-post = Post
channel-telephone = Telephone
channel-form = Online form
channel-in-person = In person
shorter-period = Why the consultation is short: { $reason }
shorter-period-days = The consultation is shorter than the { $days } days of { $source }. The reason given: { $reason }
shorter-period-working-days = The consultation is shorter than the { $days } working days of { $source }. The reason given: { $reason }
shorter-period-normative = The consultation is shorter than the { $days } working days usual for normative documents. The reason given: { $reason }
profile-major-decision = article 15 of the Interim Regulations on Procedures for Major Administrative Decisions
profile-rules = article 15 of the Regulations on Procedures for the Formulation of Rules
needs = Please state:
needs-default = your name or organisation, and contact details; optional
papers = Documents
write-email = Write an email
open-form = Open the online form
print-form = Comment form to print
add-calendar = Add the closing date to your calendar
copy-address = Copy address
copy-text = Copy the text of the email
copied = Copied
qr-label = QR code of this page
qr-text = Scan to open this page on a phone
by-clause-title = Comment on a single clause.
by-clause-text = Open the text of the draft and choose “Comment” beside the heading of a clause. The code of the clause is then in your email and on your form.
by-clause-link = Open the text of the draft
quote-code = Quote this code in your comment:
quote-code-telephone = When you call, name:
dates-title = Dates
dates-in-zone = { $dates } ({ $zone })

## Commenting

comment = Comment
comment-on-clause = Comment on “{ $clause }”
comment-on-plan = Comment on the whole text
comment-link = Comment on { $clause }
comment-channels = How to send it
comment-about = What it is about
comment-text-title = If the email button does not work, copy this
mail-to = To
mail-subject-label = Subject
mail-body-label = Text
copy-subject = Copy the subject
comment-deadline = Closing date: { $deadline }
comment-closed = The consultation has closed. Comments are no longer taken.
comment-back = Back to the consultation
comment-in-text = See it in the text
sheet-title = Comment form
sheet-text = Print it, fill it in, and send it by post or hand it in.
sheet-print = Print
sheet-code = Code
sheet-clause = Clause
sheet-quote = Text
sheet-comment = Comment
sheet-reasons = Reasons
sheet-sender = From
sheet-send-to = Send to
sheet-hand-in = Hand in at
sheet-organiser = Run by
sheet-text-post = Print it, fill it in, and send it by post.
sheet-text-in-person = Print it, fill it in, and hand it in.
envelope-original = On the envelope, write:
spoken-clause = { $plan }, { $clause } ({ $address })
spoken-heading = { $plan }, “{ $clause }”
sheet-deadline = Closing date
whole-plan = The whole text
envelope-lines =
    { $recipient }
    { $address }
    { $postcode }
envelope-to = { $recipient }
mail-subject = { $code } Comment on the { $plan }
mail-body =
    Plan: { $plan }

    Comment:


    Reasons:


    From ({ $needs }):
mail-body-heading =
    Plan: { $plan }
    Clause: { $clause }

    Comment:


    Reasons:


    From ({ $needs }):
mail-body-clause =
    Plan: { $plan }
    Clause: { $clause }
    Text: “{ $quote }”

    Comment:


    Reasons:


    From ({ $needs }):

## Outcome

outcome-title = Outcome
outcome-published = Published on { $date }
outcome-none = No comments were received.
outcome-counts = { $total ->
    [one] One comment was received: { $list }.
   *[other] { $total } comments were received: { $list }.
}
outcome-list = See every comment and the response to it
count-separator = {", "}
count-adopted = { $count } adopted
count-partly-adopted = { $count } partly adopted
count-explained = { $count } answered with an explanation
count-not-adopted = { $count } not adopted
adoption-adopted = Adopted
adoption-partly-adopted = Partly adopted
adoption-explained = Explanation given
adoption-not-adopted = Not adopted
comments-title = Comments and responses
comments-description = Consultation on the { $plan }: { $counts }
comments-caption = { $count ->
    [one] One comment
   *[other] { $count } comments
}
comments-on-clause = { $count ->
    [one] One comment
   *[other] { $count } comments
}
comments-behind = Comments adopted in this clause
comments-filter = Clause
comments-all = All clauses
comments-found = { $shown } of { $count } shown
column-comment = Comment (summary)
column-clause = Clause
column-result = Response
comment-changed = Changed:
comment-added = Added:
comment-removed = Removed:

## List of consultations

consultations-title = Consultations
consultations-description = Drafts on which comments are or were invited: open, opening soon, closed, and with a published outcome.
consultations-open = Open
consultations-not-open = Opening soon
consultations-closed = Closed, outcome not yet published
consultations-outcome = Outcome published
consultations-none-open = No draft is open for comment at the moment.
consultations-feed = Subscribe to consultations (Atom)
consultations-calendar = Calendar of closing dates (.ics)
calendar-of = Closing date: { $plan }
calendar-all = Closing dates of consultations
calendar-closes = Consultation closes: { $plan }
calendar-text =
    { $title }
    Closing date: { $deadline }
    { $url }
feed-consultations = { $site } - Consultations
feed-call = { $dates }. { $asked }
feed-outcome = Outcome: { $title }
hours = Hours:

## Draft and final

tab-changes = Changes
changes-description = { $plan }: what changed from the earlier draft, clause by clause: { $changed } changed, { $added } added, { $removed } removed.
changes-from = Compared with:
changes-changed = { $count ->
    [one] clause changed
   *[other] clauses changed
}
changes-added = { $count ->
    [one] clause added
   *[other] clauses added
}
changes-removed = { $count ->
    [one] clause removed
   *[other] clauses removed
}
changes-same = { $count ->
    [one] clause unchanged
   *[other] clauses unchanged
}
changes-key = How changes are marked:
changes-key-removed = removed words
changes-key-added = added words
changes-targets = Changed targets
changes-areas = { $count ->
    [one] Areas: { $count } figure changed
   *[other] Areas: { $count } figures changed
}
changes-stayed = unchanged
changes-numbers = Changed numbers in the text
changes-before-after = Before → after
changes-becomes = becomes
changes-sentence = Sentence
changes-clauses = Clause by clause
changes-silent = Only the text in another language changed.
changes-was = was { $clause }
changes-in-draft = Before:
changes-in-plan = After:
changes-unchanged = { $count ->
    [one] One unchanged clause
   *[other] { $count } unchanged clauses
}
change-changed = Changed
change-added = Added
change-removed = Removed
change-preamble = Preamble
change-mark-removed = {"["}removed:{" "}
change-mark-added = {"["}added:{" "}
change-mark-end = {"]"}
came-from = Earlier draft:
see-changes = See what changed
what-came = Revised text:
comment-number = Comment { $number }
comments-behind-clause = { $count ->
    [one] One comment adopted in this clause
   *[other] { $count } comments adopted in this clause
}

## Site map and error page

site-map-title = Site map
site-map-description = Every page of this site.
not-found-title = Page not found
not-found-text = There is no page at this address. The address may be wrong, or the page may have moved.
not-found-links = You can go to

## Charts

chart-between-sentences = {" "}
chart-between-parts = {"; "}
chart-unit = Unit: { $unit }
chart-value = { $value } { $unit }
chart-value-beside-unit = { $value } ({ $unit })
chart-total = { $name }: { $value }
chart-baseline = Baseline
chart-baseline-without-year = Baseline { $value } (year not stated)
chart-actual = Figure reported
chart-target = Target
chart-target-at-least = Target: at least
chart-target-more-than = Target: more than
chart-target-at-most = Target: at most
chart-target-less-than = Target: less than
chart-target-about = Target: about
chart-target-range = Target: from – to
chart-earlier = Target before revision
chart-gap-below = { $value } below target
chart-gap-above = { $value } above target
chart-gap-to-go = { $value } to go
chart-year-ends = Years are marked at their end.
chart-not-from-zero = The axis does not start at zero.
chart-missing = No figure
chart-class = { $from } to { $to }
chart-row-way = { $from } → { $to } by { $year }
chart-row-target = Target { $to } by { $year }
chart-row-of-year = Target for { $year }: { $to }
chart-row-baseline = Baseline { $from }
chart-row-latest = latest { $value } ({ $date })
chart-no-data = no data yet
chart-no-target = no target, so no bar
chart-no-target-for-year = no target for this year, so no bar
chart-year-not-over = the year is not over, so no bar
chart-no-baseline-no-bar = no baseline, so no bar
chart-baseline-open = the baseline is only a range or a bound, so no bar
chart-figure-open = the figure is only a bound, so no bar
chart-range-open = only a range is reported, so that it is open how far it has come
chart-from-zero = no baseline; the bar starts at zero
chart-yearly-from-zero = yearly figure; the bar starts at zero
chart-target-is-baseline = the target equals the baseline, so no bar
chart-target-behind = the target does not improve on the baseline, so no bar
chart-key-baseline = Baseline
chart-key-latest = Latest figure
chart-key-range = Range reported
chart-key-away = Moved away from the target
chart-key-target = Target
chart-key-overflow = Goes on further
chart-lead = Lead unit
chart-shared = Responsible unit
chart-counts = Numbers count tasks.
chart-no-counts = Some marks stand for several tasks.
chart-group = { $number }. { $name }
chart-say-baseline = Baseline: { $value } in { $year }.
chart-say-baseline-without-year = Baseline: { $value }, year not stated.
chart-say-targets = Targets: from { $first } in { $start } to { $last } in { $end }.
chart-say-target = Target: { $value } in { $year }.
chart-say-latest = Latest figure: { $value } as of { $date }.
chart-say-latest-gap = Latest figure: { $value } as of { $date }, { $gap } for { $year }.
chart-say-latest-to-go = Latest figure: { $value } as of { $date }, { $gap } to go until the end of { $year }.
chart-say-no-data = No data yet.
chart-say-areas = Compares { $count } areas.
chart-say-marked = { $name } ranks { $rank } of { $count }: { $value }.
chart-say-marked-alone = { $name }: { $value }.
chart-say-marked-equal = { $name } ranks { $rank } of { $count }, equal with others: { $value }.
chart-say-missing = Areas without a figure: { $count }.
chart-say-total = { $name }: { $value }.
chart-say-extremes = The largest is { $most } with { $high }, the smallest { $least } with { $low }.
chart-say-all-equal = Every figure is { $value }.
chart-say-area-years = Compares { $count } areas from { $first } to { $last }.
chart-say-latest-years = Shows the latest { $shown } of { $all } years.
chart-say-in-year = Latest year: { $year }. { $said }
chart-say-overview = Compares { $count } indicators; figures for { $with }, targets reached: { $reached }, moved away from the target: { $away }.
chart-say-open = Reported only as a range or a bound, so that it is open how far they have come: { $count }.
chart-say-furthest = { $most } has come furthest, { $least } least far.
chart-say-duties = Shows who leads and who shares: { $units } units, { $groups } columns of tasks.
chart-say-leads-most = { $name } leads most often ({ $count }).
chart-say-shares-most = { $name } shares responsibility most often ({ $count }).
chart-plan-in-year = { $plan } in { $year }
chart-say-plan-years = Plans compared by year: { $count }.
