# The council of mentors: proposed pairs and what it thinks of them.

council-look = See the pairs
council-say = Say what you think
council-back = All pairs
council-nobody = There is nobody in the council of mentors yet. Appoint its members on the mentors’ cards.
council-sent-already = This matching is with the council already.
council-over = The council on this matching is over. Thank you for looking in!
council-asked =
    <b>Council of mentors: { $organisation }</b>
    The curator asks you to look at who is to work with whom, and to say what you think. The pairs are not announced yet: please tell nobody.
council-head = <b>Proposed pairs: { $organisation }</b>
council-line = { $number }. { $mentee } → { $mentor }
council-card = <b>{ $mentee }</b>
    Mentor: { $mentor ->
        [none] none yet
       *[other] { $mentor }
    }
council-commented = { $who } of the council has commented on the proposal for { $mentee }.
council-thanks = Thank you! The curator will see your words at this pair.
