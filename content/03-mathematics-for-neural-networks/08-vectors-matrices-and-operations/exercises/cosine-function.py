from book import draw
import numpy as np

inputs = [
    (draw.integers(-4, 5, 2, nonzero=True), draw.integers(-4, 5, 2, nonzero=True)),
    (draw.integers(-3, 4, 3, nonzero=True), draw.integers(-3, 4, 3, nonzero=True)),
]
draw.need(all(a @ b != 0 and a @ a > 1 and b @ b > 2 for a, b in inputs))
answer = lambda a, b: a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
slips = {
    "no_brackets": lambda a, b: a @ b / np.linalg.norm(a) * np.linalg.norm(b),
    "star": lambda a, b: a * b / (np.linalg.norm(a) * np.linalg.norm(b)),
    "dot_only": lambda a, b: a @ b,
    "counted": lambda a, b: a @ b / (len(a) * len(b)),
}
