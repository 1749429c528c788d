"""What each command does and answers. Nothing here moves the table; a profile is taken only upright and at rest."""

import binascii
import gc
import hashlib

from firmware.fault_words import words
from firmware.link import messages
from firmware.link.checks import Refusal, check, raw
from firmware.panel import pages, shown
from firmware.profile.form import MAX_BYTES
from firmware.safety.ticks import MASK
from firmware.screening import dose
from firmware.states import STATE_NAMES
from firmware.texts import english
from firmware.version import VERSION


class Answers:
    """The table's side of the exchange: what was said so far, and what it holds to answer with."""

    def __init__(self, status, chosen, menu, calendar, serial):
        self.bad_crc = 0
        self.overlong = 0
        self.unknown = 0
        self.watched = False
        self._status = status
        self._chosen = chosen
        self._menu = menu
        self._calendar = calendar
        self._serial = serial
        self._greeted = False
        self._put = bytearray(MAX_BYTES)
        self._length = 0
        self._up_ms = 0
        self._now_ms = 0
        self._handlers = {
            "hello": self._hello,
            "status": self._report,
            "watch": self._watch,
            "clock.set": self._set_clock,
            "language.set": self._set_language,
            "profile.put": self._put_piece,
            "profile.commit": self._commit,
            "profile.get": self._get_piece,
            "profile.verdict": self._verdict,
            "profile.remove": self._remove,
            "people": self._people,
            "progress": self._progress,
            "panel": self._panel,
            "why": self._why,
        }

    def answer(self, message, now_ms, up_ms):
        """The pairs that answer `message`, a dict that has an id. Refusal when it is refused."""
        self._now_ms = now_ms
        self._up_ms = up_ms
        try:
            check(message)
        except Refusal:
            if self._greeted and message.get("c") == "clock.set":
                self._calendar.refused("BAD_DAY")
            raise
        name = message["c"]
        if messages.COMMANDS[name][0] and not self._greeted:
            raise Refusal("HELLO_FIRST")
        return self._handlers[name](message)

    def _hello(self, message):
        self._greeted = message["p"] == messages.PROTOCOL
        if not self._greeted:
            detail = "The laptop uses protocol %d, the table %d." % (message["p"], messages.PROTOCOL)
            raise Refusal("VERSION", "p", detail)
        return [
            ("p", messages.PROTOCOL),
            ("fw", VERSION),
            ("sn", self._serial),
            ("rev", self._chosen.people.revision),
            ("up_ms", self._up_ms),
            ("img", self._status.image),
        ]

    def _report(self, _):
        status, words_of = self._status, self._menu.words
        return [
            ("st", STATE_NAMES[status.state]),
            ("inv", status.inv_cdeg),
            ("lim", status.limit_cdeg),
            ("pos", status.pos_cdeg),
            ("rate", status.rate_cdps),
            ("drv", status.drive_permille),
            ("ma", status.current_ma),
            ("mv", status.supply_mv),
            ("bat", status.battery_mv),
            ("in", status.bits),
            ("flt", status.fault),
            ("resp", status.response),
            ("lock", 1 if status.locked else 0),
            ("n_lock", len(self._chosen.screened.locks)),
            ("rev", self._chosen.people.revision),
            ("bad_crc", self.bad_crc & MASK),
            ("overlong", self.overlong & MASK),
            ("unknown", self.unknown & MASK),
            ("failed", status.link_errors & MASK),
            ("disp", 1 if status.display else 0),
            ("selftest", status.selftest),
            ("up_ms", self._up_ms),
            ("day", self._calendar.today(self._now_ms)),
            ("lang", words_of.language),
            ("lang_lost", 1 if words_of.lost else 0),
            ("gaps", len(words_of.missed)),
        ]

    def _watch(self, message):
        self.watched = message["on"] == 1
        return []

    def _set_clock(self, message):
        code = self._calendar.set(message["day"], message["min"], self._now_ms)
        self._judge_today()
        if code:
            raise Refusal(code, "day")
        if not self._status.upright_idle:
            return [("day", message["day"])]
        day = self._calendar.today(self._now_ms)
        if not day:
            raise Refusal("CLOCK_FAILED")
        return [("day", day)]

    def _set_language(self, message):
        self._need_rest()
        code = self._menu.speak(message["to"])
        if code:
            raise Refusal(code)
        return [("lang", self._menu.words.language)]

    def _judge_today(self):
        """Only upright and at rest may the clock be set, or a limit change."""
        if self._status.upright_idle:
            self._calendar.tend(self._now_ms, True)
            when = self._calendar.when(self._now_ms)
            self._chosen.rescreen(when.day, when.minutes, when)

    def _need_rest(self):
        if not self._status.upright_idle:
            raise Refusal("BUSY" if self._status.at_upright else "NOT_UPRIGHT")

    def _put_piece(self, message):
        self._need_rest()
        piece = raw(message["d"])
        at = message["off"]
        end = at + len(piece)
        if end > MAX_BYTES:
            raise Refusal("OUT_OF_RANGE", "d", "A profile has at most %d bytes." % MAX_BYTES)
        # The same piece again is what a laptop sends whose answer was lost.
        again = end == self._length and self._put[at:end] == piece
        if at not in (0, self._length) and not again:
            raise Refusal("OFFSET", "off", "The next piece starts at %d." % self._length)
        self._put[at:end] = piece
        self._length = end
        return [("off", end)]

    def _commit(self, message):
        self._need_rest()
        length, self._length = self._length, 0
        if not length:
            raise Refusal("NOTHING_PUT")
        if message["n"] != length:
            raise Refusal("LENGTH", "n", "%d bytes were sent." % length)
        # Reading a profile takes far more heap than any other command.
        gc.collect()
        blob = bytes(memoryview(self._put)[:length])
        if binascii.hexlify(hashlib.sha256(blob).digest()) != message["sha"].encode():
            raise Refusal("DIGEST", "sha")
        self._judge_today()
        code = self._chosen.push(blob)
        if code:
            raise Refusal(code)
        return [("rev", self._chosen.people.revision), ("verdict", _word(self._chosen.screened))]

    def _get_piece(self, message):
        place = self._place(message)
        blob = self._chosen.blob_of(place)
        piece = blob[message["off"] : message["off"] + messages.PIECE]
        data = binascii.b2a_base64(piece)[:-1].decode()
        return [("n", len(blob)), ("d", data), ("rev", self._chosen.people.revision)]

    def _remove(self, message):
        self._need_rest()
        place = self._place(message)
        if place < 0:
            raise Refusal("NO_SUCH_PERSON", "who")
        code = self._chosen.remove(place)
        if code:
            raise Refusal(code)
        return [("rev", self._chosen.people.revision)]

    def _place(self, message):
        """The place that `who` means."""
        who = message["who"]
        place = self._chosen.people.find(who) if who else self._chosen.place
        if who and place < 0:
            raise Refusal("NO_SUCH_PERSON", "who")
        self._near(place)
        return place

    def _near(self, place):
        """Away from rest only the chosen person can be read, because reading a profile takes many periods."""
        if place != self._chosen.place:
            self._need_rest()

    def _people(self, message):
        people = self._chosen.people
        places = [place for place, who in enumerate(people.ids) if who]
        if message["at"] >= len(places):
            raise Refusal("PAST_END", "at", "There are %d." % len(places))
        place = places[message["at"]]
        self._near(place)
        screened = self._chosen.screening_of(place)
        return [
            ("n", len(places)),
            ("id", people.ids[place]),
            ("name", people.names[place]),
            ("verdict", _word(screened)),
            ("lim", screened.limit_cdeg),
            ("chosen", 1 if place == self._chosen.place else 0),
        ]

    def _progress(self, message):
        place = self._place(message)
        record = self._chosen.record_of(place)
        when = self._calendar.when(self._now_ms)
        step = dose.step_now(record, when)
        return [
            ("step", step),
            ("cap", dose.angle_cdeg(step)),
            ("s", dose.time_s(step)),
            ("done", record.done),
            ("need", dose.STEP_SESSIONS),
            ("days", dose.days_left(record, when)),
            ("today", dose.sessions_today(record, when)),
            ("most", dose.DAY_SESSIONS),
            ("next", dose.minutes_left(record, when)),
            ("hold", record.hold_cdeg),
            ("worse", record.worse),
            ("before", record.pain_before),
            ("after", record.pain_after),
        ]

    def _panel(self, _):
        menu = self._menu
        said = pages.lines(menu, self._chosen, self._status)
        stands = shown.STANDS if menu.shown.stands(self._chosen.changed) else shown.NEW
        lines = [("l%d" % (at + 1), line) for at, line in enumerate(said)]
        return [("page", menu.page)] + lines + [("shown", stands if self._status.display else shown.DARK)]

    def _verdict(self, message):
        screened = self._chosen.screening_of(self._place(message))
        return [
            ("verdict", _word(screened)),
            ("lim", screened.limit_cdeg),
            ("by", screened.bound_by),
            ("n_caps", len(screened.caps)),
            ("n_reasons", len(screened.locks)),
            ("n_warnings", len(screened.cautions)),
            ("s", screened.session_ms // 1000),
        ]

    def _why(self, message):
        of, at = message["of"], message["at"]
        entries = self._entries(of, message)
        if at >= len(entries):
            raise Refusal("PAST_END", "at", "There are %d." % len(entries))
        code, field, text, cdeg, key = entries[at]
        return [("n", len(entries)), ("code", code), ("field", field), ("text", text), ("cdeg", cdeg), ("key", key)]

    def _entries(self, of, message):
        screened = self._chosen.screening_of(self._place(message))
        if of == "lock":
            return [(code, "", english(text), 0, key) for code, text, key in screened.locks]
        if of == "warning":
            return [(code, "", english(text), 0, key) for code, text, key in screened.cautions]
        if of == "push":
            return [(code, field, text, 0, "") for code, field, text in self._chosen.push_reasons]
        if of == "cap":
            return [("CAP", "", origin, cdeg, key) for cdeg, origin, key in screened.caps]
        if not self._status.fault:
            return []
        name, sentence, remedy = words(self._status)
        return [(name, "", english(("", sentence, remedy)), 0, "")]


def _word(screened):
    return "locked" if screened.locked else "usable"
