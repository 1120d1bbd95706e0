"""erasures"""

import sqlalchemy as sa
from alembic import op
from storage.types import EncryptedText
from storage.types import Json
from storage.types import UtcTime

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('erasures',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=True),
    sa.Column('places', sa.Text(), nullable=False),
    sa.Column('ground', sa.String(length=16), nullable=False),
    sa.Column('asked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked_at', UtcTime(), nullable=False),
    sa.Column('due_at', UtcTime(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('sealed', EncryptedText(), nullable=True),
    sa.Column('progress', sa.String(length=64), nullable=False),
    sa.Column('counts', Json(), nullable=False),
    sa.Column('erased_at', UtcTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_erasures')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_erasures_person_id'), 'erasures', ['person_id'], unique=False)
    op.create_index(op.f('ix_erasures_chat_id'), 'erasures', ['chat_id'], unique=False)
    op.create_index(op.f('ix_erasures_asked_by'), 'erasures', ['asked_by'], unique=False)
    op.create_index('ix_erasures_state_due', 'erasures', ['state', 'due_at'], unique=False)


def downgrade() -> None:
    op.drop_table('erasures')
