"""The room of messages: their words written, and seen as a customer gets them. Knows no app."""
