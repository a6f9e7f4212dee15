from book import draw
import numpy as np

inputs = [
    (draw.integers(-3, 4, (2, 3)), draw.integers(-3, 4, 3, nonzero=True), draw.integers(1, 6, 2)),
    (draw.integers(-3, 4, (2, 2)), draw.integers(1, 4, 2), np.array([1, 2])),
]
answer = lambda W, x, b: W @ x + b
slips = {
    "no_bias": lambda W, x, b: W @ x,
    "no_sum": lambda W, x, b: W * x + b[:, None],
    "columns": lambda W, x, b: x @ W + b,
    "bias_each": lambda W, x, b: W @ x + len(x) * b,
}
