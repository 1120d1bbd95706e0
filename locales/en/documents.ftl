# Documents of organisations: the register, review of programmes and roadmaps, who has what.

home-documents-open = Documents
documents-where = Whose documents shall be opened?
documents-head = <b>Documents: { $organisation }</b>
    { $count ->
        [0] Nothing here yet. Add the implementing order, the programme, the roadmap, agreements with partners.
       *[other] Press a number to open one.
    }
documents-line = { $number }. { documents-kind-name } “{ $title }” — { $state ->
    [kept] in the register
    [sent] being reviewed
    [approved] ✅ approved
    [returned] ↩️ to be worked over
    [over] no longer valid
   *[archived] in the archive
}{ $until ->
    [none] { "" }
   *[other] {", ⏳ until "}{ $until }
}
documents-kind-name = { $kind ->
    [order] Order
    [regulation] Regulation
    [programme] Programme
    [roadmap] Roadmap
    [appointment] Curator’s appointment
    [agreement] Agreement
   *[other] Document
}
documents-add = Add a document
documents-back = To the documents
documents-open = Open the document
documents-register = Open the documents
documents-link = Open the link
documents-file = Get the file
documents-file-caption = { documents-kind-name } “{ $title }”
documents-card = <b>{ documents-kind-name } “{ $title }”</b>
    { $organisation }{ $number ->
        [none] { "" }
       *[other] {", No. "}{ $number }
    }{ $dated ->
        [none] { "" }
       *[other] {" of "}{ $dated }
    }{ $until ->
        [none] { "" }
       *[other] {". Valid until "}{ $until }
    }{ $partner ->
        [none] { "" }
       *[other] {". Partner: "}{ $partner }
    }
documents-card-state = { $state ->
    [kept] In the register.
    [sent] ⏳ With the coordinator for review since { $day }.
    [approved] ✅ Reviewed and approved { $day }{ $name ->
        [none] { "" }
       *[other] {", "}{ $name }
    }.
    [returned] ↩️ Returned to be worked over { $day }{ $name ->
        [none] { "" }
       *[other] {", "}{ $name }
    }.
   *[archived] In the archive: no longer in force.
}
documents-card-review = To be worked over: { $review }
documents-card-added = Added { $day }{ $name ->
    [none] { "" }
   *[other] {", "}{ $name }
}.
documents-step-edit = Correct
documents-step-send = Send for review
documents-step-approve = Approve
documents-step-return = Return
documents-step-archive = To the archive
documents-step-restore = Out of the archive
documents-kept = Noted: “{ $title }”.
documents-returned = Returned: “{ $title }”, { $organisation }. The curator and the head will hear of it.
documents-stale = Something has been done about “{ $title }” already: { $state ->
    [kept] it is in the register now
    [sent] the coordinator is reviewing it now
    [approved] it was approved
    [returned] it was returned to be worked over
   *[archived] it is in the archive
}. Open it anew.
documents-told-sent = { $organisation }: { documents-kind-name } “{ $title }” waits for your review.
documents-told-reviewed = { documents-kind-name } “{ $title }”: { $state ->
    [approved] the coordinator has reviewed and approved it ✅
   *[returned] the coordinator has returned it. To be worked over: { $review }
}


# For the coordinator: who has what
documents-coverage = <b>Documents of organisations</b>
    How many organisations have them. A number shows who has none.
documents-coverage-line = { $number }. { documents-cover-name }: <b>{ $have } of { $total }</b>{ $kinds ->
    [none] { "" }
   *[other] {" ("}{ $kinds }{")"}
}
documents-coverage-kind = { $kind ->
    [school] schools
    [preschool] preschools
    [supplementary] supplementary education
    [college] colleges
   *[enterprise] enterprises
} { $have } of { $total }
documents-cover-name = { $what ->
    [programme] Programme worked out
    [approved] Programme approved
    [order] Implementing order
    [roadmap] Roadmap
    [appointment] Curator’s appointment
   *[curator] Curator in the bot
}
documents-review = To review ({ $count })
documents-organisations = All organisations
documents-to-coverage = Who has what
documents-missing = <b>{ documents-cover-name }</b>
    { $count ->
        [0] Everybody has it.
        [one] { $count } organisation has none yet:
       *[other] { $count } organisations have none yet:
    }
documents-missing-line = { $number }. { $organisation }{ $asked ->
    [yes] {" — reminded this week"}
   *[no] { "" }
}
documents-ask = Remind them
documents-missing-back = To the list
documents-asked-toast = { $count ->
    [0] Nobody new to remind
   *[other] Reminded
}
documents-asked-done = { $count ->
    [0] No new reminders were sent.
    [one] { $count } organisation was reminded.
   *[other] { $count } organisations were reminded.
}{ $already ->
    [0] { "" }
   *[other] {" "}Reminded this week already: { $already }.
}{ $names ->
    [none] { "" }
   *[other] {" "}Nobody to write to, call them: { $names }{ $rest ->
        [0] { "" }
       *[other] {" and "}{ $rest } more
    }.
}
documents-asked = <b>{ $organisation }</b>: the coordinator asks you to add to the documents what is not there yet.
documents-lacks = • { $what ->
    [programme] the programme of mentoring
    [approved] approval of the programme: send it for review
    [order] the implementing order
    [roadmap] the roadmap
    [appointment] the order that appoints the curator
   *[curator] a curator: invite them to the bot
}
documents-to-review = { $count ->
    [0] Everything is reviewed: nothing waits.
   *[other] <b>Waiting for your review</b>
}
documents-to-review-line = { $number }. { documents-kind-name } — { $organisation }, since { $day }
