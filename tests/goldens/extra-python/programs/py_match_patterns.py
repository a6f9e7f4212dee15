from dataclasses import dataclass


@dataclass
class Layer:
    units: int
    act: str


def describe(x):
    match x:
        case None:
            return "nothing"
        case True | False:
            return "truth"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float():
            return "number"
        case []:
            return "empty"
        case [only]:
            return f"one {only}"
        case (first, *middle, last):
            return f"from {first} to {last}, {middle}"
        case {"type": kind, **rest}:
            return f"{kind} with {rest}"
        case Layer(1, act=name) as layer:
            return f"{layer} is one {name}"
        case Layer():
            return "layer"
        case str(s):
            return f"text {s!r}"
        case _:
            return "other"


values = [None, True, 101, 2.5, [], [4], (1, 2, 3, 4), {"type": "relu", "n": 2}, Layer(1, "tanh"), Layer(2, "relu"), "hi", {1}]
for v in values:
    print(describe(v))

match 1, 2:
    case a, b if a > b:
        print("down")
    case a, b:
        print("up")
match Layer(3, "relu"):
    case Layer(1, "x", 2):
        print("never")
