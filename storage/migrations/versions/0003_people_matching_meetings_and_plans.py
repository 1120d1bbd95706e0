"""people matching meetings and plans"""

import sqlalchemy as sa
from alembic import op
from storage.types import EncryptedText
from storage.types import Json
from storage.types import UtcTime

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('trail',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('subject', sa.String(length=16), nullable=False),
    sa.Column('subject_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('event', sa.String(length=32), nullable=False),
    sa.Column('actor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('at', UtcTime(), nullable=False),
    sa.Column('details', EncryptedText(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_trail')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_trail_subject', 'trail', ['subject', 'subject_id', 'at'], unique=False)

    op.create_table('base_reviews',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('reviewed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('reviewed_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_base_reviews_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_base_reviews')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_base_reviews_organisation_role', 'base_reviews', ['organisation_id', 'role', 'reviewed_at'], unique=False)

    op.create_table('matchings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('form', sa.String(length=24), nullable=False),
    sa.Column('role_model', sa.String(length=48), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('settings', Json(), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('computed_at', UtcTime(), nullable=True),
    sa.Column('council_at', UtcTime(), nullable=True),
    sa.Column('published_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_matchings_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_matchings')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_matchings_organisation_state', 'matchings', ['organisation_id', 'state'], unique=False)

    op.create_table('needs',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('facts', EncryptedText(), nullable=False),
    sa.Column('set_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('set_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_needs_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_needs_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_needs')),
    sa.UniqueConstraint('person_id', 'organisation_id', name=op.f('uq_needs_person_id_organisation_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_needs_organisation_id'), 'needs', ['organisation_id'], unique=False)

    op.create_table('pair_rules',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('allowed', sa.Boolean(), nullable=False),
    sa.Column('set_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('set_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_pair_rules_mentee_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_pair_rules_mentor_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_pair_rules_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pair_rules')),
    sa.UniqueConstraint('organisation_id', 'mentee_id', 'mentor_id', name=op.f('uq_pair_rules_organisation_id_mentee_id_mentor_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_pair_rules_mentee_id'), 'pair_rules', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_pair_rules_mentor_id'), 'pair_rules', ['mentor_id'], unique=False)

    op.create_table('people_drafts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('body', EncryptedText(), nullable=False),
    sa.Column('read_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_people_drafts_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people_drafts')),
    sa.UniqueConstraint('chat_id', name=op.f('uq_people_drafts_chat_id')),
    sqlite_autoincrement=True
    )
    op.create_table('referrals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('referred_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', EncryptedText(), nullable=False),
    sa.Column('school_class', sa.String(length=16), nullable=True),
    sa.Column('areas', Json(), nullable=False),
    sa.Column('reason', EncryptedText(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', UtcTime(), nullable=True),
    sa.Column('answer', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_referrals_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_referrals_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['referred_by'], ['people.id'], name=op.f('fk_referrals_referred_by_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_referrals')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_referrals_organisation_state', 'referrals', ['organisation_id', 'state'], unique=False)
    op.create_index(op.f('ix_referrals_person_id'), 'referrals', ['person_id'], unique=False)
    op.create_index(op.f('ix_referrals_referred_by'), 'referrals', ['referred_by'], unique=False)

    op.create_table('speed_events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('starts_at', UtcTime(), nullable=False),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('talk_minutes', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_speed_events_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_speed_events')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_speed_events_organisation_state', 'speed_events', ['organisation_id', 'state'], unique=False)

    op.create_table('training_materials',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('file', Json(), nullable=True),
    sa.Column('added_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('added_at', UtcTime(), nullable=False),
    sa.Column('archived', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_training_materials_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_materials')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_training_materials_organisation_id'), 'training_materials', ['organisation_id'], unique=False)

    op.create_table('training_sessions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('step', sa.String(length=16), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('starts_at', UtcTime(), nullable=False),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_training_sessions_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_sessions')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_training_sessions_organisation_starts', 'training_sessions', ['organisation_id', 'starts_at'], unique=False)

    op.create_table('alarms',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('response_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question', sa.String(length=24), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('raised_at', UtcTime(), nullable=False),
    sa.Column('seen_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('seen_at', UtcTime(), nullable=True),
    sa.Column('note', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_alarms_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_alarms_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['response_id'], ['responses.id'], name=op.f('fk_alarms_response_id_responses'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_alarms')),
    sa.UniqueConstraint('response_id', 'question', name=op.f('uq_alarms_response_id_question')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_alarms_organisation_seen', 'alarms', ['organisation_id', 'seen_at'], unique=False)
    op.create_index(op.f('ix_alarms_person_id'), 'alarms', ['person_id'], unique=False)

    op.create_table('help_requests',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('area', sa.String(length=48), nullable=True),
    sa.Column('question', EncryptedText(), nullable=False),
    sa.Column('addressee', sa.String(length=8), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('asked_at', UtcTime(), nullable=False),
    sa.Column('taken_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('taken_at', UtcTime(), nullable=True),
    sa.Column('answer', EncryptedText(), nullable=True),
    sa.Column('answered_at', UtcTime(), nullable=True),
    sa.Column('helped', sa.Boolean(), nullable=True),
    sa.Column('closed_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['people.id'], name=op.f('fk_help_requests_asked_by_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_help_requests_mentorship_id_mentorships')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_help_requests_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['taken_by'], ['people.id'], name=op.f('fk_help_requests_taken_by_people'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_help_requests')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_help_requests_asked_by'), 'help_requests', ['asked_by'], unique=False)
    op.create_index(op.f('ix_help_requests_mentorship_id'), 'help_requests', ['mentorship_id'], unique=False)
    op.create_index('ix_help_requests_organisation_state', 'help_requests', ['organisation_id', 'state'], unique=False)
    op.create_index(op.f('ix_help_requests_taken_by'), 'help_requests', ['taken_by'], unique=False)

    op.create_table('matching_comments',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('matching_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('author_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('comment', EncryptedText(), nullable=False),
    sa.Column('written_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_matching_comments_author_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['matching_id'], ['matchings.id'], name=op.f('fk_matching_comments_matching_id_matchings'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_matching_comments_mentee_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_matching_comments')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_matching_comments_matching_mentee', 'matching_comments', ['matching_id', 'mentee_id'], unique=False)

    op.create_table('matching_pairs',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('matching_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('mentor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('mark', sa.String(length=12), nullable=False),
    sa.Column('score', sa.Integer(), nullable=True),
    sa.Column('reasons', EncryptedText(), nullable=True),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['matching_id'], ['matchings.id'], name=op.f('fk_matching_pairs_matching_id_matchings'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_matching_pairs_mentee_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_matching_pairs_mentor_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_matching_pairs_mentorship_id_mentorships')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_matching_pairs')),
    sa.UniqueConstraint('matching_id', 'mentee_id', 'mentor_id', name=op.f('uq_matching_pairs_matching_id_mentee_id_mentor_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_matching_pairs_mentee_id'), 'matching_pairs', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_matching_pairs_mentor_id'), 'matching_pairs', ['mentor_id'], unique=False)

    op.create_table('matching_people',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('matching_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.ForeignKeyConstraint(['matching_id'], ['matchings.id'], name=op.f('fk_matching_people_matching_id_matchings'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_matching_people_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_matching_people')),
    sa.UniqueConstraint('matching_id', 'person_id', 'side', name=op.f('uq_matching_people_matching_id_person_id_side')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_matching_people_person_id'), 'matching_people', ['person_id'], unique=False)

    op.create_table('meeting_series',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('every_weeks', sa.Integer(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('planned_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('planned_at', UtcTime(), nullable=False),
    sa.Column('stopped_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_meeting_series_mentorship_id_mentorships')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_series')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_meeting_series_mentorship_id'), 'meeting_series', ['mentorship_id'], unique=False)

    op.create_table('mentorship_adults',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', EncryptedText(), nullable=True),
    sa.Column('duty', sa.String(length=16), nullable=False),
    sa.Column('speciality', sa.Text(), nullable=True),
    sa.Column('added_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('added_at', UtcTime(), nullable=False),
    sa.Column('removed_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_mentorship_adults_mentorship_id_mentorships')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_mentorship_adults_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentorship_adults')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentorship_adults_mentorship_id'), 'mentorship_adults', ['mentorship_id'], unique=False)
    op.create_index(op.f('ix_mentorship_adults_person_id'), 'mentorship_adults', ['person_id'], unique=False)

    op.create_table('mentorship_looks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('looked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('looked_at', UtcTime(), nullable=False),
    sa.Column('rests_until', sa.Date(), nullable=True),
    sa.Column('note', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_mentorship_looks_mentorship_id_mentorships')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentorship_looks')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentorship_looks_mentorship_id'), 'mentorship_looks', ['mentorship_id'], unique=False)

    op.create_table('plans',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('template', sa.String(length=48), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('version', sa.Integer(), server_default='1', nullable=False),
    sa.Column('fields', EncryptedText(), nullable=False),
    sa.Column('assessment', EncryptedText(), nullable=True),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('changed_at', UtcTime(), nullable=False),
    sa.Column('agreed_at', UtcTime(), nullable=True),
    sa.Column('closed_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_plans_mentorship_id_mentorships')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_plans_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plans')),
    sa.UniqueConstraint('mentorship_id', 'person_id', name=op.f('uq_plans_mentorship_id_person_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_plans_person_id'), 'plans', ['person_id'], unique=False)

    op.create_table('speed_people',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('turn', sa.Integer(), nullable=False),
    sa.Column('came', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['event_id'], ['speed_events.id'], name=op.f('fk_speed_people_event_id_speed_events'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_speed_people_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_speed_people')),
    sa.UniqueConstraint('event_id', 'person_id', 'side', name=op.f('uq_speed_people_event_id_person_id_side')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_speed_people_person_id'), 'speed_people', ['person_id'], unique=False)

    op.create_table('tasks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('task', EncryptedText(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('set_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('set_at', UtcTime(), nullable=False),
    sa.Column('report', EncryptedText(), nullable=True),
    sa.Column('file', EncryptedText(), nullable=True),
    sa.Column('done_at', UtcTime(), nullable=True),
    sa.Column('comment', EncryptedText(), nullable=True),
    sa.Column('checked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('checked_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_tasks_mentorship_id_mentorships')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_tasks_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tasks')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_tasks_mentorship_state', 'tasks', ['mentorship_id', 'state'], unique=False)
    op.create_index(op.f('ix_tasks_person_id'), 'tasks', ['person_id'], unique=False)
    op.create_index('ix_tasks_state_due', 'tasks', ['state', 'due'], unique=False)

    op.create_table('training_steps',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('membership_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('session_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('step', sa.String(length=16), nullable=False),
    sa.Column('result', sa.String(length=16), nullable=True),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('note', EncryptedText(), nullable=True),
    sa.Column('recorded_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('recorded_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['membership_id'], ['memberships.id'], name=op.f('fk_training_steps_membership_id_memberships'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_training_steps_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_steps')),
    sa.UniqueConstraint('membership_id', 'session_id', name=op.f('uq_training_steps_membership_id_session_id')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_training_steps_membership_step', 'training_steps', ['membership_id', 'step'], unique=False)
    op.create_index(op.f('ix_training_steps_session_id'), 'training_steps', ['session_id'], unique=False)

    op.create_table('wishes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('about_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('wish', sa.Integer(), nullable=False),
    sa.Column('wished_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['about_id'], ['people.id'], name=op.f('fk_wishes_about_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['event_id'], ['speed_events.id'], name=op.f('fk_wishes_event_id_speed_events'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_wishes_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_wishes_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_wishes')),
    sa.UniqueConstraint('organisation_id', 'person_id', 'about_id', name=op.f('uq_wishes_organisation_id_person_id_about_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_wishes_about_id'), 'wishes', ['about_id'], unique=False)
    op.create_index(op.f('ix_wishes_event_id'), 'wishes', ['event_id'], unique=False)

    op.create_table('attendances',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('meeting_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('present', sa.Boolean(), nullable=False),
    sa.Column('reason', sa.String(length=24), nullable=True),
    sa.Column('marked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('marked_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_attendances_meeting_id_meetings')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_attendances_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attendances')),
    sa.UniqueConstraint('meeting_id', 'person_id', name=op.f('uq_attendances_meeting_id_person_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_attendances_person_id'), 'attendances', ['person_id'], unique=False)

    op.create_table('plan_agreements',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('agreed_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_plan_agreements_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['plan_id'], ['plans.id'], name=op.f('fk_plan_agreements_plan_id_plans'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_agreements')),
    sa.UniqueConstraint('plan_id', 'version', 'person_id', name=op.f('uq_plan_agreements_plan_id_version_person_id')),
    sqlite_autoincrement=True
    )
    op.create_table('plan_items',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('section', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=8), nullable=True),
    sa.Column('task', EncryptedText(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('expected', EncryptedText(), nullable=True),
    sa.Column('grade', sa.String(length=16), nullable=True),
    sa.Column('result', EncryptedText(), nullable=True),
    sa.Column('assessment', EncryptedText(), nullable=True),
    sa.Column('graded_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('graded_at', UtcTime(), nullable=True),
    sa.Column('removed_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['plan_id'], ['plans.id'], name=op.f('fk_plan_items_plan_id_plans'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_items')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_plan_items_due', 'plan_items', ['due'], unique=False)
    op.create_index('ix_plan_items_plan_section', 'plan_items', ['plan_id', 'section', 'place'], unique=False)

    op.create_table('plan_versions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('plan_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('body', EncryptedText(), nullable=False),
    sa.Column('agreed_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['plan_id'], ['plans.id'], name=op.f('fk_plan_versions_plan_id_plans'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_plan_versions')),
    sa.UniqueConstraint('plan_id', 'version', name=op.f('uq_plan_versions_plan_id_version')),
    sqlite_autoincrement=True
    )
    op.add_column('invitations', sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.create_index(op.f('ix_invitations_person_id'), 'invitations', ['person_id'], unique=False)

    op.add_column('meetings', sa.Column('format', sa.String(length=16), server_default='in_person', nullable=False))
    op.add_column('meetings', sa.Column('link', EncryptedText(), nullable=True))
    op.add_column('meetings', sa.Column('series_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.create_index(op.f('ix_meetings_series_id'), 'meetings', ['series_id'], unique=False)

    op.add_column('memberships', sa.Column('capacity', sa.Integer(), nullable=True))
    op.add_column('memberships', sa.Column('times', Json(), nullable=True))
    op.add_column('memberships', sa.Column('paused_from', sa.Date(), nullable=True))
    op.add_column('memberships', sa.Column('paused_until', sa.Date(), nullable=True))
    op.add_column('memberships', sa.Column('pause_reason', EncryptedText(), nullable=True))
    op.add_column('memberships', sa.Column('council', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('memberships', sa.Column('expert', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('memberships', sa.Column('changed_at', UtcTime(), nullable=True))
    op.create_index(op.f('ix_memberships_paused_until'), 'memberships', ['paused_until'], unique=False)

    op.add_column('mentorships', sa.Column('continues_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.create_index(op.f('ix_mentorships_continues_id'), 'mentorships', ['continues_id'], unique=False)

    op.add_column('people', sa.Column('speaks', Json(), nullable=True))
    op.add_column('people', sa.Column('entered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))

    op.add_column('time_proposals', sa.Column('place', EncryptedText(), nullable=True))
    op.add_column('time_proposals', sa.Column('link', EncryptedText(), nullable=True))



def downgrade() -> None:
    op.drop_column('time_proposals', 'link')
    op.drop_column('time_proposals', 'place')

    op.drop_column('people', 'entered_by')
    op.drop_column('people', 'speaks')

    op.drop_index(op.f('ix_mentorships_continues_id'), 'mentorships')
    op.drop_column('mentorships', 'continues_id')

    op.drop_index(op.f('ix_memberships_paused_until'), table_name='memberships')
    op.drop_column('memberships', 'changed_at')
    op.drop_column('memberships', 'expert')
    op.drop_column('memberships', 'council')
    op.drop_column('memberships', 'pause_reason')
    op.drop_column('memberships', 'paused_until')
    op.drop_column('memberships', 'paused_from')
    op.drop_column('memberships', 'times')
    op.drop_column('memberships', 'capacity')

    op.drop_index(op.f('ix_meetings_series_id'), 'meetings')
    op.drop_column('meetings', 'series_id')
    op.drop_column('meetings', 'link')
    op.drop_column('meetings', 'format')

    op.drop_index(op.f('ix_invitations_person_id'), 'invitations')
    op.drop_column('invitations', 'person_id')

    op.drop_table('plan_versions')
    op.drop_index('ix_plan_items_plan_section', 'plan_items')
    op.drop_index('ix_plan_items_due', 'plan_items')

    op.drop_table('plan_items')
    op.drop_table('plan_agreements')
    op.drop_index(op.f('ix_attendances_person_id'), 'attendances')

    op.drop_table('attendances')
    op.drop_index(op.f('ix_wishes_event_id'), 'wishes')
    op.drop_index(op.f('ix_wishes_about_id'), 'wishes')

    op.drop_table('wishes')
    op.drop_index(op.f('ix_training_steps_session_id'), 'training_steps')
    op.drop_index('ix_training_steps_membership_step', 'training_steps')

    op.drop_table('training_steps')
    op.drop_index('ix_tasks_state_due', 'tasks')
    op.drop_index(op.f('ix_tasks_person_id'), 'tasks')
    op.drop_index('ix_tasks_mentorship_state', 'tasks')

    op.drop_table('tasks')
    op.drop_index(op.f('ix_speed_people_person_id'), 'speed_people')

    op.drop_table('speed_people')
    op.drop_index(op.f('ix_plans_person_id'), 'plans')

    op.drop_table('plans')
    op.drop_index(op.f('ix_mentorship_looks_mentorship_id'), 'mentorship_looks')

    op.drop_table('mentorship_looks')
    op.drop_index(op.f('ix_mentorship_adults_person_id'), 'mentorship_adults')
    op.drop_index(op.f('ix_mentorship_adults_mentorship_id'), 'mentorship_adults')

    op.drop_table('mentorship_adults')
    op.drop_index(op.f('ix_meeting_series_mentorship_id'), 'meeting_series')

    op.drop_table('meeting_series')
    op.drop_index(op.f('ix_matching_people_person_id'), 'matching_people')

    op.drop_table('matching_people')
    op.drop_index(op.f('ix_matching_pairs_mentor_id'), 'matching_pairs')
    op.drop_index(op.f('ix_matching_pairs_mentee_id'), 'matching_pairs')

    op.drop_table('matching_pairs')
    op.drop_index('ix_matching_comments_matching_mentee', 'matching_comments')

    op.drop_table('matching_comments')
    op.drop_index(op.f('ix_help_requests_taken_by'), 'help_requests')
    op.drop_index('ix_help_requests_organisation_state', 'help_requests')
    op.drop_index(op.f('ix_help_requests_mentorship_id'), 'help_requests')
    op.drop_index(op.f('ix_help_requests_asked_by'), 'help_requests')

    op.drop_table('help_requests')
    op.drop_index(op.f('ix_alarms_person_id'), 'alarms')
    op.drop_index('ix_alarms_organisation_seen', 'alarms')

    op.drop_table('alarms')
    op.drop_index('ix_training_sessions_organisation_starts', 'training_sessions')

    op.drop_table('training_sessions')
    op.drop_index(op.f('ix_training_materials_organisation_id'), 'training_materials')

    op.drop_table('training_materials')
    op.drop_index('ix_speed_events_organisation_state', 'speed_events')

    op.drop_table('speed_events')
    op.drop_index(op.f('ix_referrals_referred_by'), 'referrals')
    op.drop_index(op.f('ix_referrals_person_id'), 'referrals')
    op.drop_index('ix_referrals_organisation_state', 'referrals')

    op.drop_table('referrals')
    op.drop_table('people_drafts')
    op.drop_index(op.f('ix_pair_rules_mentor_id'), 'pair_rules')
    op.drop_index(op.f('ix_pair_rules_mentee_id'), 'pair_rules')

    op.drop_table('pair_rules')
    op.drop_index(op.f('ix_needs_organisation_id'), 'needs')

    op.drop_table('needs')
    op.drop_index('ix_matchings_organisation_state', 'matchings')

    op.drop_table('matchings')
    op.drop_index('ix_base_reviews_organisation_role', 'base_reviews')

    op.drop_table('base_reviews')
    op.drop_index('ix_trail_subject', 'trail')

    op.drop_table('trail')
