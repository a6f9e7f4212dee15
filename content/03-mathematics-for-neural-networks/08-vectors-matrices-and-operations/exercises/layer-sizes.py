from book import draw
import numpy as np

n, m = draw.shuffled(list(range(2, 10)))[:2]
answer = (m, n)
slips = {"exchanged": (n, m), "entries": (m * n,), "output": (m,)}
W, x = np.ones((m, n)), np.ones(n)
reasons = {
    "fits": draw.shape_or_error("W @ x", W=W, x=x) == (m,) and draw.shape_or_error("W.T @ x", W=W, x=x) == "error",
    "either": draw.shape_or_error("W @ x", W=W, x=x) == draw.shape_or_error("W.T @ x", W=W, x=x),
    "same_size": W.size == x.size,
}
