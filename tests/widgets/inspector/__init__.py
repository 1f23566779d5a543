"""The inspector: whatever is asked arrives in the document, and nothing else does."""
