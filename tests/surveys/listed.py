"""What the programmes measure, line by line: which questionnaire asks it, how, and by which id."""

from __future__ import annotations

TABLE = """
every      | yn     | prior                  | in such a programme before
every      | t      | prior_where            | where
mentee     | S10    | comfort                | comfort of talking with the mentor
mentee     | S10    | one_to_one             | value of one-to-one meetings
mentee     | S10    | group_meetings         | value of group meetings
mentee     | S10    | support                | support
mentee     | S10    | help                   | help
mentee     | S10    | plan_clear             | how clear the plan is
mentee     | S10    | safe_to_share          | feeling safe to share
mentee     | S10    | expectations_agreed    | expectations agreed
mentee entry | S10  | expected_change        | expected change in life
mentee entry | S10  | expected_usefulness    | expected usefulness
mentee entry | t    | expect                 | what is expected
mentee entry | t    | matters                | what matters most
mentee entry | yn   | glad                   | glad to take part
mentee exit | S10   | joint_work             | joint work
mentee exit | S10   | results                | results
mentee exit | S10   | expectations_met       | expectations met
mentee exit | t     | valuable               | what was most valuable
mentee exit | t     | missing                | what was missing
mentee exit | t     | expected_and_came      | what was expected and what came
mentee exit | yn    | liked                  | liked it
mentee exit | yn    | go_on                  | would go on
mentee exit | yn    | become_mentor          | would like to become a mentor
mentor     | S10    | comfort                | comfort
mentor     | S10    | leading                | leading
mentor     | S10    | organise_group         | organising group meetings
mentor     | S10    | organise_one_to_one    | organising one-to-one meetings
mentor     | S10    | planning               | planning
mentor     | S10    | keeping_plan           | keeping to the plan
mentor     | S10    | mentee_involvement     | the mentee's involvement
mentor     | S10    | joint_work             | joint work
mentor     | S10    | training_useful        | usefulness of the mentor's training
mentor entry | t    | expect                 | expectations
mentor entry | t    | matters                | what matters
mentor entry | yn   | glad                   | glad
mentor exit | S10   | expectations_met       | expectations met
mentor exit | S10   | satisfaction           | satisfaction pulse, final
mentor exit | t     | valuable               | valuable
mentor exit | t     | missing                | missing
mentor exit | yn    | liked                  | liked
mentor exit | yn    | go_on                  | would go on
mentor exit | yn    | training_enough        | training was enough
exit-pupil-pupil-mentee | yn | joined_club    | joined a club
exit-pupil-pupil-mentee | yn | beyond_syllabus | interest beyond the syllabus
exit-pupil-pupil-mentee | yn | own_project    | own project
exit-student-pupil-mentee | yn | clearer_future | clearer future
exit-student-pupil-mentee | yn | such_events  | wants such events
exit-student-pupil-mentee | yn | own_project  | own project
exit-employer-pupil-mentee | yn | clearer_future | clearer future
exit-employer-pupil-mentee | yn | enterprise_interest | interest in the enterprise
exit-teacher-pupil-mentee | yn | better_marks | better marks
exit-teacher-pupil-mentee | yn | fewer_conflicts | fewer conflicts
exit-teacher-pupil-mentee | yn | class_life   | joined class life
teacher mentee | S10 | effectiveness          | effectiveness of the programme
teacher mentee | S10 | comfort                | comfort
teacher mentee | S10 | adaptation_events      | quality of acquaintance and adaptation events
teacher mentee | S10 | adaptation_usefulness  | usefulness for adaptation
teacher mentee | S10 | skill_events           | events on particular skills
teacher mentee | S10 | theory                 | theory received
teacher mentee | S10 | practice               | practice received
teacher mentee | S10 | adaptation             | quality of adaptation
teacher mentee | S10 | support                | support felt
teacher mentee | S10 | joint_work             | joint work
teacher mentee | choice | skill_events_often  | how often events on skills were
teacher mentor | S10 | effectiveness          | effectiveness
teacher mentor | S10 | comfort                | comfort
teacher mentor | S10 | adaptation_events      | can run acquaintance and adaptation events
teacher mentor | S10 | skill_events           | can run events on skills
teacher mentor | S10 | adaptation_usefulness  | usefulness
teacher mentor | S10 | mentee_theory          | the mentee's theory
teacher mentor | S10 | mentee_practice        | the mentee's practice
teacher mentor | S10 | mentee_adaptation      | the mentee's adaptation
teacher mentor | S10 | mentee_involvement     | the mentee's involvement
teacher mentor | S10 | joint_work             | joint work
teacher mentor | choice | skill_events_often  | how often
teacher entry | t   | expect                 | expectation, to be laid beside the result
teacher entry | t   | matters                | what matters most
teacher exit | S10  | satisfaction           | satisfaction pulse, final
teacher exit | t    | valuable               | strengths
teacher exit | t    | missing                | weaknesses
pupils     | S10    | learning_involvement   | involvement in learning
pupils     | S10    | activity               | activity
pupils     | S10    | self_esteem            | self-esteem
pupils     | S10    | wish_to_attend         | wish to attend
pupils     | S10    | mood                   | mood at school
pupils     | S10    | anxiety                | anxiety
pupils     | S10    | own_future             | picture of own future
pupils     | S10    | wish_for_marks         | wish for good marks
pupils     | S10    | soft_skills            | soft skills
pupils     | number | mean_mark              | mean mark
teachers   | S10    | burnout                | burnout
teachers   | S10    | job_satisfaction       | job satisfaction
teachers   | S10    | team_climate           | climate in the team
teachers   | multi  | difficulties           | professional difficulties
teachers   | S10    | innovation             | innovation
enterprises | S10   | recruits               | interest in recruits
deficits   | multi  | legal                  | legal
deficits   | S10    | legal_need             | need
deficits   | multi  | professional           | professional
deficits   | S10    | professional_need      | need
deficits   | multi  | methodical             | methodical
deficits   | S10    | methodical_need        | need
outcomes   | number | mean_mark              | marks
outcomes   | choice | exam_vpr               | exams passed: ВПР
outcomes   | choice | exam_oge               | exams passed: ОГЭ
outcomes   | choice | exam_ege               | exams passed: ЕГЭ
outcomes   | number | olympiads              | olympiads
outcomes   | number | olympiad_places        | olympiads, prizes
outcomes-entry | yn | on_register            | on a register
outcomes-exit | choice | taken_off_register  | taken off a register
outcomes-exit | yn  | no_relapse             | no relapse within the period
curator-criteria | 0–2 | fits_goals          | aims and tasks
curator-criteria | 0–2 | fits_principles     | principles
curator-criteria | 0–2 | modern_methods      | approaches and tools
curator-criteria | 0–2 | climate             | psychological climate
curator-criteria | 0–2 | mentors_insight     | logic of the mentor's work
curator-criteria | 0–2 | participants_satisfied | satisfaction of participants
curator-criteria | 0–2 | partners_satisfied  | satisfaction of partners
curator-criteria | 0–2 | mentees_active      | activity and interest of mentees
curator-criteria | 0–2 | mentees_apply       | use of what was learnt
curator-swot | t    | strengths              | strengths
curator-swot | t    | weaknesses             | weaknesses
curator-swot | t    | opportunities          | opportunities
curator-swot | t    | threats                | threats
pulse      | S10    | satisfaction           | one question
pulse      | t      | improve                | one optional text
meeting-feedback | 1–5 | mark                | 1–5
meeting-feedback | t | comment               | optional comment
selection-mentor | t | experience            | experience
selection-mentor | multi | areas             | areas of help
selection-mentor | multi | forms             | forms
selection-mentor | choice | time_a_week      | time available
selection-mentor | number | how_many         | how many mentees
selection-mentor | t | motivation            | motivation
selection-mentee | t | request               | request
selection-mentee | multi | areas             | areas
selection-mentee | multi | forms             | wished form
strength   | 1–5    | trust                  | trust
strength   | 1–5    | heard                  | being heard
strength   | 1–5    | looking_forward        | looking forward to meetings
strength-mentor | 1–5 | trust                | trust
strength-mentor | 1–5 | heard                | being heard
strength-mentor | 1–5 | looking_forward      | looking forward to meetings
compatibility | choice | conclusion          | the psychologist's conclusion
"""
"""Which set, what kind of question (S10: 1–10, yn: yes or no, t: optional text), its id, and the programme's words."""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]
