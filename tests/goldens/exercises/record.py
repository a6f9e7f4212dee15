"""Records what real NumPy and PyTorch give for exercises.

Reads from standard input {"book": source, "programs": {name: source}, "seeds": [first, last]}: the text of book.py beside this
file, the programs, and the run seeds of single attempts. For each program and run seed it writes null where the program draws
again, else the answer and the slips, as `describe` says, and which reasons hold.
"""
import contextlib
import io
import json
import platform
import sys
import types

import numpy
import torch

request = json.load(sys.stdin)
book = types.ModuleType("book")
exec(compile(request["book"], "book", "exec"), book.__dict__)
sys.modules["book"] = book
DrawAgain, draw = book.DrawAgain, book.draw


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
    first, last = request["seeds"]
    exercises = {}
    for name, source in request["programs"].items():
        program = compile(source, name, "exec")
        exercises[name] = {seed: record(program, seed) for seed in range(first, last + 1)}
    versions = {"python": platform.python_version(), "numpy": numpy.__version__, "torch": torch.__version__}
    print("{")
    print(f' "versions": {json.dumps(versions)},')
    lines = [f' "{name}": {json.dumps(runs)}' for name, runs in exercises.items()]
    print(",\n".join(lines))
    print("}")


main()
