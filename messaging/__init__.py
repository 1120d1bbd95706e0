"""Durable talk with Telegram, knowing nothing of mentoring: replies, intake, queue, sender, polling, webhook."""
