"""Views that other programs read; made anew at the end of every migration (storage.migrations.steps)."""

from __future__ import annotations

ANSWERS_VIEW = """
CREATE VIEW answers_v AS
SELECT a.response_id AS response_id,
       CASE WHEN r.anonymous THEN NULL ELSE p.telegram_id END AS telegram_id,
       r.definition AS questionnaire,
       a.question AS question,
       CASE WHEN substr(a.value, 1, 1) = '"' THEN substr(a.value, 2, length(a.value) - 2) ELSE a.value END AS value
FROM answers a
JOIN responses r ON r.id = a.response_id
LEFT JOIN people p ON p.id = r.person_id
WHERE r.kind = 'survey' AND a.on_path AND NOT (r.anonymous AND r.person_id IS NOT NULL)
"""
"""The last on-path answer of each question. Anonymous answers show once they are detached from whoever gave them."""
