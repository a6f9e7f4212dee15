from book import draw
import numpy as np

s, f, n = draw.shuffled(list(range(2, 9)))[:3]
X, W, b = np.ones((s, f)), np.ones((n, f)), np.ones(n)
code = draw.one_of("X @ W.T + b", "W @ X.T", "W @ X[0] + b", "X[0:1] @ W.T + b", "X @ W + b")
answer = draw.shape_or_error(code, X=X, W=W, b=b)
every = {"batch": (s, n), "on_its_side": (n, s), "one": (n,), "batch_of_one": (1, n), "error": "error"}
slips = {name: shape for name, shape in every.items() if shape != answer}
