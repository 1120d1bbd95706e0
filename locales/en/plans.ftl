# Individual development plans: lists, the plan, its items, the agreement, results, versions, the paper.

plans-title = 📋 <b>Development plans</b>
plans-total = Plans: { $plans }, agreed: { $agreed }. Items done: { $share } %, overdue: { $overdue }.
plans-none = There are no plans yet: they come once there is somebody to work with.
plans-line-missing = { $number }. { $mentee } (mentor { $mentors }) — no plan yet
plans-line-draft = { $number }. { $mentee } (mentor { $mentors }) — being drawn up, { $done } of { $items }{ $overdue ->
    [0] { "" }
   *[other] , overdue { $overdue }
}
plans-line-sent = { $number }. { $mentee } (mentor { $mentors }) — awaits agreement, { $done } of { $items }{ $overdue ->
    [0] { "" }
   *[other] , overdue { $overdue }
}
plans-line-agreed = { $number }. { $mentee } (mentor { $mentors }) — agreed, { $done } of { $items }{ $overdue ->
    [0] { "" }
   *[other] , overdue { $overdue }
}
plans-whose = <b>Whose plan?</b>
plans-whose-line = { $number }. { $mentee } — { $state ->
    [draft] being drawn up
    [sent] awaits agreement
    [agreed] agreed
   *[missing] no plan yet
}
plans-missing = There is no plan for { $mentee } yet. The mentor draws it up: { $mentors }.
    .child = There is no plan yet. The mentor draws it up: { $mentors }. I will send it to you when it is ready.

# The plan
plans-head =
    📋 <b>Development plan</b> · { $name }
    Mentee: { $mentee }
    Mentor: { $mentors }
    Term: { $starts } — { $ends }
plans-state-draft = ✏️ Being drawn up, not agreed yet
plans-state-redrawn = ✏️ Changed after the agreement: version { $version } is to be sent
plans-state-sent = ⏳ Sent for agreement (version { $version })
plans-state-agreed = ✅ Agreed by both sides on { $on } (version { $version })
plans-wish = 💬 A change is asked for: { $words }
plans-progress = Achieved: { $done } of { $items }, graded: { $graded }{ $overdue ->
    [0] { "" }
   *[other] . ⏰ Overdue: { $overdue }
}
plans-section-line = <b>{ $number }.</b> { $name } — { $done } of { $items }
plans-assessment-short = <b>The mentor’s assessment</b>: { $words }
plans-assessment =
    <b>The mentor’s assessment</b>:
    <blockquote expandable>{ $words }</blockquote>
plans-signed-mentor = The mentor agrees: { $who }, { $on }
plans-signed-mentee = The mentee agrees: { $who }, { $on }
plans-agree = Agree
plans-ask-change = Ask for a change
plans-send = Send for agreement
plans-fields = Texts of the plan
plans-more = More…
plans-to-list = ‹ Plans
plans-to-pair = The pair
plans-back = ‹ The plan
plans-open = Open the plan
plans-paper = Document to sign
plans-assess = Assess the whole
plans-versions = Versions ({ $count })
plans-removed = Removed ({ $count })

# A section and an item
plans-section-head = <b>Section { $number }. { $name }</b>
plans-section-empty = There is nothing here yet.
plans-item = { $mark } <b>{ $number }</b> { $task }
plans-item-due = { $mark } <b>{ $number }</b> { $task } — by { $due }
plans-add = Add a row
plans-to-section = ‹ The section
plans-item-head = <b>{ $number }.</b> { $task }
plans-item-head-removed = <b>Section { $section }.</b> { $task }
plans-item-removed = 🗑 The row is removed and does not count.
plans-item-no-day = Due: not set
plans-item-day = Due: by { $due }
plans-item-late = ⏰ Overdue: it was due by { $due }
plans-item-expected = <b>Planned result:</b> { $expected }
plans-item-no-expected = <b>Planned result:</b> not stated
plans-item-grade = <b>Actual result:</b> { $mark } { $grade }
plans-item-result =
    <b>What was done</b>:
    <blockquote expandable>{ $result }</blockquote>
plans-item-assessment = <b>The mentor’s assessment:</b> { $assessment }
plans-grade-full = fully achieved
plans-grade-partly = not fully achieved
plans-grade-not = not achieved
plans-grade-exceeded = more than planned
plans-grade = Grade the result
plans-report = Say what was done
plans-edit-task = Task
plans-edit-due = Due date
plans-edit-expected = Planned result
plans-remove = Remove
plans-restore = Bring back
plans-item-back = ‹ To the row

# Texts of the plan: goal, resources, note
plans-fields-head = <b>Texts of the plan</b>
plans-field = <b>{ $number }. { $name }</b>
    <blockquote expandable>{ $text }</blockquote>
plans-field-empty = not filled in yet
plans-field-staff = 🔒 The mentee and the parents do not see this.
plans-field-edit = Change { $number }
plans-fields-back = ‹ Texts of the plan

# What comes of a press
plans-saved = Saved ✅
plans-saved-anew = Saved ✅ The plan was agreed, so this is version { $version } now: send it for agreement when you have finished.
    .child = Saved ✅ The plan was agreed, so this is version { $version } now: send it for agreement when you have finished.
plans-added = The row is added ✅
plans-field-saved = Saved ✅
plans-removed-toast = The row is removed. It can be brought back.
plans-agreed-toast = Your agreement is noted
plans-sent-toast = The plan is sent for agreement
plans-sent-nobody = The plan awaits agreement, but nobody can be reached: show the plan in person
    .child = The plan awaits agreement, but nobody can be reached: show the plan in person
plans-change-sent = I have told the mentor, who will mend the plan and send it for agreement again.
plans-reported = Noted ✅ The mentor will see and grade it.
plans-graded = The result is noted ✅
plans-assessed = The assessment is noted ✅

# What others hear
plans-told-sent = 📋 { $who } has drawn up a development plan. Have a look: you can agree to it or ask for a change.
    .child = 📋 { $who } has drawn up a development plan for you. Have a look: you can agree to it or ask for a change.
plans-told-sent-again = 📋 { $who } has changed the development plan. Have a look at the new version: it needs your agreement.
    .child = 📋 { $who } has changed the development plan. Have a look at the new version: it needs your agreement.
plans-told-sent-for = 📋 { $who } has drawn up a development plan: { $mentee }. The mentee has no Telegram, so you may agree to the plan or ask for a change.
plans-told-sent-sign = 📋 { $who } has sent a plan for agreement: { $mentee }. Have a look: it needs your agreement, too.
    .child = 📋 { $who } has sent a plan for agreement: { $mentee }. Have a look: it needs your agreement, too.
plans-told-agreed = ✅ { $who } has agreed to the development plan. The other side is still awaited.
plans-told-agreed-both = ✅ { $who } has agreed: the development plan is agreed by both sides.
plans-told-change = 💬 { $who } asks for a change of the plan: { $words }
plans-told-report =
    📝 { $who } writes about the row “{ $task }” of the plan:
    { $result }
plans-told-assessed =
    📋 { $who } has assessed the development plan as a whole:
    { $words }


# Versions and what was removed
plans-versions-head = <b>Agreed versions of the plan</b>
    { $mentee }
plans-version-line = Version { $version } — agreed on { $on }
plans-version-head = <b>Version { $version }</b>, agreed on { $on }
plans-version-item = <b>{ $number }</b> { $task }
    → { $expected }
plans-version-item-due = <b>{ $number }</b> { $task } — by { $due }
    → { $expected }
plans-to-versions = ‹ Versions
plans-removed-head = <b>Removed rows</b>
plans-removed-none = There are no removed rows.

# The paper
plans-paper-waiting = ⏳ Making the document…
plans-paper-caption = 📄 Development plan: { $mentee }, version { $version }. Print it to sign it. It holds personal data: do not pass it on to others.
    .child = 📄 Development plan: { $mentee }, version { $version }. It can be printed and signed. It holds personal data: do not pass it on to others.
plan-paper-form = Form of mentoring: “{ $form }”.
plan-paper-form-model = Form of mentoring: “{ $form }”. Role model: “{ $model }”.
plan-paper-term = Term of the plan: from { $starts } to { $ends }.
plan-paper-section = Section { $number }. { $name }
plan-paper-grade-full = The result is fully achieved
plan-paper-grade-partly = The result is not fully achieved
plan-paper-grade-not = The result is not achieved
plan-paper-grade-exceeded = The result exceeds the planned one
plan-paper-assessment = Assessment of the whole plan
plan-paper-date = “____” ______________ 20___
plan-paper-agreed = Agreed in the bot on { $on }
plan-paper-version = Version of the plan: { $version }

# Refusals
plans-refusal-closed = The plan does not change any more: the mentorship is not under way. You can still read it and get the document.
plans-refusal-not-active = Results are noted while the mentorship is under way and after its end. Now it is too early or too late.
plans-refusal-not-agreed = A plan is drawn up once everybody has agreed to the mentorship. The answers come first.
plans-refusal-no-template = No plan is needed: the programme has none for this form of mentoring.
plans-refusal-edited = Somebody else changed this while you were writing. It reads now: “{ $task }”. Cancel and open the row again if you want to mend it.
    .child = Somebody else changed this while you were writing. It reads now: “{ $task }”. Cancel and open the row again if you want to mend it.
plans-refusal-changed = Somebody changed the plan a moment ago. Open it again.
    .child = Somebody changed the plan a moment ago. Open it again.
plans-refusal-removed = This row is removed already. It can be brought back: “More…”, “Removed”.
plans-refusal-restored = This row is in the plan already.
plans-refusal-edge = It can’t go further: this is the edge of the section.
plans-refusal-full = The section has { $most } rows already. Remove what is not needed to make room.
plans-refusal-sent = The plan is sent for agreement or agreed already.
plans-refusal-empty = There is not a single row in the plan. Add at least one.
plans-refusal-agreed = This version is agreed already.
plans-refusal-rewritten = The plan has changed since. Open it to see what it says now.
    .child = The plan has changed since. Open it to see what it says now.
plans-refusal-graded = The mentor has noted the result of this row already.

# The summary
report-plans = Development plans: { $plans }, agreed { $agreed }; items done { $share } %, overdue { $overdue }
report-row-plans = Development plans
report-row-plans-agreed = Agreed of them
report-row-plans-items = Items of plans
report-row-plans-done = Achieved of them
report-row-plans-overdue = Items overdue
