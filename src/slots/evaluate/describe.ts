/**
 * How real Python describes a slot's value when it records the slots of a text: `describe_slot` turns a value into the JSON
 * of a `SlotResult`, as `describeValue` of `src/python` does in the book's own Python. A test holds both to the same results.
 */
export const DESCRIBE = String.raw`
def describe_slot(value, spec):
    """The JSON text that says what 'value' is and how it reads, each entry formatted by 'spec'."""

    def entry_text(value):
        return format(value, spec) if spec else str(value)

    def array_of(value):
        # A tensor's entries print with their own dtype's digits as NumPy scalars, not as 0-d tensors.
        if hasattr(value, "detach"):
            return value.detach().numpy()
        return value if hasattr(value, "dtype") and hasattr(value, "shape") else None

    def cells_of(value):
        if isinstance(value, (list, tuple)):
            return [cells_of(item) for item in value]
        if getattr(value, "ndim", 0) == 0:
            return entry_text(value)
        return [cells_of(item) for item in value]

    def bracketed(cells):
        if isinstance(cells, str):
            return cells
        return "[" + ", ".join([bracketed(cell) for cell in cells]) + "]"

    def quoted(text):
        for plain, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
            text = text.replace(plain, escaped)
        return '"' + text + '"'

    def written(value):
        if isinstance(value, str):
            return quoted(value)
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join([written(item) for item in value]) + "]"
        if isinstance(value, dict):
            return "{" + ", ".join([quoted(name) + ": " + written(item) for name, item in value.items()]) + "}"
        return str(value)

    if isinstance(value, BaseException):
        return written({"error": {"type": type(value).__name__, "message": str(value)}})
    result = {"type": type(value).__name__}
    array = array_of(value)
    if array is not None:
        result["dtype"] = str(value.dtype)
        result["shape"] = list(array.shape)
        cells = cells_of(array)
        result["text"] = cells if array.ndim == 0 else bracketed(cells) if spec else str(value)
        if array.ndim > 0:
            result["cells"] = cells
    elif isinstance(value, (list, tuple)):
        result["cells"] = cells_of(value)
        text = bracketed(result["cells"])
        result["text"] = ("(" + text[1:-1] + ")" if isinstance(value, tuple) else text) if spec else str(value)
    else:
        result["text"] = entry_text(value)
    return written(result)
`;
