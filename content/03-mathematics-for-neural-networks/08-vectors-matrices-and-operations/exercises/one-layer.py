from book import draw

W = draw.integers(-3, 4, (2, 3))
x = draw.integers(-3, 4, 3, nonzero=True)
b = draw.integers(-5, 6, 2, nonzero=True)
answer = W @ x + b
slips = {
    "no_bias": W @ x,
    "star": W * x,
    "bias_each": (W * x + b[:, None]).sum(axis=1),
    "bias_exchanged": W @ x + b[::-1],
}
