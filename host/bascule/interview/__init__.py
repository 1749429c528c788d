"""The screening as a conversation: questions, answers, and the profile that they make.

Others use: `draft` (what options give), `conversation` (the questions), `answers` (one answer, checked).
"""
