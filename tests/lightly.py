"""aiogram, imported as the bot imports it: each process of the tests starts two seconds sooner."""

from bot.light import import_aiogram

import_aiogram()
