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
fact-validity = Status
fact-period = Period
fact-area = Area

## Text

contents = Contents
clause-link = Link to clause { $clause }
related-indicator = Indicator
related-task = Task
attachments = Attachments
source-title = Where this document comes from
source-name = Source
source-note = How it was prepared

## Times and numbers

year = { $year }
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
editors-note = Editor’s note

## Responsibilities

responsibilities-description = Who leads and who shares in { $count ->
    [one] one task
   *[other] { $count } tasks
} of the { $plan }.
responsibilities-caption = { $count ->
    [one] One task
   *[other] { $count } tasks
}
column-group = Group
column-number = No.
column-task = Task
column-lead = Lead unit
column-responsible = Responsible units
lead-first = {" "}(lead, jointly with)
no-unit = None
units-title = Full names of the units
units-text = The table uses short names. They stand for the units below.
unit-members = Includes

## Consultation

consultation-description = Consultation on the { $plan }, { $start } to { $end }: what is asked, who can comment, how and by when.
round-not-open = Not open yet
round-open = { $days ->
    [one] Open, 1 day left
   *[other] Open, { $days } days left
}
round-closed = Closed
consultation-closed = This consultation has closed. Comments are no longer taken.
consultation-not-open = This consultation opens on { $start }.
call-open = This plan is open for comment
call-not-open = This plan will be open for comment
call-closed = Consultation on this plan
call-how = How to comment
call-view = View the consultation
what = What it asks
who = Who can comment
how = How to comment
how-closed = How comments could be sent
by-when = Closing date
when-closed = Dates
from = Opens on { $date }
until = End of { $date } (24:00, { $zone })
from-until = { $start } to the end of { $end } (24:00, { $zone })
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
recipient = To
postcode = Postcode
hours = Hours

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
chart-year-ends = Years are marked at their end.
chart-not-from-zero = The axis does not start at zero.
chart-missing = No figure
chart-class = { $from } to { $to }
chart-row-way = { $from } → { $to } by { $year }
chart-row-target = Target { $to } by { $year }
chart-row-baseline = Baseline { $from }
chart-row-latest = latest { $value } ({ $date })
chart-no-data = no data yet
chart-no-target = no target, so no bar
chart-no-baseline-no-bar = no baseline, so no bar
chart-from-zero = no baseline; the bar starts at zero
chart-target-is-baseline = the target equals the baseline, so no bar
chart-target-behind = the target does not improve on the baseline, so no bar
chart-key-baseline = Baseline
chart-key-latest = Latest figure
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
chart-say-latest = Latest figure: { $value } on { $date }.
chart-say-latest-gap = Latest figure: { $value } on { $date }, { $gap } for { $year }.
chart-say-no-data = No data yet.
chart-say-areas = Compares { $count } areas.
chart-say-missing = Areas without a figure: { $count }.
chart-say-total = { $name }: { $value }.
chart-say-extremes = The largest is { $most } with { $high }, the smallest { $least } with { $low }.
chart-say-all-equal = Every figure is { $value }.
chart-say-area-years = Compares { $count } areas from { $first } to { $last }.
chart-say-latest-years = Shows the latest { $shown } of { $all } years.
chart-say-in-year = Latest year: { $year }. { $said }
chart-say-overview = Compares { $count } indicators; figures for { $with }, targets reached: { $reached }, moved away from the target: { $away }.
chart-say-furthest = { $most } has come furthest, { $least } least far.
chart-say-duties = Shows the tasks of { $units } units in { $groups } groups.
chart-say-leads-most = { $name } leads most often ({ $count }).
chart-say-shares-most = { $name } shares responsibility most often ({ $count }).
