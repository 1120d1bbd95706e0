# A place in an organisation: request, time, pause, leaving and coming back.

place-head = <b>{ $name }</b>
    { $organisation } — { registration-role }
place-state = { $state ->
    [applied] The application waits.
    [approved] Takes part.
    [refused] The application was refused.
    [listed] Put down, no consent yet.
   *[left] Takes part no more.
}
place-none = not given
place-time = { $weekday ->
    [d1] Mon
    [d2] Tue
    [d3] Wed
    [d4] Thu
    [d5] Fri
    [d6] Sat
   *[d7] Sun
} { $part ->
    [m] morning
    [d] day
   *[e] evening
}
place-back = To the place
place-over = { $name }: this place is over already, or has not begun. Open the card again.

place-areas = Areas
place-areas-head = { $role ->
    [mentor] <b>{ $name }</b>: what can they help with? Tick one or several.
   *[other] <b>{ $name }</b>: what is help needed with? Tick one or several.
}
place-area-last = One area has to stay at least. Tick another one first.
place-request = Request
place-request-done = The new request is noted. The rest stays as it was.
place-times = Free time
place-times-head = <b>{ $name }</b>: when is there time? Morning is before 12, day before 17, evening later.
place-capacity = How many mentees
place-capacity-head = <b>{ $name }</b>: how many mentees at once? Now: { $mentees }.
place-capacity-usual = As usual ({ $number })
place-languages = Languages
place-languages-head = <b>{ $name }</b>: which languages are comfortable to work in?
place-language-last = One language has to stay at least. Tick another one first.
place-offices = Council and experts
place-offices-head = <b>{ $name }</b>: appoint to what? The council discusses pairs, experts answer calls for help. They will be told.
place-council = Council of mentors
place-expert = Expert
place-appointed = { $event ->
    [council_appointed] You have been invited to the council of mentors: { $organisation }. The curator will ask your opinion of pairs.
    [council_released] You are in the council of mentors no more: { $organisation }. Thank you for your help!
    [expert_appointed] You are an expert now: { $organisation }. Calls for help will be passed on to you.
   *[expert_released] You are an expert no more: { $organisation }. Thank you for your help!
}

place-pause = Pause
place-pause-reason = Reason: { $reason }
place-paused-done = ⏸ { $name }: a pause, back on { $until }. There will be a reminder that day.
place-paused-you = ⏸ { $organisation }: your part is on a pause, back on { $until }. Planned meetings stay.
place-paused-told = ⏸ { $name } ({ registration-role }): a pause, back on { $until }. No new pairs meanwhile, planned meetings stay.
place-resume = End the pause
place-resumed-you = { $organisation }: the pause is over, you take part again.
place-resumed-told = { $name } ({ registration-role }): the pause ended early, pairs can be proposed.
place-not-paused = { $name }: there is no pause any more. Open the card again.

place-leave = Takes part no more
place-leave-own = Stop taking part
place-leave-ask = Does <b>{ $name }</b> take part no more ({ $organisation }, { registration-role })? Reminders will stop. They can come back any day.
place-leave-ask-own = Stop taking part ({ $organisation }, { registration-role })? There will be no more reminders. To come back, you apply to the curator again.
place-leave-pairs = ⚠️ Open pairs ({ $count }): { $pairs }. They will have to be ended or handed over to another mentor.
place-leave-pairs-own = ⚠️ There are open pairs ({ $count }): { $pairs }. The curator will be told and decides what comes next.
place-leave-yes = Yes, no more
place-leave-yes-own = Yes, stop
place-left-done = { $name } takes part no more. { $count ->
    [0] There are no open pairs.
   *[other] Pairs left to end or to hand over: { $count }.
}
place-left-own = You take part no more: { $organisation }. Thank you for having been with us! If you change your mind, press “To the place”.
place-left-you = { $organisation }: it is recorded that you take part no more. If this is a mistake, press “To the place”.
place-left-told = { $name } ({ registration-role }) takes part no more: { $organisation }.{ $count ->
    [0] {""}
   *[other] {" "}Open pairs ({ $count }): { $pairs }. End them or hand them over to another mentor.
}
place-pairs = To the list of pairs
place-pair = Pair: { $names }
place-return = Take back in
place-back-you = { $organisation }: you take part again. Welcome back!
place-no-consent = { $name }: there are no valid consents to data processing and taking part. They come first.
place-no-guardian = The consent to taking part was withdrawn and is needed again first. A guardian gives it: the child’s card in the bot has “Take part again”.
    .child = The adult who answers for you has stopped it. Only they can bring you back: they open the bot and press “Take part again”.
place-not-left = { $name } takes part again already, or has applied. Open the card again.
