# Bases of mentees and mentors: when looked through, what has long stood unchanged.

base-where = Whose bases to open?
base-head = <b>Bases: { $organisation }</b>
base-size = { $role ->
    [mentor] <b>Mentors</b>: { $count }
   *[mentee] <b>Mentees</b>: { $count }
}
base-never = Not looked through yet.
base-reviewed = Looked through on { $day }{ $by ->
    [none] {""}
   *[other] , { $by }
}
base-waits = ⏳ The programme has the base refreshed by { $last }. Unchanged since the term began: { $count }.
base-review = { $role ->
    [mentor] Mentors reviewed
   *[mentee] Mentees reviewed
}
base-old = { $role ->
    [mentor] Mentors long unchanged
   *[mentee] Mentees long unchanged
}
base-reviewed-toast = Noted: looked through today
base-old-head = <b>{ $role ->
    [mentor] Mentors
   *[mentee] Mentees
}</b> ({ $count }): who has stood unchanged longest comes first
base-old-line = { $number }. { $name } — since { $since }
