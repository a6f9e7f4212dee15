from book import draw
import numpy as np

s, f, h, o = draw.shuffled(list(range(2, 10)))[:4]
answer = draw.shape_or_error(
    "X @ W1.T @ W2.T", X=np.ones((s, f)), W1=np.ones((h, f)), W2=np.ones((o, h))
)
slips = {
    "half_way": (s, h),
    "exchanged": (o, s),
    "weights": (f, o),
    "error": "error",
}
