# What erstwhile says in English.
#
# For translators. Each message has the same name in every language; what is in braces is filled in. A fact of a finding
# has up to three messages: the sentence, `.label` (a few words beside the place) and `.help` (what to do). Besides its usual
# form, what is filled in has other forms, chosen by a word after its name:
#
#   claim           its statement in quotation marks; -is, -was, -has (what it says by its relation, as a part of a sentence: "X is Y",
#                   "was", "has been"), -lead (what stands before that), -held (when it holds, with that);
#                   -id, -valid (when it holds), -start ("on 21 January 2025"),
#                   -end ("21 January 2025"), -only (to select by: `none` if its relation has a label in this language); and of a claim with its source -by (newest source and how many more),
#                   -source (the newest source, or `none`), -cite (the newest source with its address)
#   source          publisher and date; -id, -title
#   date            "21 January 2025"; -when ("on 21 January 2025"), -point (after "from" or "until")
#   period          "from 2023 until January 2025"; -edtf ("2023/2025-01")
#   length          "180 days"; -every ("every 180 days", "yearly")
#   entity, relation  its name, or its label in quotation marks; -id, and of a relation -label (without quotation marks), -was, -has, -not
#                   and -no-longer (likewise, with its verb in that form), -not-so (what stands before a sentence where it has no -not)
#   list            "a, b and c"; -count, of relations -or ("a, b or c")
#   number          as the language counts by; -grouped ("12,000")
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
period-pending = not yet
period-not-before = from { $start } at the earliest
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
length-two = { $first } { $second }
length-about = about { $length }
every-days = { $count ->
    [one] daily
   *[other] every { $count } days
}
every-weeks = { $count ->
    [one] weekly
   *[other] every { $count } weeks
}
every-months = { $count ->
    [one] monthly
   *[other] every { $count } months
}
every-years = { $count ->
    [one] yearly
   *[other] every { $count } years
}

## Parts of sentences

thousands-separator = ,
list-and = { $first } and { $last }
list-or = { $first } or { $last }
and-more = { $first } and { $more } more
no-source = no source
something = something
not-so-that = it is not true that { $said }
probably = { $of ->
    [presumed] { $said }
    [may-have-begun] { $said }
    [unjudged] { $said }
   *[other] probably: { $said }
}

## What a sentence could say

suggest-until = until { $date-point }
suggest-until-at-least = until at least { $date }
suggest-since = since { $date-point }
suggest-since-at-least = since at least { $date }
suggest-on = { $date-when }
suggest-during = { $period }

## Around findings

severity = { $severity ->
    [error] error
    [warning] warning
   *[note] note
}
by-rule = (rule: { $rule })
line-and-column = line { $line }, column { $column }
help = help
see = see
record = record
read-more = { $count ->
    [one] Read more: erstwhile explain { $first }
   *[other] Read more: erstwhile explain CODE ({ $codes })
}{ $shown ->
    [all] { "" }
   *[some] ; --verbose shows all records
}

## Summary of a run

count-claims = { $count ->
    [one] { $count } claim
   *[other] { $count-grouped } claims
}
count-files = { $count ->
    [one] { $count } file
   *[other] { $count-grouped } files
}
count-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count-grouped } drafts
}
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count-grouped } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count-grouped } warnings
}
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count-grouped } notes
}
nothing-found = nothing found
hidden-accepted = { $count-grouped } accepted
hidden-old = { $count-grouped } known before
hidden-unsure = { $count-grouped } below the minimum confidence
hidden-elsewhere = { $count-grouped } in other files
summary = Checked { $what ->
    [nothing] nothing
    [drafts] { $drafts } against { $claims }
   *[claims] { $claims } in { $files }
} as of { $as_of ->
    [own] its own date
    [each] the date of each
    [some] { $day } ({ $own ->
        [one] { $own } by its own date
       *[other] { $own-grouped } by their own date
    })
   *[day] { $day }
}{ $known_by ->
    [none] { "" }
   *[other] , using sources published by { $known_by }
}{ $found ->
    [none] { "" }
   *[other] : { $found }
}{ $hidden ->
    [none] { "" }
   *[other] { " " }({ $hidden })
}.
coverage = { $sentences ->
    [0] No sentences
    [one] 1 sentence
   *[other] { $sentences-grouped } sentences
}{ $sentences ->
    [0] { "" }
   *[other] , { $naming ->
        [0] none of which names anything in our records
        [one] 1 names something in our records, { $judged } judged
       *[other] { $naming-grouped } name something in our records, { $judged-grouped } judged
    }
}.
incomplete = Not everything could be read or used, so there may be more problems than are listed here.
incomplete-nothing = There was nothing to check, so this result says nothing about your claims.

## Claims: what `check` finds

contradiction = { $newer } and { $older } cannot both be true, but both are known to hold{ $days ->
    [on] { " " }on { $from }
    [from] { " " }from { $from } to { $to }
    [between] { " " }at some time between { $from } and { $to }
   *[none] { "" }
}
    .label = true { $newer-valid } ({ $newer-by })
    .help = end the one that is no longer true, correct its dates, or let the right one say `corrects: ["…"]` ({ $law })

possible-contradiction = { $newer } and { $older } cannot both be true, but may overlap{ $days ->
    [on] { " " }on { $from }
    [between] { " " }between { $from } and { $to }
   *[none] { "" }
}: their dates leave it open
    .label = true { $newer-valid } ({ $newer-by })
    .help = write the dates more exactly, so that one ends where the other begins ({ $law })

never-both = { $claim } and { $other } cannot both be true, whatever their dates
    .label = { $claim-valid } ({ $claim-by })
    .help = correct the one that is wrong, or let the right one say `corrects: ["…"]` ({ $law })

conflict-cluster = { $count } claims exclude each other in { $pairs } pairs, among them { $first }
    .label = the first of { $count } claims that are true at the same time
    .help = so many at once are rarely single mistakes: check where these claims come from ({ $law })

too-many = with { $newest }, there are { $objects-count } at the same time from { $from }, but only { $at_most } allowed: { $objects }
    .label = more than { $at_most }: true { $newest-valid }
    .help = end those that are no longer true, or correct their dates ({ $law })

denied = { $claim } contradicts { $denial }, which has no dates and so denies it for all time
    .label = true { $claim-valid } ({ $claim-by })
    .help = correct the one that is wrong, or give the denial its dates ({ $law })

superseded = { $older } is still open, but { $newer } took over { $newer-start }{ $newer-source ->
    [none] { "" }
   *[other] { " " }({ $newer-by })
}
    .label = open: true { $older-valid } ({ $older-by })
    .help = close `{ $older-id }` on that day: `valid: "{ $closed-edtf }"` ({ $law })

undecided-succession = { $open ->
    [both] { $older } and { $newer } are both still open, and their dates do not say which took over
   *[one] { $older } is still open, and its dates do not say whether it began before { $newer } or after it
}
    .label = open: true { $older-valid } ({ $older-by })
    .help = close the one that is no longer true, or let the newer one say `supersedes: ["…"]` ({ $law })

duplicate = `{ $first-id }` and `{ $claim-id }` say the same with the same dates: { $first }
    .label = { $claim-valid } ({ $claim-by })
    .help = keep one and give it the sources of both, or let the second say `repeats: ["…"]`

refinement = `{ $fine-id }` says the same as `{ $coarse-id }` with finer dates: { $fine-valid } instead of { $coarse-valid }
    .label = coarser: { $coarse-valid } ({ $coarse-by })
    .help = no conflict; if the finer dates are right, one record with the sources of both is enough

circular-claims = { $claims-count ->
    [1] { $claims } refers to itself
   *[other] { $claims } refer to each other in a circle, so none of them comes first
}
    .label = part of the circle
    .help = a claim can only take over from an older one: remove the reference that points the wrong way

circular-sources = { $sources-count ->
    [1] the source { $sources } is derived from itself
   *[other] the sources { $sources } are derived from each other in a circle, so none of them is the original
}
    .label = part of the circle
    .help = find the original and remove its `derived_from`; if there is none, these sources support nothing

inverted-period = `{ $claim-id }` ends ({ $end }) before it begins ({ $start })
    .label = ends before it begins
    .help = swap the two dates or correct the wrong one; until then the claim is compared with nothing

stale = { $claim } was last confirmed { $confirmed-when } ({ $claim-by })
    .label = recheck { $review-every }: due { $due }
    .help = check whether this is still true: add a newer source, or close the claim

awaited = { $claim } was not true yet{ $confirmed ->
    [none] { "" }
   *[other] { " " }when last confirmed { $confirmed-when }
}{ $claim-source ->
    [none] { "" }
   *[other] { " " }({ $claim-by })
}{ $not_before ->
    [none] { "" }
   *[other] , but may have begun since { $not_before }
}
    .label = { $review ->
        [none] may have begun
       *[other] recheck { $review-every }: due { $due }
    }
    .help = check whether it has begun: if so, write its start and add a source; if not, add a newer source{ $not_before ->
        [none] { "" }
       *[other] { " " }and a later day
    }

realised = { $older } is still pending, but { $newer } says that it began { $newer-start } ({ $newer-by })
    .label = not yet true, according to { $older-by }
    .help = keep one: give `{ $older-id }` the start and the source of the other, or let the other say `supersedes: ["{ $older-id }"]`

expired = { $claim } ended { $ended-when }, and our records do not say what came next
    .label = true { $claim-valid }
    .help = add the claim that is true now, or let it say `supersedes: ["…"]`

order = { $first } ({ $day }) should come { $gap ->
    [least] at least { $length } before
    [most] at most { $length } before
   *[none] before
} { $second } ({ $next })
    .label = { $second-valid } ({ $second-by })
    .help = one of the two dates is wrong, or one of the two claims

missing-companion = { $claim } requires that { $entity } { $relations-or } { $objects-count ->
    [0] …
   *[other] { $objects }
}{ $when ->
    [then] { " " }at that time
   *[none] { "" }
}, but our records have no such claim
    .label = { $entity } lacks a claim
    .help = add that claim with its source, or correct this one

missing-mirror = { $claim } means that { $subject } { $relation } { $object } at that time, but our records have no such claim
    .label = no claim in the other direction
    .help = add a claim with the relation `{ $relation-id }`, subject and object swapped

never-together = { $claim } is impossible: { $earlier } ended { $ended-when }, and { $later } began only { $began-when }
    .label = true { $claim-valid }
    .help = one of the dates is wrong, or another entity of the same name is meant

begins-too-early = { $claim } begins before { $entity } did ({ $began })
    .label = true { $claim-valid }
    .help = one of the dates is wrong, or another entity of the same name is meant

goes-on-too-long = { $claim } goes on after { $entity } ended ({ $ended })
    .label = true { $claim-valid }
    .help = one of the dates is wrong, or another entity of the same name is meant

missing-detail = `{ $claim-id }` does not say { $detail ->
    [start] when it began
    [end] whether it has ended
    [quote] which words of its source it relies on
    [locator] where in its source it is said
    [statement] in words what it means
   *[source] where it comes from
}
    .label = no { $detail }
    .help = { $detail ->
    [start] add its start: `valid: "2023-01/.."`
    [end] add its end, or `..` if it goes on: `valid: "2023-01/.."`
    [quote] add the quote: `(source: "…", quote: "…")`
    [locator] add the place: `(source: "…", locator: "p. 4")`
    [statement] add `statement: "…"`
   *[source] add `sources: ["…"]`
}

unsourced = { $count ->
    [0] { $claim } has no source{ $disputed ->
        [yes] : those it cites dispute it
       *[no] { "" }
    }
   *[other] { $claim } has too few sources: { $count }, the rule asks for { $wanted }
}
    .label = { $count ->
    [0] no source
   *[other] too few sources
}
    .help = say who said so: `sources: ["…"]`, with a record of that source in `sources`

undated-sources = { $claim } has no dated source
    .label = no source says when this was true
    .help = add the publication date of `{ $source-id }`: `published: "2025-01-21"`

only-secondary = { $claim } has only secondary sources ({ $claim-by })
    .label = no primary source
    .help = cite a primary source if there is one: a press release, a filing, a contract

shared-origin = { $origins ->
    [1] the { $count } sources of { $claim } all go back to one: { $origin }
   *[other] the { $count } sources of { $claim } have { $origins } origins, the rule asks for { $wanted }
}
    .label = not independent of each other
    .help = sources with one origin count as one; add an independent one

old-sources = { $claim } begins { $start-when }, but its newest source is from { $newest }
    .label = older than what it should support
    .help = cite a source from after it began, or say when it was announced: `announced: "…"`

out-of-range = { $claim } is not allowed: { $object } { $breach ->
    [forbidden] is excluded by the rule
    [unlisted] is not on the rule’s list
    [before] is before { $limit }
    [after] is after { $limit }
   *[outside] is outside the rule’s limits
}
    .label = { $breach ->
    [forbidden] excluded by the rule
    [unlisted] not on the rule’s list
    [before] before { $limit }
    [after] after { $limit }
   *[outside] outside the rule’s limits
}
    .help = { $list ->
    [none] correct the value, or the rule
   *[other] the rule lists { $list }
}

unreadable = { $reason ->
    [statement] { $count ->
        [one] no sentence of a draft can match { $first }: it is only a statement
       *[other] no sentence of a draft can match { $count } claims that are only statements, such as { $first }
    }
    [language] no sentence in some languages ({ $languages }) can match the { $count ->
        [one] claim
       *[other] { $count } claims
    } of { $relation }
   *[other] no sentence of a draft can match { $count ->
        [one] { $first }
       *[other] { $count } claims of { $relation }, such as { $first }
    }: { $reason ->
        [amount] the relation does not say that it takes amounts
        [far-side] the relation takes an object or a value, and there is none
        [no-value] the relation takes an object and a value, and there is no value
        [mixed] other claims of the relation have another sort of object or value
        [values] the relation has more words as values than are read
       *[words] the relation has no words
    }
}
    .label = { $reason ->
        [language] no phrasings in { $languages }
        [words] no words
       *[other] not found in drafts
    }
    .help = { $reason ->
        [statement] say what it is about: `subject: "…", relation: "…"`, and declare that relation (with `takes: nothing` if it has no object)
        [amount] write `takes: amount` in the relation
        [far-side] add the object or value, or write `takes: nothing` in the relation
        [no-value] add the `value`, or use a relation that takes an object alone
        [mixed] give the claims with entities, with dates and with words a relation each
        [values] record the words as entities, each as the `object`: of these all are read
        [words] add `label: "…"` or `phrasings: { "{" }"en": ["{ "{subject}" } … { "{object}" }"]{ "}" }` to the relation
       *[language] add phrasings in { $languages } to `{ $relation-id }`, or none at all if its label will do
    }

misread-example = “{ $sentence }” should be { $expected ->
    [unread] left unread
   *[other] read as `{ $expected }`
}, but { $found ->
    [unread] nothing is read{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
   *[other] is read as `{ $found }`{ $of ->
        [other] { " " }of something else
       *[this] { "" }
    }: “{ $subject ->
        [none] …
       *[other] { $subject }
    } { $said-label }{ $object ->
        [none] { "" }
       *[other] { " " }{ $object }
    }{ $value ->
        [none] { "" }
       *[other] { " " }{ $value }
    }”
}
    .label = { $found ->
        [unread] not read
       *[other] read as `{ $found }`
    }
    .help = correct the example, or the words of { $relation }: `erstwhile rules { $relation-id }` shows them

misread-words = the words “{ $words }” of { $relation } are not safe: “{ $sentence }” should be { $expected ->
    [unread] left unread
    [past] read as a statement about the past
   *[other] read as `{ $expected }`
}, but is read as `{ $found }`
    .label = read as `{ $found }`
    .help = make the words narrower: give a phrasing fewer or shorter gaps (…), exclude what turns it (`!not`), or write an entry of `words`, which the language puts into sentences

undeclared-polarity = the words “{ $words }” of { $relation } contain “{ $trigger }”, but do not say what that means for the relation
    .label = contains “{ $trigger }”
    .help = begin the phrasing with `asserts:`, `denies:`, `ended:` or `planned:`; give an entry of `words` its `when` (`holds`, `denies`, `ends`, `plans`)

unused-source = no claim cites the source `{ $source-id }` ({ $source-title })
    .label = supports nothing
    .help = cite it where it belongs, or remove it

law-at-most = { $relation } allows only { $count ->
    [one] one { $per ->
        [subject] object
        [object] subject
       *[pair] value
    }
   *[other] { $count } { $per ->
        [subject] objects
        [object] subjects
       *[pair] values
    }
} per { $per ->
    [subject] subject
    [object] object
   *[pair] subject and object
}{ $when ->
    [ever] , whatever the time
   *[at-a-time] { " " }at a time
}
law-excludes = { $relation } excludes { $others } { $ends ->
    [same-subject] for the same subject
    [same-object] for the same object
    [other-subject] for the same object with another subject
    [other-object] for the same subject with another object
   *[same-both] between the same two
}
law-denial = a claim and its denial cannot both be true
law-supersedes = a claim that another one supersedes is no longer true

## Drafts: what `lint` finds

accept-paragraph = To keep it as it is, write above the paragraph:
accept-draft = To keep it as it is, write anywhere in the draft:

supported = matches our records: { $claim } { $claim-valid } ({ $claim-by })

outdated = { $until ->
    [none] no longer true
   *[other] true until { $until-point }; no longer true
}{ $now ->
    [none] { $then ->
        [none] { "" }
       *[other] . { $from ->
            [none] Then
           *[other] From { $from-point }
        }{ $then_until ->
            [none] { "" }
           *[other] { " " }(until { $then_until-point })
        }: { $then }
    }
   *[other] . { $then ->
        [none] { $from ->
            [none] Since then
           *[other] Since { $from-point }
        }
       *[other] Now
    }: { $now } ({ $now-by })
}{ $written ->
    [held] . It was true when this was written
   *[other] { "" }
}
    .label = true { $held }
    .help = { $suggest ->
        [none] say when it was true
       *[other] add a date (“{ $suggest }”)
    }{ $now ->
        [none] { "" }
       *[other] , or say what is true now
    }

premature = { $said ->
    [ended] this cannot have ended: it begins only { $begins-when }
   *[other] not true until { $begins-point }
}: { $claim } ({ $claim-by })
    .label = begins { $begins-when }
    .help = { $announced ->
        [none] say when it begins ({ $begins-when }), or leave it out until then
       *[other] say that it was announced { $announced-when } and begins { $begins-when }
    }

not-yet = { $said ->
    [agrees] matches our records: not true yet
    [ended] this cannot have ended, because it has not begun
   *[holds] { $not_before ->
        [none] not true yet
       *[other] not true yet, and not before { $not_before }
    }
}: { $claim } ({ $claim-by })
    .label = not yet true{ $confirmed ->
        [none] { "" }
       *[other] { " " }as of { $confirmed }
    }
    .help = say that it is planned, or leave it out; if it has begun, give `{ $claim-id }` its start and a source

may-have-begun = may have begun{ $not_before ->
    [none] { "" }
   *[other] { " " }since { $not_before }
}: when last confirmed by { $claim-by }, it had not
    .label = { $confirmed ->
        [none] not confirmed
       *[other] not confirmed since { $confirmed-point }
    }
    .help = check whether it has begun; then give `{ $claim-id }` its start, or a newer source if it has not

misdated = the date is wrong: our records say { $how ->
    [happened] it happened { $claim-valid }
    [open] it has been true { $claim-valid }
    [ended] it was true { $claim-valid }
   *[coming] { $claim-valid }
}: { $claim } ({ $claim-by })
    .label = our records say { $claim-valid }
    .help = { $suggest ->
        [none] give the date in our records
       *[other] write “{ $suggest }”
    }; if the draft is right, correct the claim `{ $claim-id }`

contradicted = { $how ->
    [excluded] our records say otherwise
   *[opposite] contradicts our records
}: { $claim } { $claim-valid } ({ $claim-by })
    .label = { $how ->
        [excluded] cannot both be true
       *[opposite] our records say the opposite
    }
    .help = write what our records say; if the draft is right, correct the claim `{ $claim-id }`

named-otherwise = our records name { $holder }: { $claim } { $claim-valid } ({ $claim-by }); “{ $name }” is not in our records
    .label = our records name { $holder }
    .help = write what our records say; if the draft is right, correct the claim `{ $claim-id }` and record “{ $name }”, also where it is another name of { $holder }

disputed = our records contradict each other: { $claim } ({ $claim-by }){ $against ->
    [none] { "" }
   *[other] , but { $against } ({ $against-by })
}
    .label = which of the two is right?
    .help = find out which claim is right and correct the other (`erstwhile check` shows both); until then, write who says so

presumed = may have changed: last confirmed by { $claim-by }
    .label = { $confirmed ->
        [none] not confirmed lately
       *[other] not confirmed since { $confirmed-point }
    }
    .help = check whether this is still true; then add a newer source to `{ $claim-id }`, or add a date to the sentence

unsourced-match = { $circular ->
    [none] the matching claim has no source: { $claim }
    [itself] the only source for this is the draft itself: { $claim }
   *[derived] the only source for this, { $source }, is based on the draft itself: { $claim }
}
    .label = { $circular ->
        [none] no source in our records
       *[other] no other source in our records
    }
    .help = find { $circular ->
        [none] a source
       *[other] another source
    } and cite it in `{ $claim-id }`, or write in the sentence who says so

unknown = not in our records
    .label = no matching claim
    .help = look it up; if it matters, add a claim with its dates and its source

unjudged = not judged: { $reason }
    .label = not judged
    .help = `erstwhile read` shows how it was understood; say it more plainly, or add a phrasing to the relation

unclear = { $why ->
    [possible] this says what is possible or planned, not what is true
    [date] the date is not understood, or counts from the draft's own date, which is missing
   *[unclear] it is not clear whether or when this is meant to be true
}

misattributed = our records do not list { $source } for this claim{ $claim-source ->
    [none] , nor any other source
   *[other] , but { $claim-by }
}
    .label = not listed for this claim
    .help = cite a source that says this; if this one does, add `{ $source-id }` to the sources of `{ $claim-id }` (it is listed for { $other })

uncited = no source given
    .label = no link, note or source nearby
    .help = link to the source or name it{ $claim-source ->
        [none] { "" }
       *[other] : { $claim-cite }
    }

stale-date = gives the state as of { $date-point }, more than { $limit } before { $as_of }
    .label = may have changed since
    .help = check what is true now, and give a newer date

vague-time = gives no date, and is soon out of date
    .label = when?
    .help = give the date instead

self-contradiction = { $says ->
    [asserts] says what another sentence denies
   *[denies] denies what another sentence says
}: “{ $subject ->
    [none] …
   *[other] { $subject }
} { $relation-label }{ $far ->
    [nothing] { "" }
   *[side] { " " }{ $object ->
        [none] …
       *[other] { $object }
    }
}”
    .label = cannot be true together with the other sentence
    .help = say when the earlier one was true, or remove one of the two

undated-draft = this draft has no date of its own, so it was judged as of { $day }
    .label = no `date:` in front matter
    .help = put `date: 2025-01-21` into its front matter, or name a day with `--as-of`

malformed-head = { $reason }
    .label = not read
    .help = correct the front matter; the text below it was checked all the same

malformed-allow = { $reason }
    .label = not read
    .help = `<!-- erstwhile-ignore CODE(CLAIM): reason until=DATE -->` applies to the next block, `erstwhile-ignore-begin …` to everything until `erstwhile-ignore-end`, `erstwhile-ignore-file …` to the whole draft; claim and date are optional

unused-allow = { $of ->
    [claim] `{ $claim }` accepts `{ $code }`
   *[draft] this draft accepts `{ $code }`{ $claim ->
        [none] { "" }
       *[other] { " " }about `{ $claim }`
    }
}{ $until ->
    [none] , but there is no such finding here
   *[other] { " " }only until { $until-point }, which has passed
}
    .label = the reason: “{ $reason }”
    .help = remove it, or renew it with the reason that holds now

unknown-code = this draft accepts `{ $code }`, which is not a code
    .label = no such code
    .help = { $near ->
        [none] `erstwhile rules` lists all codes and rules
       *[other] did you mean `{ $near }`?
    }

unknown-claim = this draft accepts a finding about `{ $claim }`, but no claim has that id
    .label = not in our records
    .help = name a claim by the id that the finding shows

unused-baseline = the baseline lists `{ $code }` in { $path }, but there is no such finding any more
    .label = fixed
    .help = remove the line, or run the command again with `--prune-baseline`

## Readings: what `read` says, and what of a draft cannot be read

why-pattern = “{ $words }” says so
why-denial = “{ $words }” { $how ->
    [ended] says that it is no longer true
   *[denies] denies it
}
why-modality = “{ $words }” makes it { $modality ->
    [reported] a report
    [quoted] a quotation
    [possible] something possible or planned
   *[forecast] a forecast
}
why-time = “{ $words }” says when
unread-no-pattern = it has no words for a relation
unread-no-words = it names both ends of { $claim }, but has no words for { $relation }
unread-scattered = it has words for { $relation }, but not in a construction that says it
unread-pattern = “{ $words }” may mean { $relation }, but { $reason ->
    [subject] no name fits as its subject
    [object] no name fits as its object
    [wrong-kind] these names are not of the kind that it takes
    [other-role] a word beside it makes it a different role
    [amount] no amount in the right unit is given
    [date] the date is not in our records
    [construction] nothing connects it to its subject and object
    [question] this is a question
    [supposition] this is imagined or somebody’s belief
    [condition] this is a condition
   *[command] this is an instruction
}
flaw-head = { $reason ->
    [unclosed] the front matter is not closed: a line with `{ $written }` is missing
    [quote] a quotation mark in the front matter is not closed
    [date] `{ $written }` is not a date: write it like 2025-01-21
    [TOML] this line of the front matter is not valid TOML
   *[YAML] this line of the front matter is not valid YAML
}
flaw-allow = { $reason ->
    [unknown-name] `{ $written }` is unknown: use `erstwhile-ignore`, `erstwhile-ignore-begin`, `erstwhile-ignore-end` or `erstwhile-ignore-file`
    [empty] this says neither what is accepted nor why: write `CODE: REASON`
    [no-reason] this gives no reason, so nothing is accepted: write `CODE: REASON`
    [placeholder] this gives no reason, so nothing is accepted: write it in place of `WHY`
    [claim] `{ $written }` should be a code and a claim in brackets: `CODE(CLAIM)`
    [no-code] this names no code, so nothing is accepted: write `CODE: REASON`
    [several-codes] `{ $written }` should be one code, or several separated by commas
    [until-not-last] `until=DATE` must be the last word, so nothing is accepted
    [until-date] `{ $written }` is not a date, so nothing is accepted: { $error }
    [nothing-follows] no text follows this comment
    [closes-nothing] this closes nothing: there is no `erstwhile-ignore-begin` before it
   *[unclosed] this is never closed, so nothing is accepted: `<!-- erstwhile-ignore-end -->` is missing
}
read-head = { $path }: { $date ->
    [none] no date
   *[other] dated { $date }{ $from ->
        [none] {""}
        [path] {" "}by its path
       *[other] {" "}by `{ $from }`
    }
}, { $language ->
    [none] language unknown
   *[other] language `{ $language }`
}, judged as of { $day }
words-none = No words to add. `erstwhile read` shows the sentences that were not understood.
words-of = { $relation-id }: { $relation-label }
words-found = { $count ->
    [one] 1 sentence
   *[other] { $count-grouped } sentences
}: { $words }
words-advice = Add a line to the relation in `rules/` if its words say the relation, and not something else of the same two; several entries go into one list. `erstwhile read` then shows how the sentences are understood.
read-nothing = No sentence names anything in our records.
read-unread = not understood: { $why } (names { $names })
read-cites = cites { $written }: { $sources ->
    [none] not in our records
   *[other] { $sources }
}
read-asserts = { $verdict ->
    [supported] supported
    [presumed] presumed
    [outdated] outdated
    [premature] premature
    [misdated] misdated
    [contradicted] contradicted
    [disputed] disputed
    [unsourced] unsourced
    [unclear] unclear
   *[unknown] unknown
}: { $said }
read-how = { $modality ->
    [reported] said by others
    [quoted] quoted
    [possible] said to be possible or planned
    [forecast] stated as a forecast
   *[stated] stated as a fact
}, { $time ->
    [within] about { $from }
    [between] about the time from { $from } until { $until }
    [since] about the time since { $from }
    [until] about the time until { $until }
    [present] about the present
    [past] about the past
   *[unplaced] about a date that cannot be placed
}{ $confidence ->
    [low] { "; " }low confidence
    [medium] { "; " }medium confidence
   *[high] { "" }
}{ $unrecorded ->
    [none] { "" }
   *[other] { "; " }“{ $unrecorded }” is not in our records
}{ $unclear ->
    [none] { "" }
    [possible] { "; " }what is only possible or planned is not judged
    [date] { "; " }it cannot be told which time is meant
   *[other] { "; " }it is not clear whether or when this is meant to be true
}{ $record ->
    [none] { "" }
   *[other] { "; " }our records: `{ $record-id }`, { $record-valid }
}
read-because = because { $reasons }

## Report: what is outdated

listed-taken-over = { $newer } took over { $newer-start } ({ $newer-by })
listed-both-open = both are still open, and their dates do not say which one took over
listed-ended = ended { $end-when }{ $next ->
    [nothing] ; our records do not say what came next
   *[replaced] { "" }
}
listed-ends = ends { $end-when }{ $perhaps ->
    [over] , so it may have ended already
   *[none] { "" }
}
    .help = check whether it ends then, and record what comes next
listed-stale = last confirmed { $confirmed-when } ({ $claim-by }){ $recheck ->
    [none] { "" }
   *[other] ; recheck { $recheck-every }
}
listed-awaited = not true yet{ $confirmed ->
    [none] { "" }
   *[other] { " " }when last confirmed { $confirmed-when } ({ $claim-by })
}{ $not_before ->
    [none] { "" }
   *[other] ; may have begun since { $not_before }
}{ $recheck ->
    [none] { "" }
   *[other] ; recheck { $recheck-every }
}
listed-realised = still pending, but { $newer } says that it began { $newer-start } ({ $newer-by })
listed-may-begin = not true yet; may begin from { $not_before } on
    .help = check whether it begins then, and record its start
listed-due = last confirmed { $confirmed-when } ({ $claim-by }); recheck { $recheck-every }
    .help = check whether this is still true: add a newer source, or end the claim
listed-unsourced = { $sources ->
    [0] { $disputed ->
        [yes] no source supports it: those cited dispute it
       *[no] no source
    }
    [one] only one source
   *[other] only { $sources } sources
}
listed-excluded = { $how ->
    [certain] cannot both be true, but both are known to hold
   *[possible] cannot both be true if both held
}{ $from ->
    [none] { "" }
   *[other] { $to ->
        [none] { " " }from { $from } on
       *[other] { " " }between { $from } and { $to }
    }
}

report-title = Outdated claims as of { $day }
report-as-of = as of { $day }
report-heading = Outdated claims
report-known-by = Using sources published by { $day }.
report-checked = { $claims ->
    [one] 1 claim checked
   *[other] { $claims-grouped } claims checked
}; { $listed ->
    [0] none is outdated.
    [one] 1 is listed here.
   *[other] { $listed-grouped } are listed here.
}
report-drafts = { $read ->
    [one] 1 draft read
   *[other] { $read } drafts read
}{ $other ->
    [0] .
    [one] ; `erstwhile lint` reports 1 more finding in it.
   *[other] ; `erstwhile lint` reports { $other } more findings in them.
}
report-compared = Compared with { $since }, using sources published by { $known }.
report-incomplete = Not everything could be read or used, so there may be more than is listed here.
report-nothing = Nothing is outdated, and nothing is coming up.

report-change = Change now
report-change-about = { $sentences ->
    [one] 1 sentence in your drafts says what is no longer true.
   *[other] { $sentences } sentences in your drafts say what is no longer true.
}
report-attention = Needs attention
report-check = Probably outdated in drafts
report-check-about = { $sentences ->
    [one] 1 sentence probably says what is no longer true; its reading is not certain.
   *[other] { $sentences } sentences probably say what is no longer true; their reading is not certain.
}
report-superseded = Superseded, still open
report-superseded-about = A newer claim has taken over, but this one is still open.
report-stale = Not confirmed recently
report-stale-about = Presumed to be still true, but last confirmed too long ago.
report-stale-todo = Check whether each is still true: add a newer source, or end the claim.
report-expiring = Coming up
report-expiring-about = Ends, or is due for a recheck, within { $within }: by { $until }.
report-unsourced = No source
report-unsourced-about = Has no source, or too few.
report-unsourced-todo = Add the source that says so: `sources: ["…"]`.
report-contradiction = Contradictions
report-contradiction-about = Another claim says what cannot be true at the same time.
report-ended = { $drafts ->
    [none] Ended
   *[read] Ended, in no draft
}
report-ended-about = { $drafts ->
    [none] True once, no longer true. No drafts were read: name them with `--drafts`.
   *[read] True once, no longer true. No draft says so, so there is nothing to do.
}
report-ended-list = To list these claims: `--ended`.
report-some-listed = { $listed } of { $total }
report-left-out = { $count ->
    [one] 1 more entry is left out;
   *[other] { $count-grouped } more entries are left out, the longest overdue of each section being listed;
} `--limit 0` lists all.
report-some-possible = { $count }: { $certain } certain, { $possible } possible
report-section-word = { $section ->
    [superseded] superseded
    [stale] not confirmed recently
    [expiring] coming up
    [unsourced] without a source
    [contradiction] contradicted
   *[ended] ended
}

report-label-write = To do
report-label-says = Our record
report-label-held = Was true
report-label-valid = Valid
report-label-overdue = Overdue
report-label-when = When
report-label-ended = Ended
report-label-since = Since
report-label-why = Why
report-label-perhaps = Perhaps
report-label-replaced = Replaced by
report-label-followed = Followed by
report-label-continued = Continued by
report-label-now = True now
report-label-against = Against
report-label-earlier = Earlier
report-label-todo = To do
report-label-in-draft = In draft
report-label-where = Record
report-label-new = New

report-distance = { $how ->
    [today] today
    [ahead] in { $length }, { $date }
    [ago] { $date-when }, { $length } ago
    [over] since { $date }, { $length }
   *[since] { $date }, { $length } ago
}
report-held = { $period } ({ $by }{ $end ->
    [unsourced] ; no source for the end
   *[sourced] { "" }
})
report-unsourced-end = no source for the end
report-mention = { $statement } ({ $period }; { $by }{ $end ->
    [unsourced] ; no source for the end
   *[sourced] { "" }
}) `{ $id }`
report-undated = undated
report-draft = { $place }: “{ $sentence }” ({ $state ->
    [in-order] still true today
   *[other] { $state }
})
report-in-order = still true today
report-above = { $count ->
    [one] 1 sentence, under “{ $under }”
   *[other] { $count } sentences, under “{ $under }”
}

report-change-count = { $then } { $when }{ $new ->
    [0] { "" }
   *[other] ; { $new } new
}{ $gone ->
    [0] { "" }
   *[other] ; { $gone } gone
}{ $moved ->
    [same] ; the same
   *[moved] { "" }
}
report-came = since { $since }{ $before ->
    [none] { "" }
   *[other] ; then { $before }
}
report-gone = Gone since { $since } ({ $count })
report-went = was { $was }{ $since ->
    [none] { "" }
   *[other] , { $since }
}; { $now ->
    [none] no longer listed
    [under] now listed under a later version
   *[other] now { $now }
}

report-skip = Skip to the list
report-sections = Sections
report-filter = Filter the list
report-search = Search
report-search-in = Words, ids, sources, files
report-filter-section = Section
report-filter-about = About
report-filter-all = All
report-filter-drafts = In drafts
report-filter-new = New
report-clear = Clear
report-keys = `/` searches, `Esc` clears
report-shown = %shown of %all entries
report-shown-all = %all entries
report-link-over-time = { $name ->
    [none] Over time
   *[other] { $name } over time
}
report-says = according to { $who }
report-kind = { $kind ->
    [primary] primary source
   *[secondary] secondary source
}
report-since = Since { $since }
report-since-about = Entries in each section then and now.
report-then = Then
report-gone-count = Gone
report-new-count = New
report-now-count = Now
report-same = no change
report-was = was { $then }
report-over-time = Over time
report-over-time-about = What is listed, by what it is about, with what replaced it or contradicts it.
report-no-subject = About no entity
report-figure = { $listed ->
    [one] 1 listed claim
   *[other] { $listed } listed claims
}{ $others ->
    [0] { "" }
    [one] { " " }and 1 other
   *[other] { " " }and { $others } others
}{ $part ->
    [none] { "" }
   *[other] , { $part }
}
report-figure-part = { $from } to { $to }
report-drawing = Bars over an axis of dates, one for each claim of the list beside it, which says the same in words.
report-replaced-by = replaced by “{ $statement }”
report-legend = What the signs mean
report-sign-known = known to be true
report-sign-presumed = presumed: not confirmed since
report-sign-perhaps = perhaps: its dates are not exact
report-sign-happened = happened
report-sign-arrow = replaced by
report-colour-bad = superseded, contradicted
report-colour-doubtful = ended, not confirmed recently
report-colour-soon = coming up
report-colour-plain = without a source; over and not listed
report-colour-good = still true, not listed
report-made-by = Made by `erstwhile report` { $version }, looking ahead to { $until }. This page loads nothing from the web.

## Files: what is wrong with them (may be left out in other languages)

unreadable-file = this file cannot be read: { $reason }
    .label = here
    .help = nothing in this file is checked

unparsable-file = this file cannot be parsed: { $reason }
    .label = here
    .help = fix the brackets, commas or quotation marks here; until then nothing in this file is checked

unknown-list = unknown list `{ $list }`
    .label = ignored
    .help = { $near ->
        [none] the lists are `entities`, `sources`, `claims`, `relations`, `rules` and `languages`
       *[other] did you mean `{ $near }`?
    }
shipped-list = the list `{ $list }` of this file differs from the one in this program, which reads only its own
    .label = not read
    .help = in the source of `erstwhile`, build the program again; elsewhere, remove this file, and put words of your own under `words` in a record of `relations`
record-unparsable = { $record } cannot be parsed: { $reason }
    .label = ignored
    .help = write { $record } as `(id: "…", …)`, with commas between fields and between records
unknown-field = { $record } has no field `{ $field }`
    .label = ignored
    .help = { $near ->
        [none] the fields of { $record } are { $known }
       *[other] did you mean `{ $near }`?
    }
field-unparsable = `{ $field }` of { $record } cannot be parsed: { $reason }
    .label = ignored
    .help = { $curly ->
        [one] use straight quotation marks ("…"), not curly ones
       *[other] { $near ->
            [none] { $known ->
                [none] { "" }
               *[other] known words here: { $known }
            }
           *[other] did you mean `{ $near }`?
        }
    }
field-twice = `{ $field }` is given twice in { $record }
    .label = ignored
    .help = keep one of them

id-missing = { $record } has no `id`
    .label = this record is ignored
    .help = add one: `id: "…"`
id-invalid = the id of { $record } must not be blank or contain control characters
    .label = not a valid id
duplicate-id = { $count ->
    [2] two
   *[other] { $count }
} { $records } have the id `{ $id }`
    .label = second
    .help = rename or remove one of them; until then the first is used
first-with-id = first
ambiguous-alias = `{ $alias }` is a name of both `{ $one }` and `{ $two }`
    .label = also called `{ $alias }`
    .help = drafts that use this name cannot be judged; keep it for one of them, or make it longer
other-with-alias = the other entity

date-invalid = `{ $field }: "{ $written }"` of `{ $owner }` is not a date{ $reason ->
    [none] { "" }
   *[other] : { $reason }
}
    .label = { $reason ->
        [none] not a date
       *[other] { $reason }
    }
    .help = { $suggestion ->
        [none] write dates as 2025, 2025-01 or 2025-01-21, and periods as 2023/2025-01 or 2023/.. (still open)
       *[other] write `{ $suggestion }`
    }
present-invalid = `as_of: "{ $written }"` of the configuration is not { $is_date ->
    [one] a single day
   *[other] `today`, `published` or a day
}
    .label = not a day
    .help = write "today", "published" or a day such as "2025-01-21"
length-invalid = `{ $field }: "{ $written }"` of `{ $owner }` is not a length of time: { $reason }
    .label = { $reason }
    .help = write lengths as 90d, 6w, 18m or 2y
tolerance-invalid = the tolerance of `{ $relation }` is { $tolerance }, but it must be between 0 and 1
    .label = not between 0 and 1
    .help = write a fraction: 0.05 means 5 percent
value-invalid = the value of `{ $claim }` cannot be parsed: { $reason }
    .label = { $reason }
wrong-far-side = `{ $claim }` gives { $given ->
    [entity] an entity
    [value] a value
   *[other] `{ $written }` ({ $reason })
} where the relation `{ $relation }` takes { $takes ->
    [entity] an entity, as `object`
    [amount] an amount, as in `value: "10 billion USD"`
    [date] a date, as in `value: "2023-01"`
    [nothing] nothing but a subject
    [entity_and_amount] an entity as `object`, with or without an amount as `value`
    [entity_and_date] an entity as `object`, with or without a date as `value`
    [entity_and_text] an entity as `object`, with or without text as `value`
   *[other] text, as in `value: "…"`
}
    .label = expected { $takes ->
        [entity] an entity, as `object`
        [amount] an amount, as in `value: "10 billion USD"`
        [date] a date, as in `value: "2023-01"`
        [nothing] neither `object` nor `value`
        [entity_and_amount] an entity, as `object`, and perhaps an amount
        [entity_and_date] an entity, as `object`, and perhaps a date
        [entity_and_text] an entity, as `object`, and perhaps text
       *[other] text, as in `value: "…"`
    }
    .help = { $given ->
        [entity] leave out `object`, or use a relation that takes one: `stake-in` takes an entity with an amount
        [value] leave out `value`, or use a relation that takes one: `stake-in` takes an entity with an amount
       *[other] write it as the relation takes it
    }
phrasing-invalid = the phrasing “{ $phrasing }” of `{ $owner }` cannot be parsed: { $reason }
    .label = { $reason }
    .help = write words, (one|another), [optional], … (a few words), { "{subject}" }, { "{object}" }, { "{value}" }, & (in any order) and !word (not in the clause)
path-pattern-invalid = `{ $pattern }` is not a path pattern: { $reason }
    .label = ignored
    .help = write patterns as in .gitignore: `archive/`, `*.txt`, `content/**/old-*`

citation-without-source = a citation of `{ $claim }` names no source
    .label = ignored
    .help = name the source: `(source: "…", quote: "…")`
allow-incomplete = an `allow` of `{ $claim }` has no `{ $missing }`, so it accepts nothing
    .label = no { $missing }
    .help = name the code and give a reason: `(code: "unsourced", reason: "…")`
kind-missing = the rule `{ $rule }` has no `kind`
    .label = this rule is ignored
    .help = add one, such as `kind: single_value(per: subject)`; `erstwhile rules` lists them
rule-invalid = the rule `{ $rule }` is not valid: { $reason }
    .label = this rule is ignored
unknown-law = the rule `{ $rule }` names an unknown law `{ $law }`
    .label = this rule is ignored
    .help = { $near ->
        [none] the laws are { $known }
       *[other] did you mean `{ $near }`?
    }
language-without-code = a language pack has no `code`
    .label = this record is ignored
    .help = add the code of its language: `code: "en"`
month-count = the language pack `{ $language }` names { $count ->
    [one] one month
   *[other] { $count } months
}
    .label = expected twelve
trigger-without-category = a trigger of the language pack `{ $language }` has no `category`
    .label = this trigger is ignored
    .help = the categories are { $known }
override-without-paths = this override names no paths, so it applies to no file
    .label = no paths
    .help = name the paths: `(paths: ["archive/"], as_of: "published")`

unknown-entity = no entity has the id `{ $id }`{ $count ->
    [one] { "" }
   *[other] ; it is used { $count } times, here first
}
    .label = not in our records
    .help = { $near ->
        [none] add it
       *[other] did you mean `{ $near }`? Or add it
    }: `entities: [(id: "{ $id }", name: "…")]`
unknown-source = no source has the id `{ $id }`{ $count ->
    [one] { "" }
   *[other] ; it is used { $count } times, here first
}
    .label = not in our records
    .help = { $near ->
        [none] add it
       *[other] did you mean `{ $near }`? Or add it
    }: `sources: [(id: "{ $id }", title: "…", published: "…")]`
unknown-shipped = no shipped relation has the id or the Wikidata property `{ $id }`
    .label = not shipped
    .help = { $near ->
        [none] `erstwhile rules` lists the shipped relations
       *[other] did you mean `{ $near }`?
    }
narrower-circle = { $more ->
    [0] the relation `{ $relation }` is narrower than itself
    [one] the relation `{ $relation }` and another one are narrower than each other
   *[other] the relation `{ $relation }` and { $more } more are narrower than each other in a circle
}
    .label = part of the circle
    .help = keep `narrower_than` where one relation implies the other, and remove it where it leads back; until then none of the links of the circle counts
unknown-relation = no relation has the id `{ $id }`{ $count ->
    [one] { "" }
   *[other] ; it is used { $count } times, here first
}
    .label = not in our records
    .help = { $near ->
        [none] declare it
       *[other] did you mean `{ $near }`? Or declare it
    } in `rules/`, { $like ->
        [none] with a label, from which the words in drafts are made: `relations: [(id: "{ $id }", label: "{ $relation_label }"{ $takes ->
            [none] { "" }
           *[other] , takes: { $takes }
        })]`{ $takes ->
            [nothing] { "" }
           *[other] ; add `{ $takes ->
                [amount] functional
                [date] functional
               *[other] exclusive
            }: true` if only one can be so at a time
        }
       *[other] with the laws and words of the shipped `{ $like }`: `relations: [(id: "{ $id }", like: "{ $like }")]`
    }
unknown-link = `{ $claim }` { $link } `{ $to }`, but no claim has that id
    .label = not in our records
    .help = { $near ->
        [none] add that claim, or remove the reference
       *[other] did you mean `{ $near }`?
    }
not-a-code = { $used_by ->
    [claim] `{ $claim }` accepts
    [select] the configuration selects
    [ignore] the configuration ignores
   *[severities] the configuration gives a severity to
} `{ $code }`, which is not a code
    .label = no such code
    .help = { $near ->
        [none] `erstwhile rules` lists all codes and rules
       *[other] did you mean `{ $near }`?
    }

json-unparsable = this line is not valid JSON: { $reason }
    .label = this record is ignored
json-not-object = this line is not a JSON object
    .label = this record is ignored
    .help = write one claim a line: { "{" }"id": "…", "subject": "…"{ "}" }
json-escape = this text has an escape sequence that is not valid
    .label = this record is ignored
member-twice = `{ $field }` is given twice
    .label = this record is ignored
    .help = keep one of them
member-type = `{ $field }` must be { $expected ->
    [flag] true or false
    [sources] a list of source ids
    [stance] "supports" or "disputes"
   *[text] text
}
    .label = this record is ignored
    .help = { $number ->
        [none] { $expected ->
            [sources] write ["one", "two"]
           *[other] { "" }
        }
       *[other] put it in quotation marks: "{ $number }"
    }
member-without-source = this citation names no source
    .label = this record is ignored
    .help = name it: { "{" }"source": "…"{ "}" }
unknown-column = { $name ->
    [none] this column has no name
   *[other] { $owner ->
        [header] claims have no column `{ $name }`
        [citation] citations have no field `{ $name }`
       *[record] claims have no field `{ $name }`
    }
}
    .label = ignored
    .help = { $elsewhere ->
        [one] tables cannot have `{ $name }`; write this claim in a RON file
       *[other] { $near ->
            [none] { $owner ->
                [header] the columns of claims are { $known }
                [citation] the fields of citations are { $known }
               *[record] the fields of claims are { $known }
            }
           *[other] did you mean `{ $near }`?
        }
    }

row-without-id = this record has no `id`
    .label = this record is ignored
row-has-both = this record has both `{ $one }` and `{ $other }`; keep one of them
    .label = this record is ignored
row-control = the `{ $field }` of this record contains a control character, such as a line break
    .label = this record is ignored
column-twice = there are two columns `{ $column }`; only the first is used
    .label = this column is ignored
no-id-column = the header has no column `id`
    .label = this table is ignored
    .help = the first line names the columns: id, subject, relation, object, from, until, sources
no-rows = this table has a header and no records
    .label = nothing below this line
    .help = write one claim in each line below the header, or remove the file
empty-table = this table is empty
    .label = no records
    .help = export it again, or remove the file
quote-open = this quotation mark is never closed
    .label = this row is ignored
    .help = write a quotation mark inside a quoted cell twice: ""
quote-tail = there is text after the closing quotation mark of this cell
    .label = this row is ignored
    .help = write a quotation mark inside a quoted cell twice: ""
cell-count = this row has { $count ->
    [one] one cell
   *[other] { $count } cells
}, but the header has { $columns }
    .label = this row is ignored
    .help = put a cell that contains “{ $delimiter }” in quotation marks

## Other places

place-record = `{ $claim-id }`: { $claim-valid } ({ $claim-by })
place-claim = `{ $claim-id }`
place-source = `{ $source-id }`
place-origin = all go back to `{ $source-id }`
place-undated = `{ $source-id }` has no `published`
place-beginning = { $entity } began
place-end = { $entity } ended
place-other-sentence = the other sentence
place-cited-by = `{ $claim-id }` cites it
evidence-claim = `{ $claim-id }`: { $claim }, { $claim-valid }
evidence-source = `{ $source-id }`: { $source-title }{ $publisher ->
    [none] { "" }
   *[other] , { $publisher }
}{ $published ->
    [none] { "" }
   *[other] , { $published }
}

## Records: what `show` says

show-head = { $what ->
    [claim] claim
    [entity] entity
    [source] source
   *[relation] relation
} { $id }, { $place ->
    [none] named only in a table
   *[other] { $place }
}
show-line = { $said } ({ $valid }; { $claim-by }) [{ $claim-id }]
show-listed = { $valid }{ $state ->
    [corrected] , corrected
    [replaced] , replaced
   *[none] { "" }
} [{ $claim-id }]
show-denied = not true: { $said }
show-says = Says
show-valid = True
show-as-of = As of
show-sources = Sources
show-undated = undated
show-source-kind = { $kind ->
    [primary] primary
   *[secondary] secondary
}
show-disputes = disputes it: { $title }
show-not-published = not published by then, so it does not count
show-confirms = confirms it for { $date }
show-unreadable-dates = its dates cannot be read
show-period = { $valid }{ $announced ->
    [none] { "" }
   *[other] ; announced { $announced-when }
}
show-day = { $day }{ $known_by ->
    [none] { "" }
   *[other] , using sources published by { $known_by }
}
show-before-and-after = Before and after
show-supersedes = Supersedes
show-superseded-by = Superseded by
show-follows = Follows
show-followed-by = Followed by
show-continues = Continues
show-continued-by = Continued by
show-corrects = Corrects
show-corrected-by = Corrected by
show-repeats = Repeats
show-repeated-by = Repeated by
show-not-begun = not yet begun
show-contradicted-by = What contradicts it
show-findings = Other findings
show-accepted = Accepted
show-acceptance = { $code }{ $until ->
    [none] { "" }
   *[other] , until { $until-point }
}: { $reason }
show-note = Note
show-also = Also
show-part-of = Part of
show-parts = Parts
show-claims = { $count ->
    [0] No claims
    [one] 1 claim, as of { $day }
   *[other] { $count-grouped } claims, as of { $day }
}
show-publisher = Publisher
show-published = Published
show-kind = Kind
show-address = Address
show-derived-from = Derived from
show-source-of = Source of
show-origin = Origin
show-laws = Laws
show-no-laws = none
show-standing = { $state ->
    [corrected] never true: { $other }
    [unusable] unknown: its dates cannot be used
    [unpublished] not known yet: no source for it had been published
    [to-come] still to come: { $valid }
    [happened] happened { $valid }{ $ago ->
        [none] { "" }
       *[other] , { $ago } ago
    }
    [happens] happens { $valid }
    [replaced] replaced { $date-when }: { $other }
    [ended] no longer true; ended { $date-when }{ $ago ->
        [none] { "" }
       *[other] , { $ago } ago
    }
    [begins] not yet true; begins { $date-when }
    [true] true
    [perhaps] perhaps true: its dates leave it open
    [undated] last confirmed { $date-when }, { $ago } ago; it has no dates
    [unconfirmed] unknown: it has no dates, and no dated source confirms it
    [replaced-plan] pending, and replaced: { $other }
    [not-before] not true yet; begins on { $date } at the earliest
    [may-have-begun] perhaps true: it may have begun since { $date }
    [not-yet] presumed not true yet: last confirmed { $date-when }{ $ago ->
        [none] { "" }
       *[other] , { $ago } ago
    }
    [not-yet-stale] presumed not true yet: last confirmed { $date-when }, { $ago } ago, which is too long
    [not-yet-unconfirmed] presumed not true yet, though no dated source confirms it
    [presumed-begun] presumed to have begun; its start is not recorded
    [stale] presumed still true: last confirmed { $date-when }, { $ago } ago, which is too long
    [presumed] presumed still true: last confirmed { $date-when }, { $ago } ago
   *[presumed-unconfirmed] presumed still true, though no dated source confirms it
}
sign-known = known
sign-presumed = presumed
sign-perhaps = perhaps
sign-happened = happened
sign-day = as of { $day }

## Annotated draft

annotated-page = { $name }: annotated
annotated-pages = { $count ->
    [one] 1 annotated draft
   *[other] { $count } annotated drafts
}
annotated-skip = Skip to the text
annotated-drafts = Drafts
annotated-date = { $date ->
    [none] undated
   *[other] dated { $date }
}
annotated-judged = Judged as of { $day }{ $known ->
    [none] { "" }
   *[other] , using sources published by { $known }
}.
annotated-unread = None of it could be read.
annotated-coverage = { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
}, { $naming ->
    [0] none of which names anything in our records
    [one] 1 names something in our records, { $judged } judged
   *[other] { $naming } name something in our records, { $judged } judged
}{ $attention ->
    [0] . Nothing needs attention.
    [one] . 1 sentence needs attention.
   *[other] . { $attention } sentences need attention.
}
annotated-legend = What the signs mean
annotated-marks = A marked sentence has its note beside or below it, under the same number; the words that decided are underlined. A sentence without a mark was not judged.
annotated-title = { $of ->
    [contradicted] Contradicts our records
    [outdated] Outdated
    [misdated] Wrong date
    [premature] Not true yet
    [disputed] Our records disagree
    [presumed] May have changed
    [unsourced] No source in our records
    [unclear] Not judged
    [unknown] Not in our records
    [supported] Supported
    [misattributed] Doubtful source
    [uncited] No source given
    [self-contradiction] Contradicts another sentence
    [stale-date] Old date
    [vague-time] No date
    [malformed-head] Front matter
    [undated-draft] Undated draft
    [malformed-allow] Comment not understood
    [unused-allow] Comment not needed
    [unreadable-file] Cannot be read
    [unparsable-file] Cannot be read
   *[other] Problem
}
annotated-probably = { $title } (probably)
annotated-probably-about = The words do not say for certain that this is meant. { $meaning }
annotated-meaning = { $of ->
    [contradicted] Our records say otherwise.
    [outdated] It was true once, and was no longer true at the time the sentence speaks of.
    [misdated] It is true or happened, but not on the date given.
    [premature] It begins later.
    [disputed] Our records contradict each other here.
    [presumed] Our records say so, but it was last confirmed too long ago.
    [unsourced] Our records say so, but without a source that counts.
    [unclear] It was understood in part, or says only what is possible or planned.
    [unknown] It was understood, but our records say nothing about it.
    [supported] Our records say the same for the time the sentence speaks of.
    [misattributed] The source given is not one that our records list for this.
    [uncited] No link, note or source nearby.
    [self-contradiction] Another sentence of the draft says the opposite.
    [stale-date] It gives the state as of a date that is long past.
    [vague-time] It uses a word such as “recently” instead of a date.
    [malformed-head] Something in the front matter cannot be read.
    [undated-draft] It was to be judged by its own date and gives none.
    [malformed-allow] A comment that accepts a problem cannot be read.
    [unused-allow] A comment accepts a problem that is not there, or has run out.
   *[other] The draft or a file it was judged by needs a correction.
}
annotated-note = Note { $number }: { $titles }
annotated-back = Back to sentence { $number }
annotated-left-out = { $why ->
    [accepted] accepted in the draft
   *[unlisted] not in this report
}
annotated-line = { $claim } ({ $claim-valid })
annotated-accepted = Accepted because: { $reason }
annotated-todo = What to do:
annotated-see = See { $what } (note { $number })
annotated-more = Records, sources, reading
annotated-record = { $part ->
    [after] What came next:
    [against] Against it:
    [same] Our records on this:
   *[decided] Our records:
}
annotated-no-source = No source in our records.
annotated-more-sources = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
annotated-also = Other claims that say the same: { $claims }
annotated-read = Read as:
annotated-foot = Made by erstwhile { $version } from the draft and a collection of dated claims. A sentence without a mark was not judged.
annotated-keys = Keys: `n` and `p` go to the next and the previous sentence that needs attention, `N` and `P` to every marked sentence, `Enter` to its note and back.

## The claim base against itself: what `reconcile` proposes

repair-title = What to change so that the claims agree
repair-skip = Skip to what to do
repair-edits = Edits to the files
repair-day = As of { $day }.
repair-incomplete = Not all of this is certain: something could not be read or used, or a repair is not proven to be the best.
repair-drop-heading = Drop ({ $count })
repair-close-heading = Close ({ $count })
repair-open-heading = Not settled ({ $count })
repair-possible-heading = Possible contradictions, not repaired ({ $count })
repair-claim = { $claim } ({ $claim-valid })
repair-end = ended
repair-stays = stays
repair-why = why
repair-law = law
repair-where = where
repair-rival = { $claim } ({ $claim-valid }){ $more ->
    [0] {""}
    [one] {" "}and 1 more
   *[other] {" "}and { $more } more
}
repair-reason = { $by ->
    [rank] the claim that stays is marked as preferred
    [correction] the claim that stays corrects or supersedes another
    [first-hand] the claim that stays has a primary source
    [origins] more independent sources support the claim that stays
    [newer] the claim that stays was confirmed later
    [precision] the claim that stays has more precise dates
    [agreement] the sources of the claim that stays agree more often with others
    [close] its end is not recorded, and this is when the next one began
   *[fewest] so that as few claims as possible are dropped
}
repair-preference = { $by ->
    [rank] preferred claims
    [correction] corrections
    [first-hand] primary sources
    [origins] more independent sources
    [newer] later confirmation
    [precision] more precise dates
    [agreement] sources that agree with others
   *[fewest] as few changes as possible
}
repair-either = { $repairs ->
    [none] Several repairs are as good. They differ in { $count ->
        [one] 1 claim
       *[other] { $count } claims
    }:
    [one] One repair is best, but not where to close:
   *[other] { $repairs } repairs are as good. They differ in { $count ->
        [one] 1 claim
       *[other] { $count } claims
    }:
}
repair-unproven = { $claims } claims: the best repair found drops { $drops }. That none drops fewer than { $least } is proven; the search stopped at its limit (--effort).
repair-undecided = A best repair was found, but for { $count ->
    [one] 1 claim
   *[other] { $count } claims
} it is not known whether another one is as good:
repair-decide = What would decide it: a source, `preferred: true`, `corrects`, or more precise dates.
repair-more = and { $count } more (all with --output-format json)
repair-possible = { $one } and { $two }
repair-too-large = { $count } claims exclude each other in too many ways to repair. Look at their relation and dates first.
repair-counts = { $contradictions ->
    [0] No certain contradictions.
    [one] 1 contradiction:
   *[other] { $contradictions } contradictions in { $clusters ->
        [one] 1 cluster
       *[other] { $clusters } clusters
    }:
}{ $contradictions ->
    [0] {""}
   *[other] {" "}{ $drops ->
        [one] 1 claim to drop
       *[other] { $drops } claims to drop
    }, { $open ->
        [0] nothing left open
        [one] 1 cluster not settled
       *[other] { $open } clusters not settled
    }.
}{ $closes ->
    [0] {""}
    [one] {" "}1 claim to close.
   *[other] {" "}{ $closes } claims to close.
}
repair-sources = How often sources agree with others ({ $settled ->
    [yes] settled after
   *[no] not settled after
} { $rounds } rounds)
repair-source = { $source }: { $percent } %, { $count ->
    [one] 1 statement
   *[other] { $count } statements
}, { $excluded } contradicted
repair-accepted = { $count ->
    [one] 1 contradiction is accepted by `allow` and left as it is.
   *[other] { $count } contradictions are accepted by `allow` and left as they are.
}
repair-order = Order of preference: { $order }.

## Reports against each other: what `reconcile` says of them

# `record` is a claim that says the same, for languages in which relations may lack a label.
point-said = { $manner ->
    [reported] it appears that { "" }
    [possible] { $relation-possible-so }
    [possible-that] it is possible that { "" }
    [planned] { $relation-planned-so }
    [planned-that] it is planned or expected that { "" }
   *[stated] { "" }
}{ $polarity ->
    [denies] { $tense ->
        [past] { $relation-was-not-so }
        [since] { $relation-has-not-so }
       *[present] { $relation-not-so }
    }
   *[asserts] { "" }
}{ $subject ->
    [none] { $subject_name ->
        [none] something
       *[other] { $subject_name }
    }
   *[other] { $subject }
} { $polarity ->
    [denies] { $tense ->
        [past] { $relation-was-not }
        [since] { $relation-has-not }
       *[present] { $relation-not }
    }
    [ended] { $time ->
        [since] { $relation-was }
       *[none] { $relation-no-longer }
    }
   *[asserts] { $tense ->
        [past] { $relation-was }
        [since] { $relation-has }
       *[present] { $manner ->
            [possible] { $relation-possible }
            [planned] { $relation-planned }
           *[stated] { $relation-plain }
        }
    }
}{ $far ->
    [nothing] { "" }
   *[side] { $object ->
        [none] { $object_name ->
            [none] { $value ->
                [none] { $time ->
                    [value] { " " }{ $relation-says-when ->
                        [yes] { $from-when }
                       *[no] { $from }
                    }
                   *[other] { $relation-says-when ->
                        [yes] { "" }
                       *[no] { " " }…
                    }
                }
               *[other] { " " }{ $value }
            }
           *[other] { " " }{ $object_name }{ $value ->
                [none] { "" }
               *[other] { " " }({ $value })
            }
        }
       *[other] { " " }{ $object }{ $value ->
            [none] { "" }
           *[other] { " " }({ $value })
        }
    }
}{ $time ->
    [on] { " " }{ $from-when }
    [since] { " " }{ $polarity ->
        [ended] until
       *[asserts] since
    } { $from-point }
    [until] { " " }until { $until-point }
    [between] { " " }from { $from-point } until { $until-point }
   *[none] { "" }
}{ $record ->
    [none] { "" }
   *[other] { "" }
}
date-preposition = on
not-so = it is not true that { "" }
possible-so = it is possible that { "" }
planned-so = it is planned or expected that { "" }

# The first word of a relation's label, or `-` for what has no such form or is made by its ending: ending=form, * for the rest.
verb-past = { $verb ->
    [is] was
    [are] were
    [has] had
    [runs] ran
    [holds] held
    [leads] led
    [makes] made
    [costs] cost
    [takes] took
    [gives] gave
    [gets] got
    [keeps] kept
    [builds] built
    [sells] sold
    [buys] bought
    [pays] paid
    [says] said
    [writes] wrote
    [drives] drove
    [flies] flew
    [grows] grew
    [knows] knew
    [shows] showed
    [wins] won
    [loses] lost
    [meets] met
    [sits] sat
    [stands] stood
    [sets] set
    [puts] put
    [cuts] cut
    [lets] let
    [begins] began
    [becomes] became
    [comes] came
    [goes] went
    [does] did
    [feeds] fed
    [teaches] taught
    [thinks] thought
    [brings] brought
    [lends] lent
    [spends] spent
    [sends] sent
    [speaks] spoke
    [breaks] broke
    [chooses] chose
    [draws] drew
    [wears] wore
    [bears] bore
    [rides] rode
    [sings] sang
    [swims] swam
    [finds] found
    [binds] bound
    [tells] told
    [sees] saw
    [lies] lay
    [rises] rose
    [forbids] forbade
    [oversees] oversaw
    [undertakes] undertook
    [plans] planned
    [stops] stopped
    [controls] controlled
    [permits] permitted
    [refers] referred
    [quits] quit
    [spreads] spread
    [may] could
    [can] could
    [was] was
    [were] were
   *[other] -
}
verb-past-endings = ies=*ied; es=*ed; s=*ed
verb-since = { $verb ->
    [is] has been
    [are] have been
    [has] has had
    [runs] has run
    [holds] has held
    [leads] has led
    [makes] has made
    [costs] has cost
    [takes] has taken
    [gives] has given
    [gets] has got
    [keeps] has kept
    [builds] has built
    [sells] has sold
    [buys] has bought
    [pays] has paid
    [says] has said
    [writes] has written
    [drives] has driven
    [flies] has flown
    [grows] has grown
    [knows] has known
    [shows] has shown
    [wins] has won
    [loses] has lost
    [meets] has met
    [sits] has sat
    [stands] has stood
    [sets] has set
    [puts] has put
    [cuts] has cut
    [lets] has let
    [begins] has begun
    [becomes] has become
    [comes] has come
    [goes] has gone
    [does] has done
    [feeds] has fed
    [teaches] has taught
    [thinks] has thought
    [brings] has brought
    [lends] has lent
    [spends] has spent
    [sends] has sent
    [speaks] has spoken
    [breaks] has broken
    [chooses] has chosen
    [draws] has drawn
    [wears] has worn
    [bears] has borne
    [rides] has ridden
    [sings] has sung
    [swims] has swum
    [finds] has found
    [binds] has bound
    [tells] has told
    [sees] has seen
    [lies] has lain
    [rises] has risen
    [forbids] has forbidden
    [oversees] has overseen
    [undertakes] has undertaken
    [plans] has planned
    [stops] has stopped
    [controls] has controlled
    [permits] has permitted
    [refers] has referred
    [quits] has quit
    [spreads] has spread
   *[other] -
}
verb-since-endings = ies=has *ied; es=has *ed; s=has *ed; ed=has *ed
verb-not = { $verb ->
    [is] is not
    [are] are not
    [was] was not
    [were] were not
    [may] may not
    [can] cannot
    [has] does not have
   *[other] -
}
verb-not-endings = -
verb-was-not = { $verb ->
    [is] was not
    [are] were not
    [was] was not
    [were] were not
    [has] did not have
   *[other] -
}
verb-was-not-endings = -
verb-has-not = { $verb ->
    [is] has not been
    [are] have not been
    [has] has not had
   *[other] -
}
verb-has-not-endings = -
verb-once = { $verb ->
   *[other] -
}
verb-once-endings = -
verb-no-longer = { $verb ->
    [is] is no longer
    [are] are no longer
    [was] was no longer
    [were] were no longer
    [may] may no longer
    [can] can no longer
   *[other] -
}
verb-no-longer-endings = s=no longer *s

# The verb as it stands after "may" and "to".
verb-plain = { $verb ->
    [is] be
    [are] be
    [was] be
    [were] be
    [has] have
    [have] have
    [does] do
    [goes] go
    [won] win
    [wrote] write
    [built] build
    [paid] pay
    [laid] lay
    [took] take
    [bought] buy
    [sold] sell
    [made] make
    [led] lead
    [died] die
    [sued] sue
    [agreed] agree
    [studied] study
    [opened] open
    [reopened] reopen
    [killed] kill
    [succeeded] succeed
    [designed] design
    [signed] sign
    [passed] pass
    [joined] join
    [launched] launch
    [published] publish
    [extended] extend
    [ended] end
    [started] start
    [invested] invest
    [invented] invent
    [directed] direct
    [founded] found
    [appointed] appoint
   *[other] -
}
verb-plain-endings = rged=*rge; ired=*ire; oved=*ove; eived=*eive; osed=*ose; nced=*nce; ated=*ate; uced=*uce; ies=*y; sses=*ss; shes=*sh; ches=*ch; xes=*x; s=*
verb-possible = may { $plain }
verb-planned = is to { $plain }

account-until = until { $until-point }{ $claim-lead }{ $claim-was } ({ $claim-by })
account-too = { $tense ->
    [past] { $claim-was }
    [since] { $claim-has }
   *[present] { $claim-is }
} ({ $claim-by })
account-and = { " and " }
account-true = { $claim-held }{ $tense ->
    [past] { $claim-was }
    [since] { $claim-has }
   *[present] { $claim-is }
} ({ $claim-by })
account-then = after that{ $until ->
    [none] { $claim-lead }{ $claim-is }
   *[other] , until { $until-point }{ $claim-lead }{ $claim-was }
} ({ $claim-by })
account-since = { $from ->
    [none] since then
   *[other] since { $from-point }
}{ $claim-lead }{ $claim-has } ({ $claim-by })
account-reported = according to { $report }{ $date ->
    [none] { "" }
   *[other] { " " }({ $date })
}, { $said }{ $cites ->
    [none] { "" }
   *[other] { " " }({ $cites })
}
account-reported-too = { $said }{ $cites ->
    [none] { "" }
   *[other] { " " }({ $cites })
}
account-otherwise = but according to { $report }{ $date ->
    [none] { "" }
   *[other] { " " }({ $date })
}, { $said }{ $cites ->
    [none] { "" }
   *[other] { " " }({ $cites })
}

decided-records = { $what ->
    [ended] by our records, this was true only until { $until ->
        [none] a past day
       *[other] { $until-point }
    }: { $claim } ({ $claim-by })
    [early] by our records, this is true only { $claim-valid }: { $claim } ({ $claim-by })
    [wrong] our records contradict { $report }: { $claim } { $claim-valid } ({ $claim-by })
   *[right] our records support { $report }: { $claim } { $claim-valid } ({ $claim-by })
}
decided-next = by our records, { $report } says what came after: { $claim } { $claim-valid } ({ $claim-by })
decided-dates = { $report } is of { $date }, { $other } of { $later }: each speaks of its own time
decided-times = they speak of different times
decided-tense = { $says ->
    [ended] { $report } says that it has ended; { $other } speaks of the time before
    [possible] { $report } speaks of what is possible or planned, { $other } of what is true
   *[past] { $report } speaks of the past, { $other } of the present
}
decided-source = { $why ->
    [corrects] { $report } corrects what { $other } says
    [cites] { $report } cites a source ({ $source }), { $other } none
    [states] { $report } says so itself, { $other } only what it has heard
    [first-hand] { $report } cites a first-hand source ({ $source }), { $other } none
    [newer] { $report } cites a newer source ({ $source }) than { $other }
   *[later] { $report } is newer ({ $date }) than { $other }
}
decided-narrower = { $report } is more specific: { $relation } implies { $wider }
decided-finer = { $what ->
    [date] { $report } says more exactly when
    [amount] { $report } says more exactly how much
    [sure] { $report } says that it is so, where the other says that it may be
   *[more] { $report } names more than the other
}
decided-together = { $report } says something else, which goes with this: { $said }
decided-part = { $report } speaks of { $part }, { $other } of { $whole }
decided-relation = { $report } speaks of { $relation }, { $other } of { $wider }; both can be true
decided-other = they speak of different things, which do not exclude each other
decided-law = both cannot be true: { $report } says that { $said }, { $other } that { $differs }
decided-open = { $needs ->
    [dates] the dates of the reports would decide (`--date FILE=DAY`), or a claim in our records
   *[source] a source that one of them cites would decide, or a claim in our records
}

reconcile-title = { $count ->
    [one] One report
   *[other] { $count } reports
} compared
reconcile-kind = { $kind ->
    [agree] agree
    [more] one says more
    [time] differ by time
    [scope] differ by scope
    [source] differ by source
    [conflict] conflict
   *[single] only one report
}
reconcile-entry = { $bearing ->
    [implies] says what this follows from
    [after] says what came after
    [beside] says something similar
    [compatible] says what goes with this
    [mentions] only supposes it
   *[direct] { $polarity ->
        [denies] denies it
        [ended] says that it has ended
       *[asserts] says so
    }
}{ $sure ->
    [no] , perhaps
   *[yes] { "" }
}{ $modality ->
    [reported] , as what others say
    [quoted] , in a quotation
    [forecast] , as a forecast
    [possible] , as possible or planned
   *[stated] { "" }
}{ $verdict ->
    [none] { "" }
   *[other] ; { $verdict }
}
reconcile-verdict = { $then ->
    [supported] true when it was published{ $now ->
        [outdated] , outdated now
        [contradicted] , not now
       *[other] { "" }
    }
   *[other] { $now ->
        [outdated] outdated
        [contradicted] contradicts our records
        [premature] not true yet
        [misdated] wrong date
        [disputed] our records disagree
        [supported] matches our records
        [presumed] may have changed
        [unsourced] no source in our records
       *[other] not in our records
    }
}
reconcile-cites = cites { $sources }
reconcile-account = { $of ->
    [single] What is known
    [conflict] What they say
    [source] Better supported
   *[all] True of all
}
reconcile-why = Why
reconcile-records = Records
reconcile-change = To change in { $report }
reconcile-undated = undated
reconcile-dated = { $date }
reconcile-nothing = The reports have nothing in common{ $understood ->
    [0] : nothing was understood in any of them
   *[other] { "" }
}.
reconcile-unread = { $report }: { $judged } of { $sentences ->
    [one] 1 sentence
   *[other] { $sentences } sentences
} understood
reconcile-summary = { $points ->
    [one] 1 point
   *[other] { $points } points
} in { $reports } reports as of { $day }: { $kinds }.
reconcile-count = { $kind ->
    [agree] { $count ->
        [one] 1 agrees
       *[other] { $count } agree
    }
    [more] { $count ->
        [one] 1 where one says more
       *[other] { $count } where one says more
    }
    [time] { $count ->
        [one] 1 differs by time
       *[other] { $count } differ by time
    }
    [scope] { $count ->
        [one] 1 differs by scope
       *[other] { $count } differ by scope
    }
    [source] { $count ->
        [one] 1 differs by source
       *[other] { $count } differ by source
    }
    [conflict] { $count ->
        [one] 1 conflict
       *[other] { $count } conflicts
    }
   *[single] { $count } in one report only
}

reconcile-skip = Skip to the points
reconcile-points = The points
reconcile-point = Point
reconcile-sides = Side by side
reconcile-matrix = Who says what
reconcile-line = line
reconcile-to-point = to point { $number }
reconcile-more = The sentence
reconcile-account-whole = What is true of all, to copy
reconcile-copy = Copy
reconcile-foot = Made by erstwhile { $version } from the reports and a collection of dated claims.
reconcile-keys = Keys: `n` and `p` go to the next and the previous point that several reports speak of.

## Words of others

verbatim = { $message }
    .label = { $label }
    .help = { $help }
