from book import draw
import numpy as np

W = np.array(draw.shuffled(list(range(-9, 10)))[:9]).reshape(3, 3)
j = draw.integers(3)
code = f"W = np.array({W.tolist()})\nprint(W[:, {j}])"
answer = W[:, j]
slips = {
    "row": W[j],
    "kept_axis": W[:, j : j + 1],
    "one_based": W[:, j - 1],
    "row_matrix": W[:, j : j + 1].T,
}
