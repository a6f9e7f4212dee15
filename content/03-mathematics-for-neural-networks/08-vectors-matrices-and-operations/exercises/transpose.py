from book import draw
import numpy as np

shape = draw.one_of((2, 3), (3, 2))
W = np.array(draw.shuffled(list(range(-9, 10)))[:6]).reshape(shape)
answer = W.T
slips = {
    "reshaped": W.reshape(W.T.shape),
    "unchanged": W,
    "turned": W.T[::-1],
    "turned_back": W.T[:, ::-1],
}
T = W.T
reasons = {
    "rows_stay": all((T[:, i] == W[i]).all() for i in range(len(W))),
    "reading_order": (T.ravel() == W.ravel()).all(),
    "other_numbers": sorted(T.ravel().tolist()) != sorted(W.ravel().tolist()),
}
