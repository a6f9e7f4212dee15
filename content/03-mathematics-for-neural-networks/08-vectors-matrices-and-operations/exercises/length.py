from book import draw
import numpy as np

legs = draw.one_of(
    [2, 3, 6], [1, 4, 8], [4, 4, 7], [2, 6, 9], [6, 6, 7], [3, 4, 12], [2, 4, 4], [2, 10, 11]
)
v = draw.shuffled(legs) * draw.signs(3)
answer = np.linalg.norm(v)
slips = {
    "no_root": v @ v,
    "added": abs(v).sum(),
    "signed_sum": abs(v.sum()),
    "counted": len(v),
}
