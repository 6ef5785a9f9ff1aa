"""Judges what readers saw while releases were switched."""

import bisect
from typing import NamedTuple, Optional


class Switch(NamedTuple):
    """Asked for at `began`, known to be served at `ended`."""

    began: float
    ended: float
    release: str


class Answer(NamedTuple):
    """`release` and `counts` as answered; None for a chart, of which only the problem counts."""

    began: float
    ended: float
    release: Optional[str]
    counts: Optional[str]
    problem: str


def verdict(answers, switches, counts_of):
    """(text, whether all is well)"""
    problems = [answer.problem for answer in answers if answer.problem]
    seen = [answer for answer in answers if answer.release]
    stale = [answer for answer in seen if answer.release not in allowed(answer, switches)]
    mixed = [answer for answer in seen if answer.counts != counts_of[answer.release]]
    decided = [answer for answer in seen if len(allowed(answer, switches)) == 1]
    lines = [f"{len(switches) - 1} switches, {len(answers)} answers, of which {len(seen)} name their release "
             f"and {len(decided)} could name one only",
             f"errors {len(problems)}", f"stale {len(stale)}", f"mixed {len(mixed)}"]
    lines += sorted(set(problems))[:5]
    lines += [f"stale by {late(answer, switches):.2f} s: {answer.release}" for answer in stale[:5]]
    is_enough = len(decided) >= len(switches) - 1
    if not is_enough:
        lines.append("too few answers to judge by: the switches follow one another faster than the server answers")
    return "\n".join(lines), is_enough and not (problems or stale or mixed)


def allowed(answer, switches):
    """The releases that were served at any moment between question and answer.

    `current` is one symbolic link: a connection opened after a switch sees the new release, one opened before may go on."""
    last_before = bisect.bisect_right([each.ended for each in switches], answer.began) - 1
    return {each.release for each in switches[last_before:] if each.began <= answer.ended}


def late(answer, switches):
    """How long before the question the release had been replaced."""
    ends = [after.ended for before, after in zip(switches, switches[1:])
            if before.release == answer.release and after.ended <= answer.began]
    return answer.began - max(ends) if ends else 0.0
