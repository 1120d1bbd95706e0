# Awards, criteria, the board of honour, the certificate, the text for the site: what the chat shows.

home-board-open = Board of honour
municipality-door-awards = Awards
certificate-door = Mentor’s certificate
site-door = Text for the site

awards-head = <b>Awards of this school year</b>{ $organisation ->
    [none] {""}
   *[other] : { $organisation }
}
awards-line = { $number }. { $award } — { $kind ->
    [contest] who may enter
    [nomination] who may be proposed
   *[other] given: { $count }
}
awards-none = The programme names no awards.
awards-criteria = What earns them
awards-criteria-head = <b>What earns an award</b>
    Counted by school year; all of it must hold.
awards-name = <b>{ $award }</b>
awards-for = { $side ->
    [mentor] For mentors
    [mentee] For mentees
   *[both] For mentors and mentees
}
awards-want-meetings = at least { $count } { $count ->
    [one] meeting
   *[other] meetings
}
awards-want-completed = mentorships completed: at least { $count }
awards-want-feedback = mean mark of meetings at least { $count } of 5
awards-want-years = at least { $count } { $count ->
    [one] year
   *[other] years
} of mentoring
awards-want-practices = practices published: at least { $count }
awards-suited = Meet everything: { $n }
awards-person = { $number }. { $name }{ $given ->
    [none] {""}
   *[other] {" "}(given, No. { $given })
}:{" "}
awards-ground = { $measure ->
    [meetings] { $have } of { $want } meetings
    [completed] { $have } of { $want } completed
    [feedback] mark { $have }, { $want } wanted (of { $count })
    [unrated] no marks of meetings yet ({ $want } wanted)
    [years] { $have } of { $want } years
   *[practices] { $have } of { $want } practices
}{ $met ->
    [no] , { $lacks } short
   *[other] {""}
}
awards-nobody = { $only ->
    [suited] Nobody meets all criteria yet.
    [nearly] Nobody so far.
   *[given] Not given to anybody yet.
}
awards-only-suited = Earned it
awards-only-nearly = Nearly
awards-only-given = Given
awards-back = Back to awards

award-list = Back to the list
award-candidate = <b>{ $name }</b>
    { $award }
award-verdict = { $met ->
    [yes] All criteria are met.
   *[no] Not everything is met. You may give it with a reason.
}
award-give = Give it
award-give-anyway = Give with a reason
award-all = Give to all: { $count }
award-all-ask = Give “{ $award }” as of today to everybody who has earned it ({ $count })? Each of them gets a message.
award-all-yes = Yes, give it
award-given = Done: { $name }.{ $heard ->
    [yes] {" "}The message goes out by day.
   *[no] {" "}There is nobody to write to in the bot: please say it in person.
}
award-given-all = Given: { $count }
award-open = Open the award
thanks-file-pdf = PDF
thanks-file-docx = Word document
thanks-file-txt = Text file
award-to-board = To the board
award-off-board = Off the board
award-revoke = Take back
award-revoke-ask = Take the award back? { $name } leaves the board, and the paper can’t be downloaded any more.
award-keep = Keep it
award-card = <b>{ $award }</b>
    { $name }, No. { $number } of { $day }
award-card-grounds = Grounds: { $grounds }
award-card-words =
    Reason:
    <blockquote expandable>{ $words }</blockquote>
award-card-revoked = Taken back on { $day }.
award-card-board = On the board of honour; the name is seen while there is a consent to publishing.
award-paper-caption = { $name }: ready for print
award-told-person = 🎉 You were given: { $award }. Thank you for your work and your care for people!
award-told-parents = 🎉 { $award }: thank you for a child who helps others!
award-told-shown = 🎉 { $award }: you are among the best! Your name is shown if there is a consent to publishing.

award-given-already = This award was given already, No. { $number }.
award-missed-meanwhile = The numbers have changed: not every criterion is met. Open the person from the list again.
award-nobody-left = There is nobody left to give it to: the list has changed.
award-overtaken = Somebody has changed this award already. Open it again.

board-head = <b>Board of honour</b>, school year { $first }/{ $last }
board-line = ⭐ { $name } — { $awards }
board-none = Nobody is here yet. Whoever got an award and consents to publishing comes here.
board-picture = As a picture
board-caption = Board of honour
board-where = The awards of which organisation?
certificate-head = <b>Mentor’s certificate</b>: { $name }
certificate-caption = { $name }: mentor’s certificate
site-caption = Text for the site
