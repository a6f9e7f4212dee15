from book import draw
import numpy as np

M = draw.integers(-4, 5, (2, 2))
draw.need(len(set(M.ravel().tolist())) > 2)
answer = M + np.eye(2)
slips = {
    "plus_ones": M + 1,
    "product": M @ np.eye(2),
    "twice": 2 * M,
    "anti": M + np.eye(2)[::-1],
}
