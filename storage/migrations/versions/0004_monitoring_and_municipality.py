"""monitoring and municipality"""

import sqlalchemy as sa
from alembic import op
from storage.types import EncryptedText
from storage.types import Json
from storage.types import UtcTime

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('appointments',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('executor', sa.String(length=24), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('appointed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('appointed_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_appointments_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_appointments_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appointments')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_appointments_organisation_executor', 'appointments', ['organisation_id', 'executor'], unique=False)
    op.create_index(op.f('ix_appointments_person_id'), 'appointments', ['person_id'], unique=False)

    op.create_table('awards',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('award', sa.String(length=24), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('school_year', sa.Integer(), nullable=False),
    sa.Column('grounds', Json(), nullable=False),
    sa.Column('words', EncryptedText(), nullable=True),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('given_on', sa.Date(), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('given_at', UtcTime(), nullable=False),
    sa.Column('revoked_at', UtcTime(), nullable=True),
    sa.Column('on_board', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_awards_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_awards_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_awards')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_awards_organisation_year', 'awards', ['organisation_id', 'school_year'], unique=False)
    op.create_index(op.f('ix_awards_person_id'), 'awards', ['person_id'], unique=False)

    op.create_table('denominators',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('on_date', sa.Date(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=False),
    sa.Column('source', sa.Text(), nullable=False),
    sa.Column('entered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('entered_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_denominators_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_denominators')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_denominators_organisation_name', 'denominators', ['organisation_id', 'name', 'on_date'], unique=False)

    op.create_table('events',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('about', sa.Text(), nullable=True),
    sa.Column('starts_at', UtcTime(), nullable=False),
    sa.Column('ends_at', UtcTime(), nullable=True),
    sa.Column('sign_up_until', UtcTime(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('seats', sa.Integer(), nullable=True),
    sa.Column('roles', Json(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('sequence', sa.Integer(), server_default='0', nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('changed_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_events_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_events')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_events_organisation_starts', 'events', ['organisation_id', 'starts_at'], unique=False)
    op.create_index('ix_events_state_starts', 'events', ['state', 'starts_at'], unique=False)

    op.create_table('indicator_plans',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('indicator', sa.String(length=16), nullable=False),
    sa.Column('period', sa.String(length=8), nullable=False),
    sa.Column('thousandths', sa.Integer(), nullable=False),
    sa.Column('source', sa.Text(), nullable=True),
    sa.Column('entered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('entered_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_indicator_plans_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_plans')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_indicator_plans_organisation_period', 'indicator_plans', ['organisation_id', 'period', 'indicator'], unique=False)

    op.create_table('indicator_reports',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('period', sa.String(length=8), nullable=False),
    sa.Column('report_date', sa.Date(), nullable=False),
    sa.Column('sent_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sent_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_indicator_reports_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_reports')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_indicator_reports_organisation_period', 'indicator_reports', ['organisation_id', 'period', 'sent_at'], unique=False)
    op.create_index('ix_indicator_reports_period', 'indicator_reports', ['period'], unique=False)

    op.create_table('milestones',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('row', sa.String(length=24), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('note', EncryptedText(), nullable=True),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('file', Json(), nullable=True),
    sa.Column('changed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('changed_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_milestones_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_milestones')),
    sa.UniqueConstraint('code', name=op.f('uq_milestones_code')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_milestones_organisation_id'), 'milestones', ['organisation_id'], unique=False)

    op.create_table('organisation_documents',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('number', sa.Text(), nullable=True),
    sa.Column('dated_on', sa.Date(), nullable=True),
    sa.Column('valid_until', sa.Date(), nullable=True),
    sa.Column('partner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('file', Json(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('added_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('added_at', UtcTime(), nullable=False),
    sa.Column('sent_at', UtcTime(), nullable=True),
    sa.Column('reviewed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('reviewed_at', UtcTime(), nullable=True),
    sa.Column('review', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_organisation_documents_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['partner_id'], ['organisations.id'], name=op.f('fk_organisation_documents_partner_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_documents')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_organisation_documents_kind_state', 'organisation_documents', ['kind', 'state'], unique=False)
    op.create_index('ix_organisation_documents_organisation_kind', 'organisation_documents', ['organisation_id', 'kind', 'state'], unique=False)

    op.create_table('organisation_mentorships',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentor_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('mentee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('goal', sa.Text(), nullable=False),
    sa.Column('starts', sa.Date(), nullable=False),
    sa.Column('ends', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('result', EncryptedText(), nullable=True),
    sa.Column('proposed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('proposed_at', UtcTime(), nullable=False),
    sa.Column('mentor_agreed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('mentee_agreed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('changed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('changed_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentee_id'], ['organisations.id'], name=op.f('fk_organisation_mentorships_mentee_id_organisations')),
    sa.ForeignKeyConstraint(['mentor_id'], ['organisations.id'], name=op.f('fk_organisation_mentorships_mentor_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_mentorships')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_organisation_mentorships_mentee_id'), 'organisation_mentorships', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_organisation_mentorships_mentor_id'), 'organisation_mentorships', ['mentor_id'], unique=False)

    op.create_table('practices',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('author_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('form', sa.String(length=24), nullable=True),
    sa.Column('problem', sa.Text(), nullable=False),
    sa.Column('description', sa.Text(), nullable=False),
    sa.Column('outcome', sa.Text(), nullable=False),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('file', Json(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('submitted_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('submitted_at', UtcTime(), nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', UtcTime(), nullable=True),
    sa.Column('comment', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['author_id'], ['people.id'], name=op.f('fk_practices_author_id_people'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_practices_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_practices')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_practices_author_id'), 'practices', ['author_id'], unique=False)
    op.create_index('ix_practices_organisation_state', 'practices', ['organisation_id', 'state'], unique=False)
    op.create_index('ix_practices_state_decided', 'practices', ['state', 'decided_at'], unique=False)

    op.create_table('recommendations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('indicator', sa.String(length=16), nullable=True),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('words', EncryptedText(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('written_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('written_at', UtcTime(), nullable=False),
    sa.Column('read_at', UtcTime(), nullable=True),
    sa.Column('answer', EncryptedText(), nullable=True),
    sa.Column('file', Json(), nullable=True),
    sa.Column('answered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('answered_at', UtcTime(), nullable=True),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', UtcTime(), nullable=True),
    sa.Column('comment', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_recommendations_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_recommendations')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_recommendations_organisation_state', 'recommendations', ['organisation_id', 'state'], unique=False)
    op.create_index('ix_recommendations_state_due', 'recommendations', ['state', 'due'], unique=False)

    op.create_table('report_texts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('report', sa.String(length=24), nullable=False),
    sa.Column('school_year', sa.Integer(), nullable=False),
    sa.Column('section', sa.String(length=24), nullable=False),
    sa.Column('words', EncryptedText(), nullable=False),
    sa.Column('written_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('written_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_report_texts_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report_texts')),
    sa.UniqueConstraint('code', name=op.f('uq_report_texts_code')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_report_texts_organisation_id'), 'report_texts', ['organisation_id'], unique=False)

    op.create_table('sent_reports',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('report', sa.String(length=24), nullable=False),
    sa.Column('occurrence', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('link', sa.Text(), nullable=True),
    sa.Column('file', Json(), nullable=True),
    sa.Column('note', EncryptedText(), nullable=True),
    sa.Column('sent_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sent_at', UtcTime(), nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', UtcTime(), nullable=True),
    sa.Column('answer', EncryptedText(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_sent_reports_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sent_reports')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_sent_reports_report_occurrence', 'sent_reports', ['report', 'occurrence', 'organisation_id'], unique=False)

    op.create_table('event_people',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('event_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('signed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('signed_at', UtcTime(), nullable=False),
    sa.Column('came', sa.Boolean(), nullable=True),
    sa.Column('result', sa.Text(), nullable=True),
    sa.Column('marked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['event_id'], ['events.id'], name=op.f('fk_event_people_event_id_events'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_event_people_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_event_people_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_people')),
    sa.UniqueConstraint('event_id', 'person_id', name=op.f('uq_event_people_event_id_person_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_event_people_person_id'), 'event_people', ['person_id'], unique=False)

    op.create_table('indicator_facts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('report_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('indicator', sa.String(length=16), nullable=False),
    sa.Column('numerator', sa.Integer(), nullable=False),
    sa.Column('denominator', sa.Integer(), nullable=True),
    sa.Column('planned', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['report_id'], ['indicator_reports.id'], name=op.f('fk_indicator_facts_report_id_indicator_reports'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_indicator_facts')),
    sa.UniqueConstraint('report_id', 'indicator', name=op.f('uq_indicator_facts_report_id_indicator')),
    sqlite_autoincrement=True
    )
    op.add_column('organisations', sa.Column('short_name', sa.Text(), nullable=True))
    op.add_column('organisations', sa.Column('genitive', sa.Text(), nullable=True))



def downgrade() -> None:
    op.drop_column('organisations', 'genitive')
    op.drop_column('organisations', 'short_name')

    op.drop_table('indicator_facts')
    op.drop_index(op.f('ix_event_people_person_id'), 'event_people')

    op.drop_table('event_people')
    op.drop_index('ix_sent_reports_report_occurrence', 'sent_reports')

    op.drop_table('sent_reports')
    op.drop_index(op.f('ix_report_texts_organisation_id'), 'report_texts')

    op.drop_table('report_texts')
    op.drop_index('ix_recommendations_state_due', 'recommendations')
    op.drop_index('ix_recommendations_organisation_state', 'recommendations')

    op.drop_table('recommendations')
    op.drop_index('ix_practices_state_decided', 'practices')
    op.drop_index('ix_practices_organisation_state', 'practices')
    op.drop_index(op.f('ix_practices_author_id'), 'practices')

    op.drop_table('practices')
    op.drop_index(op.f('ix_organisation_mentorships_mentor_id'), 'organisation_mentorships')
    op.drop_index(op.f('ix_organisation_mentorships_mentee_id'), 'organisation_mentorships')

    op.drop_table('organisation_mentorships')
    op.drop_index('ix_organisation_documents_organisation_kind', 'organisation_documents')
    op.drop_index('ix_organisation_documents_kind_state', 'organisation_documents')

    op.drop_table('organisation_documents')
    op.drop_index(op.f('ix_milestones_organisation_id'), 'milestones')

    op.drop_table('milestones')
    op.drop_index('ix_indicator_reports_period', 'indicator_reports')
    op.drop_index('ix_indicator_reports_organisation_period', 'indicator_reports')

    op.drop_table('indicator_reports')
    op.drop_index('ix_indicator_plans_organisation_period', 'indicator_plans')

    op.drop_table('indicator_plans')
    op.drop_index('ix_events_state_starts', 'events')
    op.drop_index('ix_events_organisation_starts', 'events')

    op.drop_table('events')
    op.drop_index('ix_denominators_organisation_name', 'denominators')

    op.drop_table('denominators')
    op.drop_index(op.f('ix_awards_person_id'), 'awards')
    op.drop_index('ix_awards_organisation_year', 'awards')

    op.drop_table('awards')
    op.drop_index(op.f('ix_appointments_person_id'), 'appointments')
    op.drop_index('ix_appointments_organisation_executor', 'appointments')

    op.drop_table('appointments')
