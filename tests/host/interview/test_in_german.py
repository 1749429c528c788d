"""`bascule profile new` in German: every line of it, answers in German words, and a file that is as English as any."""

import re
import tomllib

import pytest

from bascule.interview import areas
from bascule.prompts import BACK, NONE
from bascule.speech import spoken, typed
from tests.host.interview.test_conversation import NEW, check, in_area, until
from tests.support.host import terminal

PERSON = ["Jörg Weiß", "", "1980", "170,4", "170", "68,5"]
NOTHING = ["keine"] * len(areas.asked())
LIMITS = ["22,5", "180", "nein", "n"]
# Words that stand in English sentences only; what stands in quotes or in a file is English.
ENGLISH = re.compile(r"\b(the|and|is|not|you|with|your|from|type|write|degrees|table|none|yes|no)\b", re.IGNORECASE)
OF_THE_FILE = re.compile(r"\bbeyond-60\b|\bhip_\w+|not_\w+|ft\b")


@pytest.fixture(autouse=True)
def german(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "de")


def talk(command, answers, folder):
    """What was said, in one line of single blanks, and the exit code; nothing of it is English."""
    said, code = terminal.typed(command, answers, folder)
    # What stands behind a prompt was typed.
    left = ENGLISH.search(OF_THE_FILE.sub("", re.sub(r"^> .*$", "", said, flags=re.MULTILINE)))
    assert left is None, said[max(0, left.start() - 200) : left.end() + 50]
    return " ".join(said.split()), code


def test_somebody_with_nothing_to_declare(tmp_path):
    answers = [*PERSON, *NOTHING, "nochmal", *NOTHING, "Nichts anzugeben", *LIMITS, "ja"]
    said, code = talk(NEW, answers, tmp_path)
    assert code == 0, said
    assert "Wie heißt die Person?" in said and "Die Größe muss eine ganze Zahl sein, nicht ein Bruch" in said
    assert "benutzbar: beginnt bei 15 Grad" in said and said.endswith("geschrieben: jorg-wei.toml")
    made = tomllib.loads((tmp_path / "jorg-wei.toml").read_text("utf-8"))
    assert (made["name"], made["max_inversion_deg"], made["weight_kg"]) == ("Jörg Weiß", 22.5, 69)
    assert made["nothing_to_declare"] is True and check(tmp_path / "jorg-wei.toml")[0] == 0


def test_a_clearance_with_days_as_they_are_written_in_german(tmp_path):
    cleared = ["j", "30.2.2026", "1.6.2026", "ja", "Dr. Weiß", "2", "15.10.2026", "2027-03-01", "20"]
    said, code = talk(NEW, [*PERSON, *in_german(in_area("early_post_op_hip")), *cleared, *LIMITS, "ja"], tmp_path)
    assert code == 0, said
    assert "Den 2026-02-30 gibt es nicht" in said
    made = tomllib.loads((tmp_path / "jorg-wei.toml").read_text("utf-8"))
    assert str(made["since"]["early_post_op_hip"]) == "2026-06-01"
    assert str(made["clearances"][0]["issued"]) == "2026-10-15"


def test_every_objection_back_and_help(tmp_path):
    wrong = ["zurück", "?", "", "Jörg", "J G", "jg", "80", "1980", "170", "zurück", "-3", "170", "68"]
    asked = ["keine", "99", "?1", "1;2", *NOTHING[1:], "nichts", "nichts anzugeben"]
    limits = ["110", "75", "25", "zehn", "180", "ja", "5", "30", "30", "2"]
    slower = ["ja", "x", "20", "3", "14", "vielleicht", "ja"]
    said, code = talk(NEW, [*wrong, *asked, *limits, *slower, "quatsch", "ja"], tmp_path)
    assert code == 0, said
    for words in (
        "Das ist die erste Frage.",
        "zurück führt zur Frage davor",
        "Der Name ist leer oder zu lang: Schreiben Sie 1 bis 60 sichtbare Zeichen, zum Beispiel Anna.",
        "Der kurze Name ist zu lang oder hat andere Zeichen",
        "Dort steht 'J G'.",
        "Das Geburtsjahr muss von 1900 bis 2099 sein, nicht 80",
        "'99' ist keine Nummer von 1 bis 18.",
        "Wurde 110 von aufrecht gezählt, dann ziehen Sie 90 ab: 110 -> 20.",
        "Geben Sie höchstens 60 Grad an.",
        "Die Zeit muss eine ganze Zahl sein, nicht Text",
        "Tippen Sie die Worte nichts anzugeben, oder nochmal.",
        "Tippen Sie ja, nein oder die Nummer einer Antwort.",
        "Künstliches Hüftgelenk: die Liege bleibt gesperrt, auch mit einer Freigabe.",
    ):
        assert words in said, words


@pytest.mark.parametrize("key", ["total_hip_replacement", "cauda_equina_signs", "pregnancy"])
def test_what_locks_ends_it(tmp_path, key):
    said, code = talk(NEW, [*PERSON, *in_german(until(key)), "was", "ende"], tmp_path)
    assert code == 3 and "Es wurde nichts geschrieben" in said, said
    assert ("Sofort ärztliche Hilfe suchen" in said) == (key == "cauda_equina_signs")


def test_english_answers_will_do_too(tmp_path):
    english = ["Anna", "", "1980", "back", "1981", "170", "68", *["none"] * len(NOTHING), "nothing to declare"]
    said, code = terminal.typed(NEW, [*english, "22.5", "180", "no", "no", "yes"], tmp_path)
    assert code == 0, said
    assert tomllib.loads((tmp_path / "anna.toml").read_text("utf-8"))["born"] == 1981


def test_no_german_word_means_another_english_one():
    english = {"yes", "y", "no", "n", "none", BACK, str(NONE), "end", "again", "nothing to declare"}
    for words in typed.WORDS.values():
        assert not words.keys() & english and set(words.values()) <= english
        assert all(word == word.casefold() for word in words)


def test_german_words_and_numbers_are_none_where_english_is_spoken(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "en")
    with spoken.as_asked(print):
        assert (
            typed.in_english("Ja") == "ja" and typed.plain("22,5") == "22,5" and typed.plain("1.2.2026") == "1.2.2026"
        )


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("22,5", "22.5"),
        (" 1.2.2026 ", "2026-02-01"),
        ("2026-02-01", "2026-02-01"),
        ("1,2,3", "1,2,3"),
        ("Dr. A", "Dr. A"),
    ],
)
def test_numbers_and_days_as_they_are_written_in_german(said, plain):
    with spoken.as_asked(print):
        assert typed.plain(said) == plain


def test_an_umlaut_may_be_typed_as_two_signs():
    with spoken.as_asked(print):
        assert typed.in_english("zuru\u0308ck") == typed.in_english("ZURÜCK") == "back"


def in_german(answers):
    return ["keine" if one == "none" else one for one in answers]
