from book import draw
import numpy as np

q, r = draw.one_of((2, 3), (3, 2), (2, 4), (4, 2))
a = draw.integers(0, 10, (q, r))
draw.need(len(set(a.ravel().tolist())) > 5)
code = f"a = np.array({a.tolist()})\nprint(a.reshape({r}, -1))"
answer = a.reshape(r, -1)
slips = {
    "transposed": a.T,
    "by_columns": a.T.reshape(-1).reshape(q, r).T,
    "unchanged": a,
    "flat": a.reshape(-1),
}
