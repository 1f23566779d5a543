"""The pantry: icons, fonts, styles, samples and translations the program shows."""
