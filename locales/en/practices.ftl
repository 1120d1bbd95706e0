# The bank of best practices.

home-practices-list = Best practices
municipality-door-practices = Best practices

practices-head = <b>{ $only ->
    [published] Best practices
    [waiting] Practices to review
   *[mine] My practices
}</b>
practices-none = { $only ->
    [published] Nothing has been published yet.
    [waiting] There is nothing to review.
   *[mine] You have not sent any practice yet. Press “Submit” and tell of your experience.
}
practices-line = { $number }. { $title }{ $organisation ->
    [none] {""}
   *[other] . { $organisation }
}{ $state ->
    [none] {""}
   *[other] {" "}— { practice-mark }
}
practice-mark = { $state ->
    [submitted] under review
    [returned] returned for improvement
    [published] published
   *[withdrawn] withdrawn
}
practices-found = { $count ->
    [0] Nothing was found for “{ $part }”. Try another word or the beginning of one.
   *[other] Found for “{ $part }”: { $count }
}
practices-only-published = Bank
practices-only-waiting = To review
practices-only-mine = Mine
practices-new = Submit
practices-forms = By form
practices-search = Find
practices-show = Show
practices-paper = Collection
practices-back = To the practices
practices-which-form = Practices of which form of mentoring?
practices-where = Of which organisation is the practice?

practice-card =
    <b>{ $title }</b>
    { $organisation }
practice-author = Author: { $name }
practice-state = Now: { practice-mark }, { $day }
practice-problem =
    <b>The problem</b>:
    <blockquote expandable>{ $words }</blockquote>
practice-description =
    <b>How it works</b>:
    <blockquote expandable>{ $words }</blockquote>
practice-outcome =
    <b>Outcome</b>:
    <blockquote expandable>{ $words }</blockquote>
practice-comment =
    <b>What was to be improved</b>:
    <blockquote expandable>{ $comment }</blockquote>
practice-open = Open
practice-publish = Publish
practice-return = Return
practice-again = Improve
practice-withdraw = Withdraw
practice-link = Open the link
practice-file = File
practice-file-caption = The practice’s file
practice-to-card = To the practice

practice-submitted = Sent for review: “{ $title }”. I will write when it is decided. Your name will stand beside the practice only if you agreed to its publication.
practice-returned = Returned: “{ $title }”. The author will see your comment.
practice-published = Published, the author will hear
practice-withdrawn = The practice is withdrawn
practice-told-submitted = A new practice to review: “{ $title }”.
practice-told-published = Your practice is published: “{ $title }”. Thank you for sharing it!
practice-told-returned = The practice “{ $title }” was returned for improvement: { $comment }
practice-told-withdrawn = The practice “{ $title }” was taken off. You may improve it and send it again.
practice-overtaken = { $state ->
    [submitted] This practice is under review already.
    [returned] This practice was returned to its author already.
    [published] This practice is published already.
   *[withdrawn] This practice was withdrawn already.
}
practice-refusal-changed = Something was done with this practice meanwhile. Open it again.

practices-paper-waiting = Making the collection…
practices-paper-caption = Collection of best practices. Practices: { $count }
practices-paper-title = Best practices of mentoring
practices-paper-day = As of { $day }
practices-paper-none = Nothing has been published yet.
practices-paper-contents = Contents
practices-paper-organisation = Organisation:
practices-paper-author = Author:
practices-paper-form = Form of mentoring:
practices-paper-problem = The problem:
practices-paper-description = How it works:
practices-paper-outcome = Outcome:
practices-paper-link = Materials:
practices-paper-published = Published on { $day }
