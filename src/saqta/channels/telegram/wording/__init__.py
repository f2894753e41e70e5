"""What the bot says, in three languages; the sentences of answers come from the rules."""
