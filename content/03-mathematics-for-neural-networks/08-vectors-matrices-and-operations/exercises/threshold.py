from book import draw

w = draw.integers(-5, 6, 2, nonzero=True)
c = draw.integers(-9, 10, nonzero=True)
x0 = draw.integers(-4, 5, nonzero=True)
draw.need(((c + w[0] * x0) / w[1] * 2) % 1 == 0)
answer = -(c + w[0] * x0) / w[1]
slips = {
    "bias_left_out": -w[0] * x0 / w[1],
    "bias_sign": (c - w[0] * x0) / w[1],
    "sign": (c + w[0] * x0) / w[1],
}
