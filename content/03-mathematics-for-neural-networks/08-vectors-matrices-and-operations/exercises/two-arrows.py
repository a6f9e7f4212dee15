from book import draw
import numpy as np

p = draw.integers(-4, 5, 2, nonzero=True)
q = draw.integers(-4, 5, 2, nonzero=True)
s, t = draw.integers(-3, 5, 2, nonzero=True).tolist()
draw.need(s != t and p[0] * q[1] != p[1] * q[0])
answer = s * p + t * q
slips = {
    "as_rows": np.array([p, q]) @ [s, t],
    "not_weighed": p + q,
    "exchanged": t * p + s * q,
    "cellwise": np.array([s * p[0], t * q[1]]),
}
