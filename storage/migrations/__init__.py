"""The history of the tables, and how a database is brought to its present end.

A new step: change `storage/tables`, then `python -m storage.migrations what changes` writes a draft into
`versions/`; read it, mend it. A change of the view `answers_v` alone needs a step too, an empty one.
"""
