# Answers on paper: for whoever takes part without Telegram, the curator or a guardian types them in.

campaigns-door-paper = From paper
meetings-button-paper = Feedback from paper
wards-paper = Type in from paper
paper-head =
    <b>Answers on paper</b>
    This is what is awaited of people without Telegram. Press a number and type in what the sheet says.
paper-none =
    <b>Answers on paper</b>
    There is nothing to type in: all answers of people without Telegram are here.
paper-line = { $number }. { $name } — { $title }
paper-line-meeting = { $number }. { $name } — { $title }, { $when }
dialogue-paper-curator = The curator types this questionnaire in: guardians do not see it.
