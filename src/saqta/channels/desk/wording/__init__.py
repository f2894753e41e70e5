"""What the working pages say, by the pages that say it."""
