from book import draw
import numpy as np

W = np.array([[0.2, -0.5, 0.1], [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])
x = draw.integers(1, 10, 3) / 10
i = draw.integers(2)
answer = W[i] @ x + b[i]
slips = {"other_neuron": W[1 - i] @ x + b[1 - i], "signs_lost": abs(W[i]) @ x + b[i]}
if b[i] != 0:
    slips["no_bias"] = W[i] @ x
    slips["bias_off"] = W[i] @ x - b[i]
if (W[i] >= 0).all():
    del slips["signs_lost"]
