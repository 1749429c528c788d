"""A table for several people, as docs/protocol.md has it, whose answers are worked out without the product's loop."""

import base64
import hashlib
import json

from firmware.link import messages
from firmware.profile import form
from firmware.profile.form import PLACES
from firmware.screening.rules import screen
from tests.support.host.table_stub import TableStub, frame

PANEL = {"page": "CHOOSE", "l1": "Anna", "l2": "25 deg  180 s", "l3": "", "l4": "OK: go on", "shown": "stands"}
PROGRESS = {
    "step": 2, "done": 1, "need": 3, "days": 4, "cap": 2500, "s": 120, "today": 1, "most": 3, "next": 20,
    "hold": 0, "worse": 0, "before": 0, "after": 0,
}  # fmt: skip


class PeopleTable:
    """Profiles by id, in the order of their first push; `day` is told by the laptop."""

    def __init__(self, *profiles):
        self.blobs = {}
        self.revision = 0
        self.chosen = ""
        self.day = 0
        self.progress = dict(PROGRESS)
        self.panel = dict(PANEL)
        self._put = b""
        for profile in profiles:
            self.store(form.to_wire(profile))

    def store(self, blob):
        who = json.loads(blob)["id"]
        self.blobs[who] = blob
        self.chosen = who
        self.revision += 1

    def __call__(self, command):
        """The answer to one command, for a TableStub."""
        name = command["c"]
        if name == "clock.set":
            self.day = command["day"]
        if name in ("hello", "clock.set"):
            return b""
        fields = [field[0] for field in messages.COMMANDS[name][1]]
        assert set(command) == {"i", "c", *fields}, command
        who = command.get("who") or self.chosen
        if "who" in fields and command["who"] and who not in self.blobs:
            return frame({"i": command["i"], "e": "NO_SUCH_PERSON", "m": "Nobody of that id is stored."})
        answer = getattr(self, "_" + name.replace(".", "_"))(command, who)
        return frame({"i": command["i"], **answer})

    def _screened(self, who):
        return screen(json.loads(self.blobs[who]) if who in self.blobs else None, self.day)

    def _people(self, command, _who):
        if command["at"] >= len(self.blobs):
            return {"e": "PAST_END", "m": "There is no such entry."}
        who = list(self.blobs)[command["at"]]
        screened = self._screened(who)
        verdict = "locked" if screened.locked else "usable"
        name, chosen = json.loads(self.blobs[who])["name"], int(who == self.chosen)
        found = {"n": len(self.blobs), "id": who, "name": name, "verdict": verdict}
        return {"ok": 1, **found, "lim": screened.limit_cdeg, "chosen": chosen}

    def _profile_get(self, command, who):
        blob = self.blobs.get(who, b"")
        piece = blob[command["off"] : command["off"] + messages.PIECE]
        return {"ok": 1, "n": len(blob), "d": base64.b64encode(piece).decode(), "rev": self.revision}

    def _profile_verdict(self, _command, who):
        one = self._screened(who)
        counts = {"n_caps": len(one.caps), "n_reasons": len(one.reasons), "n_warnings": len(one.warnings)}
        counts["s"] = one.session_ms // 1000
        verdict = "locked" if one.locked else "usable"
        return {
            "ok": 1,
            "verdict": verdict,
            "lim": one.limit_cdeg,
            "by": one.bound_by,
            "s": one.session_ms // 1000,
            **counts,
        }

    def _why(self, command, who):
        one = self._screened(who)
        rows = [("CAP", text, cdeg, key) for cdeg, text, key in one.caps]
        if command["of"] in ("lock", "warning"):
            told = one.reasons if command["of"] == "lock" else one.warnings
            rows = [(code, text, 0, key) for code, text, key in told]
        if command["at"] >= len(rows):
            return {"e": "PAST_END", "m": "There is no such entry."}
        code, text, cdeg, key = rows[command["at"]]
        return {"ok": 1, "n": len(rows), "code": code, "field": "", "text": text, "cdeg": cdeg, "key": key}

    def _profile_put(self, command, _who):
        self._put = self._put[: command["off"]] + base64.b64decode(command["d"])
        return {"ok": 1, "off": len(self._put)}

    def _profile_commit(self, command, _who):
        assert hashlib.sha256(self._put).hexdigest() == command["sha"]
        profile, reasons = form.parse(self._put)
        assert reasons == []
        if profile["id"] not in self.blobs and len(self.blobs) == PLACES:
            return {"e": "FULL", "m": "The table holds 8 people already."}
        self.store(self._put)
        return {"ok": 1, "rev": self.revision, "verdict": self._profile_verdict({}, self.chosen)["verdict"]}

    def _profile_remove(self, _command, who):
        del self.blobs[who]
        self.revision += 1
        return {"ok": 1, "rev": self.revision}

    def _progress(self, _command, _who):
        return {"ok": 1, **self.progress}

    def _panel(self, _command, _who):
        return {"ok": 1, **self.panel}


def served(table):
    """A port with `table` behind it."""
    return TableStub(table)
