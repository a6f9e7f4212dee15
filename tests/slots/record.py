"""Evaluates a section's slots with real Python, NumPy and PyTorch.

Reads from standard input the JSON {"figures": source, "slots": [{"expression", "format"?}]} and writes to
standard output {"versions": {...}, "slots": {key: result}}. Each slot gets names of its own, made by running the
figures anew, so that no slot can change what another sees.
"""
import json
import platform
import sys


def entry_text(value, spec):
    """The text of one number, string or object."""
    if spec:
        return format(value, spec)
    return str(value)


def nested(value, spec):
    if isinstance(value, (list, tuple)):
        return [nested(item, spec) for item in value]
    return entry_text(value, spec)


def array_of(value):
    """The NumPy array behind an array or tensor, whose entries print with their own dtype's digits."""
    if hasattr(value, "detach"):
        return value.detach().numpy()
    return value if hasattr(value, "dtype") and hasattr(value, "shape") else None


def cells_of(array, spec):
    if array.ndim == 0:
        return entry_text(array[()], spec)
    return [cells_of(item, spec) for item in array]


def bracketed(cells):
    if isinstance(cells, str):
        return cells
    return "[" + ", ".join(bracketed(cell) for cell in cells) + "]"


def sequence_text(value, cells):
    text = bracketed(cells)
    return f"({text[1:-1]})" if isinstance(value, tuple) else text


def describe(value, spec):
    result = {"type": type(value).__name__}
    array = array_of(value)
    if array is not None:
        result["dtype"] = str(value.dtype)
        result["shape"] = list(array.shape)
        cells = cells_of(array, spec) if array.ndim else None
        if cells is None:
            result["text"] = entry_text(array[()], spec)
        else:
            result["text"] = bracketed(cells) if spec else str(value)
            result["cells"] = cells
    elif isinstance(value, (list, tuple)):
        result["cells"] = nested(list(value), spec)
        result["text"] = sequence_text(value, result["cells"]) if spec else str(value)
    else:
        result["text"] = entry_text(value, spec)
    return result


def evaluate(figures, expression, spec):
    names = {"__name__": "figures"}
    exec(figures, names)
    try:
        return describe(eval(compile(expression, "<slot>", "eval"), names), spec)
    except Exception as error:
        return {"error": {"type": type(error).__name__, "message": str(error)}}


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


if __name__ == "__main__":
    main()
