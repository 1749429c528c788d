"""What a judgement is told as: the mutants that live, the share that each folder's tests kill, and the count."""

from tests.mutants.equivalents import Listed, complaints
from tests.mutants.folders import Folder
from tests.mutants.judgement import Judgement, where
from tests.mutants.schemata import Mutant


def lines(
    judgement: Judgement, judged: list[Mutant], mutants: list[Mutant], listed: Listed, name: str
) -> tuple[list[str], bool]:
    """The lines to print, the last one the count, and whether everything is in order."""
    alive = [mutant for mutant in judged if mutant.number not in judgement.killed]
    survivors = [mutant for mutant in alive if mutant.fingerprint not in listed.reasons]
    equivalent = sum(mutant.fingerprint in listed.equivalent for mutant in alive)
    wrong = complaints(listed.reasons, mutants, judgement.killed)
    found = [f"time limit: {where(mutant)}: {mutant.before} -> {mutant.after}" for mutant in judgement.late]
    found += [f"{name}: {complaint}" for complaint in wrong]
    found += [f"broken: {trouble}" for trouble in judgement.troubles]
    for mutant in survivors:
        found += [f"alive: {where(mutant)}", f"  - {mutant.before}", f"  + {mutant.after}"]
    if judgement.unasked:
        found.append(f"the closed loop was not asked about {len(judgement.unasked)}: unit tests are missing")
    found.append(
        f"{len(judgement.by_loop)} killed by the closed loop alone, {len(judgement.late)} by the time limit, "
        f"{equivalent} equivalent by the list"
    )
    found.append(f"mutants: {len(judgement.killed)} of {len(judged) - equivalent} killed")
    return found, not (survivors or wrong or judgement.troubles)


def shares(
    judgement: Judgement, judged: list[Mutant], mutants: list[Mutant], listed: Listed, folders: list[Folder]
) -> tuple[list[str], bool]:
    """One line for each folder, and whether each reaches its least share.

    An equivalent mutant is none, and does not count. Of a sample's folder those that were not drawn count as the list
    says: a judgement of the whole has found no others alive.
    """
    found, above = [], True
    for folder in folders:
        own = [mutant for mutant in mutants if folder.holds(mutant.file)]
        drawn = [mutant for mutant in judged if folder.holds(mutant.file)]
        count = sum(mutant.fingerprint not in listed.equivalent for mutant in own)
        alive = {mutant.number for mutant in drawn} - judgement.killed
        harmless = sum(mutant.fingerprint in listed.harmless for mutant in own)
        living = {m.number for m in own if m.number in alive or m.fingerprint in listed.reasons} - judgement.killed
        killed = count - sum(mutant.number in living and mutant.fingerprint not in listed.equivalent for mutant in own)
        share = killed / count if count else 1.0
        above = above and share >= folder.least
        line = f"{folder.code}: {killed} of {count} killed, {int(share * 1000) / 10:.1f} %, {harmless} listed"
        if folder.sample:
            line += f" ({len(drawn) - len(alive)} of {len(drawn)} drawn killed)"
        if share < folder.least:
            line += f": less than {folder.least:.0%}"
        found.append(line)
    return found, above
