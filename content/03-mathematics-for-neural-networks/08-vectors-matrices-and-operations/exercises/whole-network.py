from book import draw
import numpy as np

s, f, h = draw.shuffled([2, 3, 4])
o = draw.integers(2, 5)


def some(*shape):
    return draw.integers(-3, 4, shape)


inputs = [
    (some(s, f), some(h, f), some(h), some(o, h), some(o)),
    (some(2, 2), some(2, 2), some(2), some(2, 2), some(2)),
]
answer = lambda X, W1, b1, W2, b2: np.maximum(0, X @ W1.T + b1) @ W2.T + b2
slips = {
    "no_relu": lambda X, W1, b1, W2, b2: (X @ W1.T + b1) @ W2.T + b2,
    "relu_at_end": lambda X, W1, b1, W2, b2: np.maximum(0, (X @ W1.T + b1) @ W2.T + b2),
    "relu_twice": lambda X, W1, b1, W2, b2: np.maximum(0, np.maximum(0, X @ W1.T + b1) @ W2.T + b2),
    "relu_before_bias": lambda X, W1, b1, W2, b2: (np.maximum(0, X @ W1.T) + b1) @ W2.T + b2,
}
