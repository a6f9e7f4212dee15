from book import draw
import numpy as np

k = draw.integers(2, 7)
axis = draw.one_of("first", "second")
turn = np.array([[0, -1], [1, 0]])
stretch = np.array([[k, 0], [0, 1]] if axis == "first" else [[1, 0], [0, k]])
answer = stretch @ turn
slips = {
    "order": turn @ stretch,
    "added": turn + stretch,
    "clockwise": stretch @ turn.T,
    "star": turn * stretch,
}
e = np.array([1, 0])
reasons = {
    "next_to_vector": (stretch @ turn @ e == stretch @ (turn @ e)).all(),
    "any_order": (stretch @ turn == turn @ stretch).all(),
    "reading_order": (turn @ stretch @ e == stretch @ (turn @ e)).all(),
}
