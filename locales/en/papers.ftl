# Papers: orders, consents, statements.

## In the papers themselves (they are always in Russian)
report-paper-head = { $kind ->
    [preschool] Head
    [enterprise] Manager
   *[other] Director
}
report-paper-head-dative = { $kind ->
    [preschool] To the head
    [enterprise] To the manager
   *[other] To the director
}
report-paper-open-date = ___ ______________ 20___
report-paper-order = of { $day } No. { $number }

## Buttons
papers-order = Order (.docx)
papers-release = Order of release (.docx)
papers-fixing-draft = Draft order (.docx)
papers-statement-leave = Statement of leaving
papers-statement-join = Mentor’s statement
papers-petition = Petition
papers-consents = Consents (.docx)

## Screens
papers-head =
    <b>Papers</b>
    { $mentors } → { $mentees }
    Choose one: you will get a Word file in Russian that can be edited and printed.
papers-person-head =
    <b>Papers: { $name }</b>
    You will get a Word file in Russian: print it and have it signed.
papers-waiting = Making the paper…
papers-ready = { $paper ->
    [fixing] Order of fixing
    [release] Order of release
    [leave] Mentor’s statement of leaving
    [join] Mentor’s statement of joining
    [petition] Mentee’s petition
   *[consents] Consents
}: { $names }. Check the names and dates before you print it.
papers-not-yet = This paper cannot be made yet: see on the pair’s card what has changed.
papers-nobody = There are no papers for this person: they are not of your organisation.
