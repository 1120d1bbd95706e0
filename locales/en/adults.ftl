# Adults beside a pair or group: who answers for it, and the consultants.
home-pairs-beside = { $duty ->
    [responsible] Where I am responsible
   *[consultant] Where I am consulted
}
adults-mine-head = <b>Pairs and groups that you help</b>
    Here are their people, meetings, plan and tasks.
adults-mine-line = { $number }. { $mentors } → { $mentees } · { $form }, { $duty ->
    [responsible] you are responsible
   *[consultant] you are the consultant
}
adults-mine-none = At the moment you are responsible for no pair and consult nobody.
adults-button = Adults beside
adults-add = Add
adults-remove = Remove
adults-remove-which = Whom shall we remove? Press the number.
adults-head =
    <b>Adults beside</b>
    { $mentors } → { $mentees }
adults-none = Nobody yet. The responsible adult watches over it for the organisation, a consultant gives advice.
adults-line = { $n }. { $duty ->
    [responsible] Responsible adult
   *[consultant] { $speciality ->
        [subject-teacher] Subject teacher
        [psychologist] Psychologist
        [social-pedagogue] Social pedagogue
       *[other] Consultant
    }
}: { $name }
adults-added = Added: { $name }, { $duty ->
    [responsible] responsible adult
   *[consultant] consultant
}. The name will stand in the order.
adults-told = { $duty ->
    [responsible] <b>You answer for a mentorship</b>
   *[consultant] <b>You are a consultant of a mentorship</b>
}
    { $mentors } → { $mentees }, { $form }
    Term: { $starts } — { $ends }
    Questions go to the curator: { $curator }
adults-told-removed = { $duty ->
    [responsible] You do not answer for this mentorship any more
   *[consultant] You are no consultant of this mentorship any more
}: { $mentors } → { $mentees }. Thank you for your help! Questions go to the curator: { $curator }
adults-is-party = This person is in this pair or group. Choose somebody else.
adults-already = This person is here already. Choose somebody else.
adults-many = There may be { $most } adults at most. Remove somebody and add again.
adults-gone = This person has been removed already. Open the list again from the card: /pairs
