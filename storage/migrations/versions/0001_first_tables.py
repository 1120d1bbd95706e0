"""first tables"""

import sqlalchemy as sa
from alembic import op
from storage.types import EncryptedText
from storage.types import Json
from storage.types import UtcTime

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('chats',
    sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('last_incoming', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('reachable', sa.Boolean(), server_default=sa.text('(true)'), nullable=False),
    sa.Column('active_response', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('started_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('chat_id', name=op.f('pk_chats'))
    )
    op.create_table('definitions',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('first_used_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_definitions')),
    sa.UniqueConstraint('name', 'version', name=op.f('uq_definitions_name_version')),
    sqlite_autoincrement=True
    )
    op.create_table('files',
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.Column('file_id', sa.Text(), nullable=True),
    sa.Column('stored_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('sha256', name=op.f('pk_files'))
    )
    op.create_table('jobs',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('arguments', Json(), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('slot', sa.String(length=48), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('attempts', sa.Integer(), server_default='0', nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('started_at', UtcTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_jobs')),
    sqlite_autoincrement=True
    )
    op.create_table('organisations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('search', sa.Text(), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('zone', sa.String(length=64), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisations')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('organisations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_organisations_search'), ['search'], unique=False)

    op.create_table('outgoing',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('lane', sa.Integer(), nullable=False),
    sa.Column('slot', sa.String(length=48), nullable=False),
    sa.Column('body', EncryptedText(), nullable=False),
    sa.Column('fresh', sa.Boolean(), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('not_before', UtcTime(), nullable=True),
    sa.Column('expires_at', UtcTime(), nullable=True),
    sa.Column('attempts', sa.Integer(), server_default='0', nullable=False),
    sa.Column('dead', sa.Text(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_outgoing')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('outgoing', schema=None) as batch_op:
        batch_op.create_index('ix_outgoing_chat_lane', ['chat_id', 'lane', 'id'], unique=False)
        batch_op.create_index('ix_outgoing_slot', ['chat_id', 'slot'], unique=False)

    op.create_table('parked',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('bot', sa.BigInteger(), nullable=False),
    sa.Column('update_id', sa.BigInteger(), nullable=True),
    sa.Column('reason', sa.String(length=24), nullable=False),
    sa.Column('body', EncryptedText(), nullable=False),
    sa.Column('traceback', EncryptedText(), nullable=True),
    sa.Column('parked_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_parked')),
    sqlite_autoincrement=True
    )
    op.create_table('people',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('telegram_id', sa.BigInteger(), nullable=True),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('search', sa.Text(), nullable=False),
    sa.Column('birth', sa.Date(), nullable=True),
    sa.Column('category', sa.String(length=16), nullable=True),
    sa.Column('school_class', sa.String(length=16), nullable=True),
    sa.Column('post', sa.Text(), nullable=True),
    sa.Column('subject', sa.Text(), nullable=True),
    sa.Column('career_start', sa.Date(), nullable=True),
    sa.Column('hired_here', sa.Date(), nullable=True),
    sa.Column('workplace', sa.Text(), nullable=True),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('zone', sa.String(length=64), nullable=True),
    sa.Column('registered_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sa.UniqueConstraint('telegram_id', name=op.f('uq_people_telegram_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_people_search'), ['search'], unique=False)

    op.create_table('planned_keys',
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=True),
    sa.Column('due', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_planned_keys'))
    )
    with op.batch_alter_table('planned_keys', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_planned_keys_due'), ['due'], unique=False)

    op.create_table('screens',
    sa.Column('chat_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('slot', sa.String(length=48), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=False),
    sa.Column('form', sa.String(length=8), nullable=False),
    sa.Column('buttons', sa.Boolean(), nullable=False),
    sa.Column('shown_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('chat_id', 'slot', name=op.f('pk_screens'))
    )
    op.create_table('settings',
    sa.Column('name', sa.String(length=48), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_settings'))
    )
    op.create_table('starts',
    sa.Column('bot', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('update_id', sa.BigInteger(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('bot', name=op.f('pk_starts'))
    )
    op.create_table('updates',
    sa.Column('bot', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('update_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('taken_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('bot', 'update_id', name=op.f('pk_updates'))
    )
    with op.batch_alter_table('updates', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_updates_taken_at'), ['taken_at'], unique=False)

    op.create_table('memberships',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('areas', Json(), nullable=False),
    sa.Column('request', EncryptedText(), nullable=True),
    sa.Column('reason', EncryptedText(), nullable=True),
    sa.Column('applied_at', UtcTime(), nullable=False),
    sa.Column('decided_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('decided_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_memberships_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_memberships_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_memberships')),
    sa.UniqueConstraint('person_id', 'organisation_id', 'role', name=op.f('uq_memberships_person_id_organisation_id_role')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('memberships', schema=None) as batch_op:
        batch_op.create_index('ix_memberships_organisation_role', ['organisation_id', 'role', 'state'], unique=False)
        batch_op.create_index('uq_memberships_municipality', ['person_id', 'role'], unique=True, sqlite_where=sa.text('organisation_id IS NULL'), postgresql_where=sa.text('organisation_id IS NULL'))

    op.create_table('mentorships',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('form', sa.String(length=24), nullable=False),
    sa.Column('role_model', sa.String(length=48), nullable=False),
    sa.Column('kind', sa.String(length=24), nullable=False),
    sa.Column('starts', sa.Date(), nullable=False),
    sa.Column('ends', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('proposed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('proposed_at', UtcTime(), nullable=False),
    sa.Column('order_number', sa.Text(), nullable=True),
    sa.Column('order_date', sa.Date(), nullable=True),
    sa.Column('activated_at', UtcTime(), nullable=True),
    sa.Column('exit_asked_at', UtcTime(), nullable=True),
    sa.Column('ended_at', UtcTime(), nullable=True),
    sa.Column('end_reason', sa.String(length=24), nullable=True),
    sa.Column('end_comment', EncryptedText(), nullable=True),
    sa.Column('end_order_number', sa.Text(), nullable=True),
    sa.Column('end_order_date', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_mentorships_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentorships')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('mentorships', schema=None) as batch_op:
        batch_op.create_index('ix_mentorships_organisation_state', ['organisation_id', 'state'], unique=False)

    op.create_table('responses',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=True),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('definition', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=8), nullable=False),
    sa.Column('subject', sa.String(length=16), nullable=True),
    sa.Column('subject_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('asking', sa.String(length=24), nullable=True),
    sa.Column('skipped', Json(), nullable=False),
    sa.Column('marks', Json(), nullable=False),
    sa.Column('anonymous', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('asked_at', UtcTime(), nullable=False),
    sa.Column('due_at', UtcTime(), nullable=True),
    sa.Column('reminded_at', UtcTime(), nullable=True),
    sa.Column('started_at', UtcTime(), nullable=True),
    sa.Column('finished_at', UtcTime(), nullable=True),
    sa.Column('entered_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_responses_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_responses')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('responses', schema=None) as batch_op:
        batch_op.create_index('ix_responses_chat_state', ['chat_id', 'state'], unique=False)
        batch_op.create_index('ix_responses_organisation_finished', ['organisation_id', 'finished_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_responses_person_id'), ['person_id'], unique=False)
        batch_op.create_index('ix_responses_state_asked', ['state', 'asked_at'], unique=False)
        batch_op.create_index('ix_responses_state_due', ['state', 'due_at'], unique=False)
        batch_op.create_index('ix_responses_subject', ['subject', 'subject_id'], unique=False)

    op.create_table('answers',
    sa.Column('response_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question', sa.String(length=24), nullable=False),
    sa.Column('value', Json(), nullable=True),
    sa.Column('secret', EncryptedText(), nullable=True),
    sa.Column('on_path', sa.Boolean(), nullable=False),
    sa.Column('answered_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['response_id'], ['responses.id'], name=op.f('fk_answers_response_id_responses'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('response_id', 'question', name=op.f('pk_answers'))
    )
    op.create_table('consents',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('response_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('given_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('given_at', UtcTime(), nullable=False),
    sa.Column('paper_date', sa.Date(), nullable=True),
    sa.Column('paper_file', EncryptedText(), nullable=True),
    sa.Column('paper_giver', EncryptedText(), nullable=True),
    sa.Column('recorded_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('withdrawn_at', UtcTime(), nullable=True),
    sa.CheckConstraint('(person_id IS NULL) <> (response_id IS NULL)', name=op.f('ck_consents_person_or_response')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_consents_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['response_id'], ['responses.id'], name=op.f('fk_consents_response_id_responses'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_consents')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_consents_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_consents_response_id'), ['response_id'], unique=False)

    op.create_table('guardianships',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('child_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('response_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('guardian_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('relation', sa.String(length=16), nullable=False),
    sa.Column('hears_of_meetings', sa.Boolean(), nullable=False),
    sa.CheckConstraint('(child_id IS NULL) <> (response_id IS NULL)', name=op.f('ck_guardianships_child_or_response')),
    sa.ForeignKeyConstraint(['child_id'], ['people.id'], name=op.f('fk_guardianships_child_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['guardian_id'], ['people.id'], name=op.f('fk_guardianships_guardian_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['response_id'], ['responses.id'], name=op.f('fk_guardianships_response_id_responses'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guardianships')),
    sa.UniqueConstraint('child_id', 'guardian_id', name=op.f('uq_guardianships_child_id_guardian_id')),
    sa.UniqueConstraint('response_id', 'guardian_id', name=op.f('uq_guardianships_response_id_guardian_id')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('guardianships', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_guardianships_child_id'), ['child_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_guardianships_guardian_id'), ['guardian_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_guardianships_response_id'), ['response_id'], unique=False)

    op.create_table('invitations',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('token_hash', sa.LargeBinary(length=32), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('role', sa.String(length=16), nullable=True),
    sa.Column('response_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('expires_at', UtcTime(), nullable=False),
    sa.Column('used_at', UtcTime(), nullable=True),
    sa.Column('used_by', sa.BigInteger(), nullable=True),
    sa.Column('revoked_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_invitations_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['response_id'], ['responses.id'], name=op.f('fk_invitations_response_id_responses'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitations_token_hash')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitations_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_invitations_response_id'), ['response_id'], unique=False)

    op.create_table('meetings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('starts_at', UtcTime(), nullable=False),
    sa.Column('place', EncryptedText(), nullable=True),
    sa.Column('state', sa.String(length=16), nullable=False),
    sa.Column('planned_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('planned_at', UtcTime(), nullable=False),
    sa.Column('sequence', sa.Integer(), server_default='0', nullable=False),
    sa.Column('moves', sa.Integer(), server_default='0', nullable=False),
    sa.Column('unplanned', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('not_held_reason', sa.String(length=24), nullable=True),
    sa.Column('topics', Json(), nullable=False),
    sa.Column('outcome', EncryptedText(), nullable=True),
    sa.Column('logged_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('logged_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_meetings_mentorship_id_mentorships')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meetings')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.create_index('ix_meetings_mentorship_starts', ['mentorship_id', 'starts_at'], unique=False)
        batch_op.create_index('ix_meetings_state_starts', ['state', 'starts_at'], unique=False)

    op.create_table('parties',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('mentorship_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('side', sa.String(length=8), nullable=False),
    sa.Column('agreed', sa.Boolean(), nullable=True),
    sa.Column('answered_at', UtcTime(), nullable=True),
    sa.ForeignKeyConstraint(['mentorship_id'], ['mentorships.id'], name=op.f('fk_parties_mentorship_id_mentorships')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_parties_organisation_id_organisations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_parties_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_parties')),
    sa.UniqueConstraint('mentorship_id', 'person_id', 'side', name=op.f('uq_parties_mentorship_id_person_id_side')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_parties_person_id'), ['person_id'], unique=False)

    op.create_table('time_proposals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('meeting_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('proposed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('starts_at', UtcTime(), nullable=False),
    sa.Column('comment', EncryptedText(), nullable=True),
    sa.Column('proposed_at', UtcTime(), nullable=False),
    sa.Column('accepted', sa.Boolean(), nullable=True),
    sa.ForeignKeyConstraint(['meeting_id'], ['meetings.id'], name=op.f('fk_time_proposals_meeting_id_meetings')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_time_proposals')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('time_proposals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_time_proposals_meeting_id'), ['meeting_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('time_proposals', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_time_proposals_meeting_id'))

    op.drop_table('time_proposals')
    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_parties_person_id'))

    op.drop_table('parties')
    with op.batch_alter_table('meetings', schema=None) as batch_op:
        batch_op.drop_index('ix_meetings_state_starts')
        batch_op.drop_index('ix_meetings_mentorship_starts')

    op.drop_table('meetings')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_response_id'))
        batch_op.drop_index(batch_op.f('ix_invitations_organisation_id'))

    op.drop_table('invitations')
    with op.batch_alter_table('guardianships', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_guardianships_response_id'))
        batch_op.drop_index(batch_op.f('ix_guardianships_guardian_id'))
        batch_op.drop_index(batch_op.f('ix_guardianships_child_id'))

    op.drop_table('guardianships')
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_consents_response_id'))
        batch_op.drop_index(batch_op.f('ix_consents_person_id'))

    op.drop_table('consents')
    op.drop_table('answers')
    with op.batch_alter_table('responses', schema=None) as batch_op:
        batch_op.drop_index('ix_responses_subject')
        batch_op.drop_index('ix_responses_state_due')
        batch_op.drop_index('ix_responses_state_asked')
        batch_op.drop_index(batch_op.f('ix_responses_person_id'))
        batch_op.drop_index('ix_responses_organisation_finished')
        batch_op.drop_index('ix_responses_chat_state')

    op.drop_table('responses')
    with op.batch_alter_table('mentorships', schema=None) as batch_op:
        batch_op.drop_index('ix_mentorships_organisation_state')

    op.drop_table('mentorships')
    with op.batch_alter_table('memberships', schema=None) as batch_op:
        batch_op.drop_index('uq_memberships_municipality', sqlite_where=sa.text('organisation_id IS NULL'), postgresql_where=sa.text('organisation_id IS NULL'))
        batch_op.drop_index('ix_memberships_organisation_role')

    op.drop_table('memberships')
    with op.batch_alter_table('updates', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_updates_taken_at'))

    op.drop_table('updates')
    op.drop_table('starts')
    op.drop_table('settings')
    op.drop_table('screens')
    with op.batch_alter_table('planned_keys', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_planned_keys_due'))

    op.drop_table('planned_keys')
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_people_search'))

    op.drop_table('people')
    op.drop_table('parked')
    with op.batch_alter_table('outgoing', schema=None) as batch_op:
        batch_op.drop_index('ix_outgoing_slot')
        batch_op.drop_index('ix_outgoing_chat_lane')

    op.drop_table('outgoing')
    with op.batch_alter_table('organisations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_organisations_search'))

    op.drop_table('organisations')
    op.drop_table('jobs')
    op.drop_table('files')
    op.drop_table('definitions')
    op.drop_table('chats')
