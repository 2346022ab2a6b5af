"""The demo's page: a talk with the bot, the channels, everybody's calendar, and the fault desk."""
