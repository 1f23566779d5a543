"""The scenes that pictures are taken of: every room, panel and question, one by one."""
