"""Rendering: templates that mean harm, data that means harm, and processes that end too early."""
