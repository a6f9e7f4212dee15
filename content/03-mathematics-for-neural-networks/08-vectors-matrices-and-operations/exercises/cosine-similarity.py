from book import draw
import numpy as np

a = draw.shuffled(draw.one_of([1, 3, 3, 9], [1, 1, 7, 7], [1, 5, 5, 7], [2, 4, 4, 8])) * draw.signs(4)
b = draw.shuffled([1, 2, 2, 4]) * draw.signs(4)
draw.need(a @ b != 0)
answer = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
slips = {
    "dot_only": a @ b,
    "no_brackets": a @ b / np.linalg.norm(a) * np.linalg.norm(b),
    "squares": a @ b / ((a @ a) * (b @ b)),
    "one_length": a @ b / np.linalg.norm(a),
}
