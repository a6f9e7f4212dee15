from book import draw

x = draw.integers(-4, 5, 3, nonzero=True)
w = draw.integers(-4, 5, 3, nonzero=True)
rate = draw.one_of(0.1, 0.2, 0.5)
answer = rate * (x @ x)
slips = {
    "rate_only": rate,
    "old_response": rate * (w @ x),
    "new_response": (w + rate * x) @ x,
    "summed": rate * x.sum(),
}
