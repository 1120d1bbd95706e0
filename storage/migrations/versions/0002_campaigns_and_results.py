"""campaigns and results"""

import json
from collections import Counter

import sqlalchemy as sa
from alembic import op
from storage.types import Json
from storage.types import UtcTime

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('answer_counts',
    sa.Column('definition', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('question', sa.String(length=24), nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('form', sa.String(length=24), nullable=False),
    sa.Column('role', sa.String(length=16), nullable=False),
    sa.Column('value', sa.String(length=64), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('definition', 'version', 'question', 'organisation_id', 'campaign_id', 'form', 'role', 'value', name=op.f('pk_answer_counts'))
    )
    op.create_table('campaigns',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('origin', sa.String(length=12), nullable=False),
    sa.Column('key', sa.String(length=96), nullable=True),
    sa.Column('questionnaire', sa.String(length=64), nullable=True),
    sa.Column('version', sa.Integer(), nullable=True),
    sa.Column('stage', sa.String(length=8), nullable=True),
    sa.Column('anonymous', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('audience', Json(), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('opens_at', UtcTime(), nullable=False),
    sa.Column('closes_at', UtcTime(), nullable=True),
    sa.Column('opened_at', UtcTime(), nullable=True),
    sa.Column('closed_at', UtcTime(), nullable=True),
    sa.Column('shown', sa.Integer(), server_default='-1', nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_campaigns_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_campaigns')),
    sa.UniqueConstraint('key', name=op.f('uq_campaigns_key')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.create_index('ix_campaigns_organisation_state', ['organisation_id', 'state'], unique=False)
        batch_op.create_index('ix_campaigns_state_closes', ['state', 'closes_at'], unique=False)
        batch_op.create_index('ix_campaigns_state_opens', ['state', 'opens_at'], unique=False)

    op.create_table('own_questionnaires',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('organisation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('name', sa.String(length=64), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('title', Json(), nullable=False),
    sa.Column('archived', sa.Boolean(), server_default=sa.text('(false)'), nullable=False),
    sa.Column('created_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.Column('updated_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_own_questionnaires_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_own_questionnaires')),
    sa.UniqueConstraint('name', name=op.f('uq_own_questionnaires_name')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('own_questionnaires', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_own_questionnaires_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('questionnaire_drafts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('slug', sa.String(length=24), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('mistakes', Json(), nullable=False),
    sa.Column('created_at', UtcTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questionnaire_drafts')),
    sa.UniqueConstraint('chat_id', name=op.f('uq_questionnaire_drafts_chat_id')),
    sqlite_autoincrement=True
    )
    op.create_table('answer_marks',
    sa.Column('response_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('question', sa.String(length=24), nullable=False),
    sa.Column('mark', sa.String(length=12), nullable=False),
    sa.Column('marked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('marked_at', UtcTime(), nullable=False),
    sa.ForeignKeyConstraint(['response_id'], ['responses.id'], name=op.f('fk_answer_marks_response_id_responses'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('response_id', 'question', name=op.f('pk_answer_marks'))
    )
    # No batch: SQLite would make the tables anew without AUTOINCREMENT, and ids of rows that are gone be given again.
    op.add_column('outgoing', sa.Column('in_place', sa.Boolean(), server_default=sa.text('false'), nullable=False))

    op.add_column('responses', sa.Column('campaign_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
    op.add_column('responses', sa.Column('form', sa.String(length=24), nullable=True))
    op.add_column('responses', sa.Column('role', sa.String(length=16), nullable=True))
    op.add_column('responses', sa.Column('reminders', sa.Integer(), server_default='0', nullable=False))
    op.create_index('ix_responses_campaign_state', 'responses', ['campaign_id', 'state'], unique=False)
    op.create_index('ix_responses_definition_organisation', 'responses', ['definition', 'organisation_id', 'state'], unique=False)
    op.create_index('ix_responses_finished_groups', 'responses', ['definition', 'version', 'organisation_id', 'campaign_id', 'form', 'role', 'person_id', 'anonymous'], unique=False, sqlite_where=sa.text("state = 'finished'"), postgresql_where=sa.text("state = 'finished'"))
    op.create_index('uq_responses_campaign_asked', 'responses', ['campaign_id', 'person_id', 'definition', 'subject', 'subject_id'], unique=True)



    op.execute('UPDATE responses SET reminders = 1 WHERE reminded_at IS NOT NULL')
    _place_responses()
    _count_answers()


def _place_responses() -> None:
    """Whose answer each is in its mentorship: what is asked from now on carries it from the beginning."""
    connection = op.get_bind()
    meeting = "(SELECT m.mentorship_id FROM meetings m WHERE m.id = responses.subject_id)"
    for subject, mentorship in (("mentorship", "responses.subject_id"), ("meeting", meeting)):
        connection.execute(
            sa.text(
                f"UPDATE responses SET form = (SELECT f.form FROM mentorships f WHERE f.id = {mentorship}), "
                f"role = (SELECT min(p.side) FROM parties p WHERE p.mentorship_id = {mentorship} "
                "AND p.person_id = responses.person_id) WHERE kind = 'survey' AND subject = :subject"
            ),
            {"subject": subject},
        )


def _count_answers() -> None:
    """What has been answered so far, counted as `surveys.counting` counts from now on."""
    connection = op.get_bind()
    kinds = {
        (name, version): {question["id"]: question for question in json.loads(body)["ask"]}
        for name, version, body in connection.execute(sa.text("SELECT name, version, body FROM definitions"))
    }
    counts: Counter[tuple[str | int, ...]] = Counter()
    seen = None
    rows = connection.execute(
        sa.text(
            "SELECT r.id, r.definition, r.version, coalesce(r.organisation_id, 0), coalesce(r.form, ''), "
            "coalesce(r.role, ''), a.question, a.value FROM responses r LEFT JOIN answers a "
            "ON a.response_id = r.id AND a.on_path WHERE r.kind = 'survey' AND r.state = 'finished' "
            "AND NOT r.anonymous ORDER BY r.id"
        )
    )
    for response, name, version, organisation, form, role, question, value in rows:
        place = (name, version, organisation, form, role)
        if response != seen:
            counts[*place, "", "*"] += 1
            seen = response
        if question is not None:
            counts[*place, question, "*"] += 1
            asked = kinds.get((name, version), {}).get(question, {})
            for each in _spread(asked, value):
                counts[*place, question, each] += 1
    columns = ("definition", "version", "organisation_id", "form", "role", "question", "value")
    table = sa.table("answer_counts", *map(sa.column, (*columns, "campaign_id", "count")))
    for key, count in counts.items():
        values = dict(zip(columns, key, strict=True)) | {"campaign_id": 0, "count": count}
        connection.execute(table.insert().values(values))


def _spread(question: dict[str, object], packed: str | None) -> list[str]:
    if packed is None or question.get("sensitive") or question.get("kind") not in ("single", "multi", "scale", "number"):
        return []
    value = json.loads(packed)
    if isinstance(value, list):
        return value
    return [value if isinstance(value, str) else json.dumps(value)]


def downgrade() -> None:
    op.drop_column('outgoing', 'in_place')

    op.drop_index('uq_responses_campaign_asked', table_name='responses')
    op.drop_index('ix_responses_finished_groups', table_name='responses')
    op.drop_index('ix_responses_definition_organisation', table_name='responses')
    op.drop_index('ix_responses_campaign_state', table_name='responses')
    op.drop_column('responses', 'reminders')
    op.drop_column('responses', 'role')
    op.drop_column('responses', 'form')
    op.drop_column('responses', 'campaign_id')

    op.drop_table('answer_marks')
    op.drop_table('questionnaire_drafts')
    with op.batch_alter_table('own_questionnaires', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_own_questionnaires_organisation_id'))

    op.drop_table('own_questionnaires')
    with op.batch_alter_table('campaigns', schema=None) as batch_op:
        batch_op.drop_index('ix_campaigns_state_opens')
        batch_op.drop_index('ix_campaigns_state_closes')
        batch_op.drop_index('ix_campaigns_organisation_state')

    op.drop_table('campaigns')
    op.drop_table('answer_counts')
