"""The screening as a conversation: questions, answers, and the profile that they make.

Others use: `draft` (what options give), `by_option` (what is wrong with them), `conversation` (the questions),
`answers` (one answer, checked), `sheet` (all questions at once, for a page).
"""
