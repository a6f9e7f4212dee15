from book import draw
import numpy as np

p = draw.integers(1, 10, 3)
q = p.copy()
place = draw.integers(3)
q[place] = draw.integers(1, 10)
draw.need(p[place] != q[place])
given = {"pairs": [(p, q), (p, p.copy())], "np": np}
code = "[1 if ____ else 0 for a, b in pairs]"
answer = "(a == b).all()"
slips = {"array": "a == b", "any": "(a == b).any()", "identity": "a is b", "differ": "(a != b).any()"}
