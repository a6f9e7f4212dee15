#!/usr/bin/env python3
"""Record functions of real numbers for 5,000 arguments: CPython's math, with glibc 2.41 on x86-64.

usage: python3 record.py > recorded.json
"""
import json
import math
import random
import sys

DRAW = random.Random(20261202)
FUNCTIONS = (
    "exp log log2 log10 log1p expm1 exp2 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh cbrt erf erfc gamma lgamma"
).split()
OF_TWO = ["pow", "atan2", "hypot"]


def argument(name):
    """Round numbers, numbers of usual size, and of any size."""
    kind = DRAW.random()
    sign = DRAW.choice([-1, 1])
    if name in ("asin", "acos", "atanh"):
        return DRAW.choice([sign * DRAW.randint(0, 100) / 100, DRAW.uniform(-1, 1), sign * 10 ** DRAW.uniform(-9, 0)])
    if kind < 0.4:
        return sign * DRAW.randint(1, 400) / DRAW.choice([1, 2, 4, 5, 8, 10, 20, 100])
    if kind < 0.75:
        return DRAW.uniform(-10, 10)
    return sign * 10 ** DRAW.uniform(-12, 300 if name in ("sin", "cos", "tan", "log", "cbrt", "atan") else 2.5)


def drawn(name, count):
    found = []
    while len(found) < 185:
        arguments = [argument(name) for _ in range(count)]
        if name == "pow":
            arguments[0] = abs(arguments[0])
        try:
            found.append([*arguments, getattr(math, name)(*arguments)])
        except (ValueError, OverflowError):
            pass
    return found


recorded = {name: drawn(name, 1) for name in FUNCTIONS} | {name: drawn(name, 2) for name in OF_TWO}
sys.stdout.write(
    "{\n" + ",\n".join("%s: %s" % (json.dumps(name), json.dumps(rows)) for name, rows in recorded.items()) + "\n}\n"
)
