from book import draw
import numpy as np

s, f, n = draw.shuffled([2, 3, 4])
inputs = [
    (draw.integers(-3, 4, (s, f)), draw.integers(-3, 4, (n, f)), draw.integers(1, 6, n)),
    (draw.integers(-3, 4, (3, 3)), draw.integers(-3, 4, (3, 3)), np.array([1, 2, 4])),
]
answer = lambda X, W, b: X @ W.T + b
slips = {
    "no_transpose": lambda X, W, b: X @ W + b,
    "columns": lambda X, W, b: W @ X.T + b[:, None],
    "no_bias": lambda X, W, b: X @ W.T,
    "bias_per_sample": lambda X, W, b: X @ W.T + b.reshape(-1, 1),
}
