from book import draw
import numpy as np

W = draw.integers(-5, 6, (2, 3), nonzero=True)
W[0, draw.integers(3)] = 0
W[1, draw.integers(3)] = 0
draw.need((W[0] != W[1]).all() and len(set(abs(W).ravel().tolist())) > 3)
say = "; ".join(
    f"z{i} = " + " + ".join(f"({w})·x{j}" for j, w in enumerate(row) if w) for i, row in enumerate(W.tolist())
)
answer = W
slips = {
    "transposed": W.T,
    "exchanged": W[::-1],
    "pushed_left": np.array([[w for w in row if w] + [0] for row in W.tolist()]),
    "signs_lost": abs(W),
}
