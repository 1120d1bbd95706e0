# Letters of thanks, diplomas, a mentor's certificate, the board of honour, a text for the site.

award-paper-letter = Letter of thanks
award-paper-diploma = Diploma
award-paper-letter-verb = our thanks go to
award-paper-diploma-verb = is awarded to
award-paper-thank-you = We thank you
award-paper-for-mentor = for raising and supporting the mentor { $declined ->
    [yes] { $name }
   *[no] { $name }
}
award-paper-for-raising = for their upbringing and support
award-paper-parents-of = { $declined ->
    [yes] the parents of the mentor { $name }
   *[no] the parents of the mentor { $name }
}
award-paper-for-mentee = for taking an active part in the mentoring programme
award-paper-for-mentoring = for mentoring: experience, attention and support given generously
award-paper-year = in the school year { $first }/{ $last }
award-paper-head = Head
award-paper-number = No. { $number } of { $day }

award-paper-merit = { $quoted ->
    [yes] { $title }
   *[no] “{ $title }”
}, { $day }: { $place ->
    [0] nomination “{ $nomination }”
   *[other] place { $place }{ $nomination ->
        [none] {""}
       *[other] , nomination “{ $nomination }”
    }
}
merit-paper-place = { $place ->
    [1] First place
    [2] Second place
    [3] Third place
   *[other] Place { $place }
}
merit-paper-nomination = nomination “{ $nomination }”
merit-paper-day = { $day }

certificate-paper-title = Mentor’s certificate
certificate-paper-verb = This confirms the work as a mentor of
certificate-paper-was = who led these mentorships:
certificate-paper-sum = In all: { $count } { $count ->
    [one] mentorship
   *[other] mentorships
}, { $meetings } { $meetings ->
    [one] meeting
   *[other] meetings
}, { $hours } h
certificate-line = { $number }. { $several ->
    [yes] Group
   *[no] Pair
} “{ $form }”, from { $begun }{ $ended ->
    [none] {" "}until now
   *[other] {" "}to { $ended }
}: { $meetings } { $meetings ->
    [one] meeting
   *[other] meetings
}, { $hours } h{ $order ->
    [none] {""}
   *[other] {" "}(order No. { $order } of { $day })
}
certificate-paper-day = Issued on { $day }

board-paper-title = Board of honour
board-paper-year = School year { $first }/{ $last }

site-title = Mentoring: { $organisation }, school year { $first }/{ $last }
site-people = This school year { $pairs ->
    [one] { $pairs } mentoring pair or group is
   *[other] { $pairs } mentoring pairs and groups are
} at work here: { $mentors } { $mentors ->
    [one] mentor
   *[other] mentors
} and { $mentees } { $mentees ->
    [one] mentee
   *[other] mentees
}.
site-meetings = They have met { $meetings ->
    [one] once
   *[other] { $meetings } times
}{ $hours ->
    [0] {""}
    [one] : { $hours } hour of common work
   *[other] : { $hours } hours of common work
}.
site-completed = { $pairs } { $pairs ->
    [one] mentorship has
   *[other] mentorships have
} come to the end as it was meant.
site-satisfaction = Participants are satisfied with mentoring: { $mean } of 10.
site-event = On { $day } we held { $quoted ->
    [yes] { $title }
   *[no] “{ $title }”
}.
site-winner = { $name }: { award-paper-merit }
site-thanked = Letters of thanks and diplomas went to { $people } { $people ->
    [one] person.
   *[other] people.
}
site-best = Our board of honour:
site-name = { $name } — { $awards }
site-end = Thanks to everybody who shares experience and dares to learn something new!
