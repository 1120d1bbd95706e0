"""Changes on their way back from the workshop, where they are worked out: as bytes, and read again.

Only the figures travel; the parameters are found again from the definitions, by their place.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from surveys.change import Change
from surveys.definition import Definition
from surveys.pairing import DefinitionKey, Parameter, ParameterChange


def written(found: Sequence[ParameterChange]) -> bytes:
    """JSON: each change with where its items stand (definition, version, ids) and the scale's name."""
    return json.dumps(
        [
            {
                "items": [item.id for item in each.parameter.items],
                "measure": each.parameter.measure,
                "definition": each.definition,
                "change": asdict(each.change),
            }
            for each in found
        ]
    ).encode()


def read(content: bytes, definitions: Mapping[DefinitionKey, Definition]) -> tuple[ParameterChange, ...]:
    """The changes again, with the questions of the definitions they were worked out from."""
    return tuple(_read(each, definitions) for each in json.loads(content))


def _read(told: Mapping[str, Any], definitions: Mapping[DefinitionKey, Definition]) -> ParameterChange:
    name, version = told["definition"]
    asked = definitions[name, version]
    change = dict(told["change"])
    if change["interval95"] is not None:
        change["interval95"] = tuple(change["interval95"])
    parameter = Parameter(tuple(asked.by_id[item] for item in told["items"]), told["measure"])
    return ParameterChange(parameter, Change(**change), (name, version))
