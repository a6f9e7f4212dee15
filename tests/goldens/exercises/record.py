"""Records what real NumPy and PyTorch give for exercises: python3 record.py EXERCISES SEEDS > recorded.json

EXERCISES is a folder of programs, SEEDS such as 1-12: the run seeds of single attempts. For each program and run seed it writes
null where the program draws again, else the answer and the slips, as `describe` says, and which reasons hold.
"""
import contextlib
import io
import json
import pathlib
import platform
import sys

import numpy
import torch

from book import DrawAgain, draw


def describe(value):
    """Numbers of any shape as nested lists of their exact values, everything else as its text."""
    if isinstance(value, (tuple, torch.Size)):
        return {"shape": [int(length) for length in value]}
    if isinstance(value, str):
        return {"text": value}
    if hasattr(value, "detach"):
        value = value.detach().numpy()
    return {"numbers": numpy.asarray(value, dtype=float).tolist()}


def attempt(call):
    try:
        return describe(call())
    except Exception as error:
        return {"raised": f"{type(error).__name__}: {error}"}


def results(names, value):
    if "inputs" in names:
        return [attempt(lambda: value(*arguments)) for arguments in names["inputs"]]
    if "____" in names.get("code", ""):
        return attempt(lambda: draw.value_of(names["code"].replace("____", value), **names["given"]))
    return describe(value)


def record(program, seed):
    draw.seed(seed)
    names = {"__name__": "exercise"}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(program, names)
    except DrawAgain:
        return None
    slips = {name: results(names, value) for name, value in names["slips"].items()}
    recorded = {"answer": results(names, names["answer"]), "slips": slips}
    if "reasons" in names:
        recorded["reasons"] = {name: bool(holds) for name, holds in names["reasons"].items()}
    return recorded


def main():
    folder, seeds = sys.argv[1], sys.argv[2]
    first, last = (int(each) for each in seeds.split("-"))
    exercises = {}
    for path in sorted(pathlib.Path(folder).glob("*.py")):
        program = compile(path.read_text(), path.name, "exec")
        exercises[path.stem] = {seed: record(program, seed) for seed in range(first, last + 1)}
    versions = {"python": platform.python_version(), "numpy": numpy.__version__, "torch": torch.__version__}
    print("{")
    print(f' "versions": {json.dumps(versions)},')
    lines = [f' "{name}": {json.dumps(runs)}' for name, runs in exercises.items()]
    print(",\n".join(lines))
    print("}")


main()
