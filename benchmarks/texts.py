"""What citizens and officials write, in the shapes of the sample town's texts, varied."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

_SEED = Path(__file__).resolve().parents[1] / "qcdc_feedback" / "seed" / "demo" / "petitions.json"
_LONGEST_TITLE = 120
_LONG = 0.15  # so many tell more than one thing


@dataclass(frozen=True, slots=True)
class Written:
    """What one citizen wrote."""

    category: str
    title: str
    body: str
    address: str
    lat: float | None
    lon: float | None


class Pen:
    """Writes texts like those of the sample town, each a little different, the same for the same seed."""

    def __init__(self, random: Random) -> None:
        self._random = random
        rows: list[dict[str, Any]] = json.loads(_SEED.read_text(encoding="utf-8"))["petitions"]
        self._petitions = rows
        self._sentences = [sentence for row in rows for sentence in _sentences(row["text"])]
        self._spoken: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            for what, text in row.items():
                if isinstance(text, str):
                    self._spoken[what].append(text)

    def petition(self) -> Written:
        """Return a matter: the place and the words of different petitions, put together."""
        told, place = self._random.choice(self._petitions), self._random.choice(self._petitions)
        street = place["address"].partition(",")[0]
        title = f"{told['title']}, {street}"
        return Written(
            category=told["category"],
            title=title if len(title) <= _LONGEST_TITLE else told["title"],
            body="\n\n".join([told["text"], *self._more()]),
            address=f"Số {self._random.randint(1, 400)}, {place['address']}",
            lat=place.get("lat"),
            lon=place.get("lon"),
        )

    def say(self, what: str) -> str:
        """Return a text of that kind: 'answer', 'question', 'reject_reason_text'."""
        return self._random.choice(self._spoken[what])

    def _more(self) -> list[str]:
        count = self._random.choice((1, 2)) if self._random.random() > _LONG else self._random.randint(4, 14)
        return [" ".join(self._random.choices(self._sentences, k=count))]


def _sentences(text: str) -> list[str]:
    return [
        f"{sentence.strip(' .')}." for sentence in text.replace("\n", " ").split(". ") if sentence.strip()
    ]
