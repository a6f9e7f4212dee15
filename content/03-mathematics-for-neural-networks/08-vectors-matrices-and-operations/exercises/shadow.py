from book import draw
import numpy as np

a = draw.one_of([3, 4], [4, 3], [6, 8], [8, 6]) * draw.one_of([1, 1], [1, -1], [-1, 1])
b = draw.one_of([5, 12], [12, 5], [9, 12], [8, 15]) * draw.signs(2)
draw.need(a @ b < 0)
answer = a @ b / np.linalg.norm(a)
slips = {
    "on_b": a @ b / np.linalg.norm(b),
    "unsigned": abs(a @ b) / np.linalg.norm(a),
    "dot_only": a @ b,
    "squared": a @ b / (a @ a),
}
