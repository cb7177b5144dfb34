# What erstwhile says in English.
#
# For translators. Each message has the same name in every language; what stands in braces is filled in. A fact of a finding
# has up to three messages: the sentence, `.label` (a few words beside the place) and `.help` (what to do). Besides its usual
# form, what is filled in can be had in others by a word behind its name:
#
#   claim           its statement in quotation marks; -id, -valid (when it holds), -start ("on 21 January 2025"),
#                   -end ("21 January 2025"); and of a claim with its source -by (newest source and how many more),
#                   -source (the newest source, or `none`), -cite (the newest source with its address)
#   source          publisher and date; -id, -title
#   date            "21 January 2025"; -when ("on 21 January 2025"), -point (after "from" or "until")
#   period          "from 2023 until January 2025"; -edtf ("2023/2025-01")
#   entity, relation  its name or label; -id
#   list            "a, b and c"; -count
#
# What may be absent is `none` then: { $now -> [none] … *[other] … }.

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-year-bc = { $year } BC
date-decade = the { $decade }0s
date-between = between { $first } and { $last }
date-between-in-year = between { $day } { $month } and { $last }
date-on-or-before = on or before { $date }
date-on-or-after = on or after { $date }
date-unknown = an unknown day
date-beginning-of-time = the beginning of time
date-end-of-time = the end of time
date-point = a day { $date }
when-day = on { $date }
when-month-or-year = in { $date }
period-from-until = from { $start } until { $end }
period-since = since { $start }
period-from = from { $start }, end not recorded
period-until = until { $end }
period-until-only = until { $end }, start not recorded
period-always = at all times
period-going-on = still true, start not recorded
period-from-beginning = from the beginning, end not recorded
period-unrecorded = date not recorded
length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
length-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
length-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
length-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}

## Parts of sentences

list-and = { $first } and { $last }
list-or = { $first } or { $last }
and-more = { $first } and { $more } more
no-source = no source
something = something
not-so-that = it is not true that { $said }

## What a sentence could say

suggest-until = until { $date-point }
suggest-since = since { $date-point }
suggest-on = { $date-when }
suggest-during = { $period }

## Claims: what `check` finds

contradiction = { $newer } and { $older } cannot both be true, but both are known to hold{ $days ->
    [on] { " " }on { $from }
    [from] { " " }from { $from } to { $to }
    [between] { " " }at some time between { $from } and { $to }
   *[none] { "" }
}
    .label = true { $newer-valid } ({ $newer-by })
    .help = { $law }. End the one that is no longer true, correct its dates, or let the right one say `corrects: ["…"]`

unused-source = no claim cites the source `{ $source-id }` ({ $source-title })
    .label = supports nothing
    .help = cite it where it belongs, or remove it

## Drafts: what `lint` finds

accept-paragraph = To keep it as it is, write above the paragraph:
accept-draft = To keep it as it is, write anywhere in the draft:

undated-draft = this draft has no date of its own, so it was judged as of { $day }
    .label = no `date:` in front matter
    .help = put `date: 2025-01-21` into its front matter, or name a day with `--as-of`

## Files: what is wrong with them (may be left out in other languages)

unreadable-file = { $path } cannot be read: { $reason }

## Other places

place-record = `{ $claim-id }`: { $claim-valid } ({ $claim-by })
