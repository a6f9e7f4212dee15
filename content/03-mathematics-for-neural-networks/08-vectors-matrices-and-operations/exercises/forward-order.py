from book import draw
import numpy as np

W = draw.integers(-3, 4, (2, 2))
x = draw.integers(1, 4, 2)
b = draw.integers(-4, 5, 2, nonzero=True)
w2 = draw.integers(-3, 4, 2, nonzero=True)
given = {"W": W, "b": b, "w2": w2, "x": x, "np": np}
lines = ["z = W @ x", "z = z + b", "a = np.maximum(0, z)", "y = w2 @ a", "print(y)"]


def run(*order):
    return draw.run_lines([lines[k] for k in order], **given)


answer = run(0, 1, 2, 3, 4)
slips = {"relu_first": run(0, 2, 1, 3, 4), "bias_first": run(1, 0, 2, 3, 4), "print_early": run(0, 1, 2, 4, 3)}
