"""A local Telegram: the Bot API with phones, for the demo, the conversation tests and the trials under load.

It imports no other package of the project. `telegram` is the core, `phones` the people's side used by tests,
`session` joins aiogram to the core in one process, `server` speaks HTTP and shows the page of phones.
"""
