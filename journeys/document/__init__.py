"""The journey as a document: a value that edits turn into the next value."""
