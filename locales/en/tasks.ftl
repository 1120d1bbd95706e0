# Tasks between meetings.

home-tasks-mine = Tasks
tasks-head = <b>Tasks</b>: { $mentors } → { $mentees }
tasks-head-mine = <b>Tasks</b> that are not finished yet
tasks-none = There are no tasks yet.
tasks-line = { $number }. { $task } — { $state }
tasks-line-named = { $number }. { $name }: { $task } — { $state }
tasks-state-set = due { $due }
tasks-state-overdue = ⚠️ was due { $due }
tasks-state-done = waits for a check
tasks-state-accepted = ✅ accepted
tasks-state-returned = returned, due { $due }
tasks-state-dropped = dropped

tasks-card = <b>Task</b>
    { $task }
tasks-card-who = For: { $name }
tasks-card-state = Now: { $state }
tasks-card-report =
    What was done:
    <blockquote expandable>{ $report }</blockquote>
tasks-card-comment =
    Still to be done:
    <blockquote expandable>{ $comment }</blockquote>

tasks-new = New task
tasks-open = Open the task
tasks-list = All tasks
tasks-do = Done, tell about it
    .child = Done!
tasks-look = Check it
tasks-accept = Accept
tasks-return = Return
tasks-file = See the file
tasks-file-caption = It came with the task.
tasks-drop = Drop the task

tasks-set = <b>The task is set</b>: { $names }. Due { $due }. I shall remind them the day before and tell you when it is done.
    .child = <b>The task is set</b>: { $names }. Due { $due }. I shall remind them the day before and tell you when it is done.
tasks-told-new =
    <b>A new task</b>. Mentor: { $who }
    { $task }

    Due { $due }. When you have done it, press “Done”.
    .child =
    <b>A new task</b>. Mentor: { $who }
    { $task }

    Due { $due }. When you have done it, press “Done”.
tasks-reported = <b>Great!</b> Your mentor will look at it and answer.
tasks-told-done =
    <b>{ $name }: a task is done</b>
    { $task }

    Look at it, then accept it or return it with a word.
    .child =
    <b>{ $name }: a task is done</b>
    { $task }

    Look at it, then accept it or return it with a word.
tasks-accepted = Accepted
tasks-told-accepted = ✅ <b>Your task is accepted.</b> { $who }: “{ $task }” is done!
tasks-returned = The task is back with your words. I shall tell you when it is finished.
    .child = The task is back with your words. I shall tell you when it is finished.
tasks-told-returned =
    <b>Your task came back, a little is missing</b>
    { $task }

    { $who }: { $comment }
tasks-dropped = Dropped
tasks-told-dropped = You need not do this task any more: “{ $task }” ({ $who }).
tasks-refusal-closed = This task is closed already, or waits for a check. Open the list of tasks to see how it stands.
    .child = This task is closed already, or waits for a check. Open the list of tasks to see how it stands.
tasks-refusal-over = This pair or group is not at work now: its tasks stay as they are, there is no need to drop them.
tasks-refusal-checked = Somebody has checked or returned this task already. Open it again to see how it stands.
    .child = Somebody has checked or returned this task already. Open it again to see how it stands.
