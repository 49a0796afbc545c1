# SPDX-License-Identifier: EUPL-1.2
"""The words of argparse in Dutch: it brings no translation along."""

import re

_ZINNEN = (
    (r"the following arguments are required: ", "dit ontbreekt: "),
    (r"unrecognized arguments: ", "dit is onbekend: "),
    (r"invalid choice: (.+) \(choose from (.+)\)", r"\1 kan niet; kies uit \2"),
    (r"invalid \S+ value: (.+)", r"\1 kan niet"),
    (r"expected (?:one|at least one) argument", "er ontbreekt een waarde"),
    (r"ambiguous option: (\S+) could match (.+)", r"\1 kan meer betekenen: \2"),
    (r"not allowed with argument (.+)", r"dit gaat niet samen met \1"),
    (r"ignored explicit argument (.+)", r"\1 hoort hier niet"),
    (r"^argument ", "bij "),
    (r"^usage: ", "gebruik: "),
    (r"^options:$", "opties:"),
    (r"^positional arguments:$", "wat erbij hoort:"),
)


def vertaal(tekst: str) -> str:
    """The same text with the phrases of argparse in Dutch."""
    for engels, nederlands in _ZINNEN:
        tekst = re.sub(engels, nederlands, tekst, flags=re.MULTILINE)
    return tekst
