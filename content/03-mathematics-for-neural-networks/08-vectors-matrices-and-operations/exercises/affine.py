from book import draw

p = draw.integers(-9, 10, 2)
q = draw.integers(-9, 10, 2)
b = draw.integers(-5, 6, 2, nonzero=True)
answer = p + q - b
slips = {
    "as_linear": p + q,
    "more_bias": p + q + b,
    "both_off": p + q - 2 * b,
}
x, u = p - b, q - b
reasons = {
    "counted": (p + q - (x + u) == 2 * b).all() and (answer - (x + u) == b).all(),
    "keeps_zero": (b == 0).all(),
    "doubles": (2 * x + b == 2 * p).all(),
}
