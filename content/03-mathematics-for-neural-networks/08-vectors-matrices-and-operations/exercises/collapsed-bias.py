from book import draw
import numpy as np

b = draw.integers(-5, 6, 2, nonzero=True)
w2 = draw.integers(-4, 5, 2, nonzero=True)
c = draw.integers(-6, 7, nonzero=True)
answer = w2 @ b + c
slips = {
    "second_only": c,
    "just_added": b.sum() + c,
    "first_only": w2 @ b,
}
if (b < 0).any():
    slips["relu_between"] = w2 @ np.maximum(0, b) + c
