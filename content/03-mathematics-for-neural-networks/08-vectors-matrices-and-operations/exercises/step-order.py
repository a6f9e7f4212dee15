from book import draw

x = draw.integers(1, 5, 3)
w = draw.integers(-3, 4, 3, nonzero=True)
t = draw.integers(-5, 6)
given = {"x": x, "w": w * 1.0, "t": t}
lines = ["y = w @ x", "error = y - t", "gradient = error * x", "w = w - 0.1 * gradient", "print(w)"]
draw.need(w @ x != t)


def run(*order):
    return draw.run_lines([lines[k] for k in order], **given)


answer = run(0, 1, 2, 3, 4)
slips = {"print_early": run(0, 1, 2, 4, 3), "no_response": run(1, 0, 2, 3, 4), "no_error": run(0, 2, 1, 3, 4)}
