"""One transaction's stores: what a use case may read and change."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.adults import Adults
from storage.alarms import Alarms
from storage.anonymity import Anonymity
from storage.answer_counts import AnswerCounts
from storage.answer_marks import AnswerMarks
from storage.appointments import Appointments
from storage.attendances import Attendances
from storage.awards import Awards
from storage.base_reviews import BaseReviews
from storage.campaigns import Campaigns
from storage.candidates import Candidates
from storage.chats import Chats
from storage.comparison import Comparison
from storage.consents import Consents
from storage.deeds import Deeds
from storage.definitions import Definitions
from storage.digests import Digests
from storage.erasures import Erasures
from storage.events import Events
from storage.facts import Facts
from storage.files import Files
from storage.first_steps import FirstSteps
from storage.guardianships import Guardianships
from storage.health import HealthFacts
from storage.help_requests import HelpRequests
from storage.indicator_facts import IndicatorFacts
from storage.indicators import IndicatorStore
from storage.intake import Updates
from storage.invitations import Invitations
from storage.jobs import Jobs
from storage.looks import Looks
from storage.matchings import Matchings
from storage.meetings import Meetings
from storage.memberships import Memberships
from storage.mentorships import Mentorships
from storage.merging import Merging
from storage.milestones import Milestones
from storage.municipality import Municipality
from storage.needs import NeedsStore
from storage.observations import Observations
from storage.organisation_documents import OrganisationDocuments
from storage.organisation_mentorships import OrganisationMentorships
from storage.organisations import Organisations
from storage.outbox import Outbox
from storage.own_data import OwnData
from storage.own_questionnaires import OwnQuestionnaires
from storage.paired import Paired
from storage.paper_answers import PaperAnswers
from storage.people import People
from storage.people_drafts import PeopleDrafts
from storage.plans import Plans
from storage.practices import Practices
from storage.questionnaire_drafts import QuestionnaireDrafts
from storage.recommendations import Recommendations
from storage.recount import Recount
from storage.referrals import Referrals
from storage.report_figures import ReportFigures
from storage.report_texts import ReportTexts
from storage.response_stream import ResponseStream
from storage.responses import Responses
from storage.results import Results
from storage.sent_reports import SentReports
from storage.series import SeriesStore
from storage.speed_events import SpeedEvents
from storage.summary import Summary
from storage.tasks import Tasks
from storage.trail import Trail
from storage.training_steps import TrainingSteps
from storage.wishes import Wishes

_LOCK = text("SELECT pg_advisory_xact_lock(:key)")
_STATE = text("SELECT total_changes(), data_version FROM pragma_data_version")
"""Rows this connection has written, and a number that grows with the commits of all others."""
_NOTIFY = text("SELECT pg_notify(:channel, '')")


class Work:
    """The stores of one open transaction. `now`: its time, aware UTC, at which everything in it happens."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        if now.tzinfo is None:
            raise ValueError("a transaction's time is aware: pass datetime.now(UTC), not a naive one")
        self.connection = connection
        self.now = now
        self.forgets = False
        """Whether it erased what must not stay readable in the database's log either (`Database.write`)."""

    async def lock(self, person: int) -> None:
        """One transaction at a time per `person` (a chat's id), across replicas; to be taken first."""
        if self.connection.dialect.name == "postgresql":
            await self.connection.execute(_LOCK, {"key": person})

    async def state(self) -> tuple[int, ...] | None:
        """Numbers that differ once anything was written since, by whatever process; None on PostgreSQL, which has none.

        They belong to the connection: compare those of one process's write transactions alone.
        """
        if self.connection.dialect.name != "sqlite":
            return None
        return tuple((await self.connection.execute(_STATE)).one())

    async def announce(self, channel: str) -> None:
        """At the commit, wakes those who `Database.listen` to the channel; nothing on SQLite."""
        if self.connection.dialect.name == "postgresql":
            await self.connection.execute(_NOTIFY, {"channel": channel})

    @cached_property
    def chats(self) -> Chats:
        return Chats(self.connection, self.now)

    @cached_property
    def digests(self) -> Digests:
        return Digests(self.connection, self.now)

    @cached_property
    def people(self) -> People:
        return People(self.connection, self.now)

    @cached_property
    def referrals(self) -> Referrals:
        return Referrals(self.connection, self.now)

    @cached_property
    def merging(self) -> Merging:
        return Merging(self.connection, self.now)

    @cached_property
    def people_drafts(self) -> PeopleDrafts:
        return PeopleDrafts(self.connection, self.now)

    @cached_property
    def own_data(self) -> OwnData:
        return OwnData(self.connection)

    @cached_property
    def erasures(self) -> Erasures:
        return Erasures(self.connection, self.now)

    @cached_property
    def organisations(self) -> Organisations:
        return Organisations(self.connection, self.now)

    @cached_property
    def memberships(self) -> Memberships:
        return Memberships(self.connection, self.now)

    @cached_property
    def invitations(self) -> Invitations:
        return Invitations(self.connection, self.now)

    @cached_property
    def consents(self) -> Consents:
        return Consents(self.connection, self.now)

    @cached_property
    def guardianships(self) -> Guardianships:
        return Guardianships(self.connection, self.now)

    @cached_property
    def mentorships(self) -> Mentorships:
        return Mentorships(self.connection, self.now)

    @cached_property
    def meetings(self) -> Meetings:
        return Meetings(self.connection, self.now)

    @cached_property
    def attendances(self) -> Attendances:
        return Attendances(self.connection, self.now)

    @cached_property
    def series(self) -> SeriesStore:
        return SeriesStore(self.connection, self.now)

    @cached_property
    def responses(self) -> Responses:
        return Responses(self.connection, self.now)

    @cached_property
    def definitions(self) -> Definitions:
        return Definitions(self.connection, self.now)

    @cached_property
    def campaigns(self) -> Campaigns:
        return Campaigns(self.connection, self.now)

    @cached_property
    def own_questionnaires(self) -> OwnQuestionnaires:
        return OwnQuestionnaires(self.connection, self.now)

    @cached_property
    def questionnaire_drafts(self) -> QuestionnaireDrafts:
        return QuestionnaireDrafts(self.connection, self.now)

    @cached_property
    def counts(self) -> AnswerCounts:
        return AnswerCounts(self.connection)

    @cached_property
    def results(self) -> Results:
        return Results(self.connection)

    @cached_property
    def answer_marks(self) -> AnswerMarks:
        return AnswerMarks(self.connection, self.now)

    @cached_property
    def response_stream(self) -> ResponseStream:
        return ResponseStream(self.connection)

    @cached_property
    def paired(self) -> Paired:
        return Paired(self.connection)

    @cached_property
    def paper_answers(self) -> PaperAnswers:
        return PaperAnswers(self.connection)

    @cached_property
    def recount(self) -> Recount:
        return Recount(self.connection)

    @cached_property
    def observations(self) -> Observations:
        return Observations(self.connection, self.now)

    @cached_property
    def anonymity(self) -> Anonymity:
        return Anonymity(self.connection, self.now)

    @cached_property
    def matchings(self) -> Matchings:
        return Matchings(self.connection, self.now)

    @cached_property
    def candidates(self) -> Candidates:
        return Candidates(self.connection, self.now)

    @cached_property
    def speed_events(self) -> SpeedEvents:
        return SpeedEvents(self.connection, self.now)

    @cached_property
    def wishes(self) -> Wishes:
        return Wishes(self.connection, self.now)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.connection, self.now)

    @cached_property
    def plans(self) -> Plans:
        return Plans(self.connection, self.now)

    @cached_property
    def updates(self) -> Updates:
        return Updates(self.connection, self.now)

    @cached_property
    def files(self) -> Files:
        return Files(self.connection, self.now)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.connection, self.now)

    @cached_property
    def summary(self) -> Summary:
        return Summary(self.connection, self.now)

    @cached_property
    def appointments(self) -> Appointments:
        return Appointments(self.connection, self.now)

    @cached_property
    def adults(self) -> Adults:
        return Adults(self.connection, self.now)

    @cached_property
    def trail(self) -> Trail:
        return Trail(self.connection, self.now)

    @cached_property
    def needs(self) -> NeedsStore:
        return NeedsStore(self.connection, self.now)

    @cached_property
    def base_reviews(self) -> BaseReviews:
        return BaseReviews(self.connection, self.now)

    @cached_property
    def health(self) -> HealthFacts:
        return HealthFacts(self.connection, self.now)

    @cached_property
    def looks(self) -> Looks:
        return Looks(self.connection, self.now)

    @cached_property
    def tasks(self) -> Tasks:
        return Tasks(self.connection, self.now)

    @cached_property
    def help_requests(self) -> HelpRequests:
        return HelpRequests(self.connection, self.now)

    @cached_property
    def alarms(self) -> Alarms:
        return Alarms(self.connection, self.now)

    @cached_property
    def training(self) -> TrainingSteps:
        return TrainingSteps(self.connection, self.now)

    @cached_property
    def first_steps(self) -> FirstSteps:
        return FirstSteps(self.connection)

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.connection, self.now)

    @cached_property
    def indicators(self) -> IndicatorStore:
        return IndicatorStore(self.connection, self.now)

    @cached_property
    def indicator_facts(self) -> IndicatorFacts:
        return IndicatorFacts(self.connection, self.now)

    @cached_property
    def milestones(self) -> Milestones:
        return Milestones(self.connection, self.now)

    @cached_property
    def awards(self) -> Awards:
        return Awards(self.connection, self.now)

    @cached_property
    def deeds(self) -> Deeds:
        return Deeds(self.connection, self.now)

    @cached_property
    def recommendations(self) -> Recommendations:
        return Recommendations(self.connection, self.now)

    @cached_property
    def practices(self) -> Practices:
        return Practices(self.connection, self.now)

    @cached_property
    def events(self) -> Events:
        return Events(self.connection, self.now)

    @cached_property
    def organisation_documents(self) -> OrganisationDocuments:
        return OrganisationDocuments(self.connection, self.now)

    @cached_property
    def municipality(self) -> Municipality:
        return Municipality(self.connection)

    @cached_property
    def report_figures(self) -> ReportFigures:
        return ReportFigures(self.connection)

    @cached_property
    def report_texts(self) -> ReportTexts:
        return ReportTexts(self.connection, self.now)

    @cached_property
    def sent_reports(self) -> SentReports:
        return SentReports(self.connection, self.now)

    @cached_property
    def organisation_mentorships(self) -> OrganisationMentorships:
        return OrganisationMentorships(self.connection, self.now)

    @cached_property
    def comparison(self) -> Comparison:
        return Comparison(self.connection)
