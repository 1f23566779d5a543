"""What only Home looks like, in the style sheet of its page."""

MORE = """
#Home {{ background: {t.background}; }}
QFrame[look="box"]:hover {{ border-color: {t.edge}; }}
QFrame[look="file"] {{ background: transparent; border: 0; border-radius: 8px; }}
QFrame[look="file"]:hover {{ background: {t.hover}; }}
QFrame[look="file"]:focus {{ border: 2px solid {t.accent}; }}
#Tall {{ min-height: 34px; padding: 0 18px; }}
#Tall:focus {{ min-height: 32px; padding: 0 17px; }}
#Renaming, #Renaming:focus {{ min-height: 22px; padding: 0 6px; font: 600 13px '{f}'; }}
QLabel[look="body"] {{ color: {t.second_ink}; }}
QLabel[look="bad"] {{ color: {t.bad}; font: 400 12px '{f}'; }}
QLabel[look="good"] {{ color: {t.good}; font: 600 12px '{f}'; }}
QLabel[is_gone="yes"] {{ color: {t.second_ink}; text-decoration: line-through; }}
QPushButton[look="small"] {{ padding: 0 8px; min-height: 28px; font: 600 12px '{f}'; }}
QPushButton[look="small"]:focus {{ padding: 0 7px; min-height: 26px; }}
#Drop {{ background: {t.field}; border: 1px dashed {t.edge}; border-radius: 10px; }}
#Drop:hover, #Drop[is_over="yes"] {{ background: {t.accent_soft}; border-color: {t.accent}; }}
#Drop:focus, #Drop[is_over="yes"] {{ border: 2px dashed {t.accent}; }}
"""
