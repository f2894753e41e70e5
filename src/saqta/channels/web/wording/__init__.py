"""What the pages say: one module for the frame of the site and one for each group of pages, every sentence a
``Text``."""
