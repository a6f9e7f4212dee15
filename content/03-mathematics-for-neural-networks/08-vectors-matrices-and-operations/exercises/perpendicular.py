from book import draw
import numpy as np

a = draw.integers(-6, 7, 2, nonzero=True)
b0 = draw.integers(-6, 7, nonzero=True)
draw.need(abs(a[0]) != abs(a[1]) and (a[0] * b0 / a[1] * 2) % 1 == 0)
answer = -a[0] * b0 / a[1]
slips = {
    "sign": a[0] * b0 / a[1],
    "crossed": -a[1] * b0 / a[0],
    "opposite": -b0,
}
b = np.array([b0, answer])
reasons = {
    "cancel": np.isclose(a @ b, 0),
    "equal_lengths": np.isclose(np.linalg.norm(a), np.linalg.norm(b)),
    "components": np.isclose(a.sum() + b.sum(), 0),
}
draw.need(sum(reasons.values()) == 1)
