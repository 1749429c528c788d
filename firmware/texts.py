"""What a person is told: a sentence in English, or a tuple of one and of what goes into its gaps.

What goes into a gap is a text in turn if it is a tuple; a number, a name or a date is the same in every language. Where
the sentence is empty, the rest of the tuple are texts that follow each other.
"""


def filled(text, say):
    """`text` in one piece, each of its sentences as say(sentence) has it."""
    if type(text) is not tuple:
        return say(text)
    if not text[0]:
        return " ".join([filled(one, say) for one in text[1:]])
    if len(text) == 1:
        return say(text[0])
    return say(text[0]) % tuple([filled(one, say) if type(one) is tuple else one for one in text[1:]])


def english(text):
    """`text` as the source has it."""
    return filled(text, _as_it_is)


def all_english(rows):
    """The same rows, each with the text in its second place in English."""
    return [(row[0], english(row[1])) + tuple(row[2:]) for row in rows]


def _as_it_is(sentence):
    return sentence
