"""The generated part of the documentation: the book of law with its cases, and the published schemas."""
