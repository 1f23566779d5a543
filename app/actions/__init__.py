"""The table of all that can be done; menus, keys and the list of commands are read off it."""
