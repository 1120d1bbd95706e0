"""counts by day; the triggers that keep them, and what they hold so far, come with the view (storage.migrations.steps)"""

import sqlalchemy as sa
from alembic import op
from storage.types import UtcTime

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('mark_days',
    sa.Column('definition', sa.String(length=64), nullable=False),
    sa.Column('question', sa.String(length=24), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('total', sa.BigInteger(), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('definition', 'question', 'organisation_id', 'day', 'role', name=op.f('pk_mark_days'))
    )
    op.create_table('mark_people',
    sa.Column('definition', sa.String(length=64), nullable=False),
    sa.Column('question', sa.String(length=24), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('first_at', UtcTime(), nullable=False),
    sa.Column('last_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('definition', 'question', 'organisation_id', 'role', 'person_id', name=op.f('pk_mark_people'))
    )
    op.create_table('asked_days',
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('definition', sa.String(length=64), nullable=False),
    sa.Column('asked', sa.Integer(), nullable=False),
    sa.Column('answered', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('organisation_id', 'day', 'definition', name=op.f('pk_asked_days'))
    )
    op.drop_index('ix_meetings_mentorship_starts', table_name='meetings')
    op.create_index('ix_meetings_mentorship_starts_state', 'meetings', ['mentorship_id', 'starts_at', 'state', 'unplanned', 'moves'], unique=False)
    op.drop_index('ix_responses_person_id', table_name='responses')
    op.create_index('ix_responses_person_definition', 'responses', ['person_id', 'definition', 'finished_at'], unique=False)
    op.create_index('ix_responses_nameless', 'responses', ['organisation_id', 'finished_at'], unique=False, sqlite_where=sa.text('person_id IS NULL'), postgresql_where=sa.text('person_id IS NULL'))


def downgrade() -> None:
    op.drop_index('ix_responses_nameless', table_name='responses')
    op.drop_index('ix_responses_person_definition', table_name='responses')
    op.create_index('ix_responses_person_id', 'responses', ['person_id'], unique=False)
    op.drop_index('ix_meetings_mentorship_starts_state', table_name='meetings')
    op.create_index('ix_meetings_mentorship_starts', 'meetings', ['mentorship_id', 'starts_at'], unique=False)
    op.drop_table('asked_days')
    op.drop_table('mark_people')
    op.drop_table('mark_days')
