"""Which right each button asks for, and over what: one row for each button of every router.

A row's key says who may: `action@scope` as `mentoring.access` has it, or a word of `tests.access.judging`; `+`
joins alternatives, `&` what must hold together. Scopes: `somewhere` (any role could have it), `places` (of some
organisation), `municipality`, `organisation`, `pair`, and the people of the pair.
"""

from __future__ import annotations

from collections.abc import Mapping

ROWS: Mapping[str, str] = {
    "a mentor": "meeting.log_new meeting.log_other",
    "agree_plan@pair + enter_for_another@mentee & without Telegram": "plan.agree plan.change",
    "answer_help@organisation & see_help@mentor in pair": "help.answer help.take help.meet help.release",
    "answer_proposal@pair": "pair.agree pair.refuse speed.mine",
    "answer_proposal@pair + consent_as_guardian@mentee": "pair.leave",
    "answer_recommendation@organisation": "recommendation.answer",
    "answer_recommendation@somewhere": "organisation.where organisation.own",
    "answer_time@mentor in pair": "meeting.accept meeting.anyway meeting.keep",
    "anyone": """
        menu.open menu.more surveys.list surveys.page help.open language.open language.set privacy.open pairs.forms
        meetings.list meetings.page privacy.forget
    """,
    "appoint@organisation": "place.offices place.office",
    "ask_help@pair": "help.ask",
    "assess_plan@pair": "plan.grade plan.assess",
    "cancel_meeting@pair": "meeting.cancel series.cancel",
    "check_task@pair": "task.accept task.return",
    "comment_matching@organisation & match@organisation": "council.open council.pair council.say",
    "compare_organisations@somewhere": "compare.open compare.by compare.chart compare.table compare.view",
    "complete_mentorship@pair": "pair.complete pair.complete_now",
    "consent_as_guardian@mentee": "pair.leave_for ward.of ward.consents ward.stop ward.again paper.of",
    "create_organisation@somewhere": "organisation.new",
    "decide_applicant@organisation": "applicant.approve applicant.admit applicant.refuse",
    "decide_report@municipality": "owed.rounds owed.who owed.remind",
    "decide_report@organisation & not decide_report@municipality": "owed.accept owed.return",
    "do_milestone@organisation": "milestone.open milestone.done milestone.undo",
    "do_task@pair": "task.done",
    "edit_adults@pair": "adults.add adults.removing adults.remove",
    "edit_membership@mentee": """
        place.open place.more place.areas place.area place.request place.capacity place.times
        place.languages place.time
    """,
    "edit_membership@mentor": "place.room",
    "edit_needs@organisation": """
        needs.open needs.more needs.mark needs.fact needs.grades needs.grade needs.clear needs.since
    """,
    "edit_organisation@organisation": "organisation.edit organisation.field",
    "edit_plan@pair": "plan.edit plan.add plan.field plan.move plan.remove plan.restore plan.removed plan.send",
    "edit_questionnaires@organisation": """
        questionnaires.open questionnaires.archive questionnaires.bundled_open questionnaires.export
        questionnaires.try
    """,
    "edit_questionnaires@somewhere": """
        questionnaires.list questionnaires.page questionnaires.groups questionnaires.bundled questionnaires.example
    """,
    "end_mentorship@pair": "pair.end_early pair.release_order",
    "enter_for_another@pair": "pair.agree_for pair.refuse_for",
    "enter_paper_answers@organisation": "campaign.paper campaign.paper_page paper.enter",
    "enter_paper_answers@pair": "paper.meeting",
    "enter_paper_answers@places": "paper.list paper.page",
    "enter_person@organisation": "people.add_in referral.enter enter.consents",
    "enter_person@somewhere": "people.add_where people.add",
    "export_responses@organisation": "results.export results.file",
    "fix_mentorship@organisation": "orders.new_in",
    "fix_mentorship@pair": "pair.order pair.order_now",
    "fix_mentorship@somewhere": "orders.where orders.new",
    "give_award@organisation": "award.everyone award.board award.revoke award.revoked",
    "give_award@organisation & see_awards_of_mentees@organisation": "award.give",
    "guardian": "ward.enter_where ward.enter ward.page ward.open",
    "guardian & member here": "ward.enter_in",
    "hand_over@pair": "pair.hand_over",
    "import_people@organisation": "import.in import.template import.links import.listed",
    "import_people@somewhere": "import.where import.open",
    "invite_curator@organisation": "invite.make",
    "invite_person@organisation": "person.invite import.links_file referral.send",
    "invite_psychologist@organisation": "invite.to",
    "invite_psychologist@somewhere": "invite.choose invite.page",
    "keep_documents@organisation": "documents.add document.edit document.archive document.restore",
    "keep_documents@organisation & not review_documents@organisation": "document.send",
    "known here": "registration.add",
    "log_meeting@pair": "meeting.log_for meeting.log meeting.logged",
    "make_papers@organisation": "person.papers papers.person",
    "make_papers@pair": "papers.open papers.make",
    "make_report@organisation": "report.final final.page final.make final.section",
    "manage_links@organisation": """
        link.open link.text link.forward link.write link.guides link.guide link.renew link.revoke link.poster
        first.of first.away
    """,
    "manage_links@somewhere": "links.show links.page first.open first.page",
    "mark_left@mentee": "place.leave place.left place.return",
    "match@organisation": """
        match.new_in match.card match.more match.weights match.weight match.weigh match.people match.everybody
        match.compute match.publish match.publish_now match.council match.drop match.drop_now match.pairs match.pair
        match.fix match.loosen match.forbid match.forbid_here match.forbid_ever match.allow match.others
        match.choose match.remove match.propose match.comments match.groups match.group match.propose_group
        match.toggle
    """,
    "match@somewhere": "match.open match.page match.where match.new",
    "member": "board.open board.page events.list events.page",
    "merge_people@organisation": "merge.begin merge.search merge.show merge.do",
    "move_meeting@pair": "meeting.place meeting.move series.move",
    "note_health@pair": "health.remind health.write health.look",
    "observe_compatibility@pair": "observation.compatibility",
    "observe_outcomes@organisation": "observation.programme observation.swot observation.evaluate",
    "observe_outcomes@pair": "observation.outcomes observation.whose observation.mentee observation.enter",
    "observe_outcomes@somewhere": "observation.where observation.list",
    "participant": "meeting.plan",
    "participant & member here": "event.sign",
    "pause@mentee": "place.pause place.resume",
    "plan_meeting@pair": "meeting.new series.begin",
    "plan_milestone@organisation": """
        executors.of executors.page executor.open executor.put milestone.skip milestone.day
    """,
    "plan_milestone@somewhere": "executors.where executors.own",
    "propose_mentorship@organisation": "pair.new_in",
    "propose_mentorship@somewhere": "pair.where pair.new",
    "propose_time@pair": "meeting.fine meeting.propose meeting.propose_place",
    "recommend@organisation": "recommendation.new recommendation.close recommendation.return recommendation.withdraw",
    "record_paper_consent@somewhere": "children.list",
    "refer@organisation": "refer.in",
    "refer@somewhere": "refer.where refer.begin referrals.list referrals.page",
    "registered": """
        person.me pairs.list pairs.page pairs.beside pairs.beside_page plan.list plan.page tasks.mine
        tasks.mine_page help.begin help.list help.page awards.criteria digest.page digest.open privacy.unpublish
    """,
    "report_plan@pair": "plan.report",
    "review_base@organisation": "base.in base.review base.old",
    "review_base@somewhere": "base.where base.open",
    "review_documents@organisation": "document.return document.approve documents.missing documents.ask",
    "review_documents@somewhere": "documents.review",
    "review_practice@organisation": "practice.publish practice.return",
    "review_practice@organisation + the mentor": "practice.open practice.card",
    "run_campaign@organisation": """
        campaign.new_in campaign.preview_adult campaign.preview_child campaign.launch campaign.call_off
        campaign.extend campaign.close campaign.close_now
    """,
    "run_campaign@somewhere": "campaign.where campaign.new",
    "run_event@organisation": """
        event.open event.card event.new_in event.invite event.edit event.move event.field event.cancel event.off
        event.people event.walkin event.file event.announce event.came event.walked
    """,
    "run_event@somewhere": "event.new",
    "run_speed_meeting@organisation": """
        speed.new_in speed.card speed.people speed.everybody speed.invite speed.call_off speed.call_off_now
        speed.came speed.print speed.wishes speed.seat speed.mark
    """,
    "run_speed_meeting@organisation + the mentee": "wishes.of",
    "run_speed_meeting@somewhere": "speed.open speed.page speed.where speed.new",
    "run_training@organisation": """
        training.put_away training.put_back training.add_in training.new_in training.session training.people
        training.ask_lacking training.invite training.call_off training.call_off_now training.came
        training.hold training.ask training.mark training.record
    """,
    "run_training@places + staff or mentor": "training.list training.materials",
    "run_training@somewhere": "training.add_where training.add training.sessions training.new_where training.new",
    "see_acts@organisation": "acts.of acts.at acts.file",
    "see_acts@somewhere": "acts.places acts.open",
    "see_alarms@organisation": "alarm.card alarm.seen",
    "see_alarms@somewhere": "alarms.list alarms.page",
    "see_applicants@organisation": "applicant.show applicant.open",
    "see_applicants@somewhere": "applicants.list applicants.page",
    "see_audit@organisation": "audit.paper",
    "see_awards@organisation": "awards.of awards.page awards.list award.all",
    "see_awards@organisation + the mentor": "award.open award.paper",
    "see_awards@places": "awards.places",
    "see_awards_of_mentees@organisation": "award.candidate",
    "see_change_of_pair@pair": "change.pair change.of",
    "see_closing_report@pair": "closing.open closing.card",
    "see_consents@organisation": "consents.of consents.at consents.file",
    "see_consents@somewhere": "consents.places consents.open",
    "see_consents@somewhere + see_data_log@somewhere + see_acts@somewhere": "registers.open",
    "see_data_log@organisation": "datalog.of datalog.at",
    "see_data_log@somewhere": "datalog.places datalog.open",
    "see_diary@pair": "diary.open diary.page diary.file",
    "see_documents@organisation": "documents.of documents.page document.open",
    "see_documents@somewhere": "documents.where documents.open",
    "see_health@pair": "health.open health.card",
    "see_health@somewhere": "health.list health.page",
    "see_help@mentor in pair": "help.pass",
    "see_help@organisation": "help.nudge",
    "see_help@pair": "help.see help.card",
    "see_indicators@organisation": "indicators.chart",
    "see_indicators@somewhere": "indicators.open indicators.places indicators.of indicators.show indicators.page",
    "see_meeting@pair": "meetings.of meeting.open meeting.card meeting.more meeting.ics series.open",
    "see_mentors@municipality": "staff.view staff.areas staff.card staff.search staff.export",
    "see_mentorship@pair": "pair.open pair.card pair.more pair.further adults.open",
    "see_open_answers@organisation": """
        answers.list answers.page answers.only answers.one answers.mark swot.open swot.part
    """,
    "see_organisations@municipality + edit_organisation@organisation + answer_recommendation@organisation": """
        organisation.open organisation.more
    """,
    "see_organisations@somewhere": """
        organisations.list organisations.page organisations.found organisations.search municipality.open
        municipality.page
    """,
    "see_pairs@somewhere": "pairs.filter",
    "see_people@places": """
        people.view people.filter people.categories people.states people.only people.areas people.classes
    """,
    "see_people@somewhere": "people.list people.adding people.search",
    "see_person@mentee + see_needs_of_model@pair": "person.open person.of card.show card.more",
    "see_plan@pair": """
        plan.open plan.of plan.show plan.card plan.more plan.section plan.item plan.fields plan.versions plan.paper
    """,
    "see_practices@somewhere": """
        practices.list practices.view practices.found practices.forms practices.search practices.paper
    """,
    "see_recommendations@organisation": """
        recommendations.of recommendations.view recommendation.open recommendation.card recommendations.paper
    """,
    "see_recommendations@somewhere": "recommendations.where recommendations.own",
    "see_referrals@organisation + the mentor": "referral.open",
    "see_reports@organisation": "reports.of reports.page owed.open",
    "see_reports@somewhere": "reports.where reports.open",
    "see_results@organisation": """
        campaign.open campaign.back results.in results.list results.campaign results.view results.filter
        results.forms results.among results.item results.parts results.picture results.overview change.in
        change.show change.chart change.forms
    """,
    "see_results@somewhere": """
        campaign.list campaign.page campaign.more results.open results.places change.open change.places
    """,
    "see_roadmap@municipality": "roadmap.late roadmap.where",
    "see_roadmap@organisation": "roadmap.of roadmap.view roadmap.ways roadmap.file",
    "see_roadmap@somewhere": "roadmap.open roadmap.places",
    "see_summary@municipality": "summary.places summary.sheet",
    "see_summary@organisation": "summary.show",
    "see_summary@somewhere": "summary.open summary.choose",
    "see_tasks@pair": "tasks.open tasks.page task.open task.card",
    "see_trail@pair": "trail.open trail.page",
    "see_training@mentor": "training.open",
    "see_unanswered@organisation": "campaign.unanswered campaign.unanswered_page",
    "see_unmatched@organisation": "unmatched.card unmatched.support",
    "see_unmatched@somewhere": "unmatched.list unmatched.page",
    "send_report@organisation": "owed.send",
    "set_task@pair": "task.new task.drop",
    "sign_up@mentee & without Telegram + consent_as_guardian@mentee": "event.other",
    "sign_up@organisation": "event.others",
    "staff or mentor & member here": "training.material",
    "submit_practice@organisation": "practice.new_in",
    "submit_practice@somewhere": "practice.new",
    "take_referral@organisation": "referral.take referral.decline referral.link",
    "the mentee": "a response.open help.helped help.withdraw",
    "the mentor": "practice.again practice.withdraw",
    "wish@somewhere": "wishes.open",
    "withdraw_consent@mentee": "owndata.order erase.ask erase.sure erase.later erase.now",
    "write_report@municipality": "report.note",
    "write_report@organisation": "final.write",
    "write_site_text@organisation": "sitetext.of sitetext.file",
}
NOBODY = """
    staff.accept document.file owed.file guardian.renew child.open child.guardians child.ask child.paper
    place.language milestone.file personal.join import.mistakes import.mistakes_file import.take import.drop
    pair.request_accept pair.request_keep plan.version task.file closing.read wishes.about wishes.put
    training.file ward.consent campaign.places campaign.places_page indicators.sent job.cancel feedback.comment
    questionnaires.draft questionnaires.draft_for questionnaires.whose questionnaires.mistakes
    questionnaires.try_draft questionnaires.save questionnaires.drop questionnaires.restore recommendation.file
    board.file certificate.of certificate.file practice.file event.ics event.results event.result event.merits
    event.learnt event.count erasure.undo erasure.sure erasure.now
"""
"""As things stand in the municipality of these tests nobody gets anything by them: a link that is none, a form of
another chat, a file where there is none, results of an event that was not held, indicators that nobody has sent."""

COMMANDS: Mapping[str, str] = {
    "anyone": "/start /menu /surveys /help /cancel /language /privacy /meetings",
    "registered": "/pairs /plan",
    "invite_psychologist@somewhere": "/invite",
    "see_people@somewhere": "/people",
    "see_roadmap@somewhere": "/roadmap",
    "match@somewhere": "/match",
    "see_results@somewhere": "/campaign",
    "see_summary@somewhere": "/summary",
    "export@somewhere": "/export",
    "see_indicators@somewhere": "/indicators",
    "a mentor": "/log",
}
