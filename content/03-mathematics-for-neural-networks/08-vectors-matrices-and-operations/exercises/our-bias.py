from book import draw
import numpy as np

W = np.array([[0.2, -0.5, 0.1], [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])
x = draw.integers(1, 10, 3) / 10
i = draw.integers(2)
draw.need(abs(W[i] @ x) > 0.01)
dot = W[i] @ x  #: work
answer = -dot
slips = {"dot_product": dot}
if b[i] != 0:
    slips["difference"] = -dot - b[i]
    slips["old_left_in"] = -dot + b[i]
