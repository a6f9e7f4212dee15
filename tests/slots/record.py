"""Evaluates a section's slots with real Python, NumPy and PyTorch.

Runs after the definition of `describe_slot`. Reads from standard input the JSON
{"figures": source, "slots": [{"expression", "format"?}]} and writes to standard output
{"versions": {...}, "slots": {key: result}}. Each slot gets names of its own, made by running the figures anew.
"""
import json
import platform
import sys


def evaluate(figures, expression, spec):
    names = {"__name__": "figures"}
    exec(figures, names)
    try:
        value = eval(compile(expression, "<slot>", "eval"), names)
    except Exception as error:
        value = error
    return json.loads(describe_slot(value, spec))


def versions():
    found = {"python": platform.python_version()}
    for name in ("numpy", "torch"):
        if name in sys.modules:
            found[name] = sys.modules[name].__version__
    return found


def main():
    request = json.load(sys.stdin)
    figures = compile(request["figures"], "figures.py", "exec")
    slots = {}
    for slot in request["slots"]:
        expression, spec = slot["expression"], slot.get("format", "")
        slots[f"{expression}:{spec}" if spec else expression] = evaluate(figures, expression, spec)
    json.dump({"versions": versions(), "slots": slots}, sys.stdout, ensure_ascii=False)


main()
