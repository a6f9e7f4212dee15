from book import draw
import numpy as np

v = draw.shuffled(
    draw.one_of([1, 2, 2, 4], [1, 3, 3, 9], [1, 1, 7, 7], [1, 5, 5, 7], [2, 4, 4, 8])
) * draw.signs(4)
answer = v / np.linalg.norm(v)
slips = {
    "by_sum": v / abs(v).sum(),
    "by_square": v / (v @ v),
    "by_max": v / abs(v).max(),
    "standardised": (v - v.mean()) / v.std(),
}
u = answer
reasons = {
    "same_factor": np.isclose(np.linalg.norm(v / 2), np.linalg.norm(v) / 2),
    "adds_up": np.isclose(abs(u).sum(), 1),
    "largest": np.isclose(abs(u).max(), 1),
}
