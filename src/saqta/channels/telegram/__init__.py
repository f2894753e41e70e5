"""The bot in Telegram, and the page that Telegram shows in a frame of its own: menu, status, free care, teeth, dues,
clinics, announcements and complaints, in three languages.

It never decides anything, never keeps, logs or repeats a number that was typed into a chat, and never puts anything of
a person into an address. It uses the rooms below and what lies beside the channels; its doors are
``running.run`` for the bot and ``urls`` for the page.

An update of Telegram becomes ``Incoming``; ``talk.Talk`` makes of it what is to be done in the chat, without a
network; ``sending`` does it. What a chat is in the middle of lies sealed in ``memory``, so that a restart interrupts
nobody.
"""
