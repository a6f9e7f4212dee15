from book import draw
import numpy as np

W = np.array([[0.2, -0.5, 0.1], [0.8, 0.3, -0.4]])
X = np.array([[0.8, 0.3, 0.5], [0.1, 0.9, 0.2], [0.6, 0.4, 0.7], [0.3, 0.8, 0.1]])
i = draw.integers(2)
c = draw.integers(-5, 6, nonzero=True) / 10
dots = X @ W[i]
draw.need((abs(dots + c) > 0.001).all() and (abs(dots - c) > 0.001).all() and (dots != 0).all())


def named(silent):
    numbers = [str(s) for s in range(len(X)) if silent[s]]
    return "for " + ", ".join(numbers) if numbers else "for none"


answer = named(dots + c < 0)
given = {"fires": named(dots + c > 0), "no_bias": named(dots < 0), "threshold_sign": named(dots - c < 0)}
slips = {name: text for name, text in given.items() if text != answer}
texts = [answer] + list(slips.values())
draw.need(len(slips) > 1 and len(set(texts)) == len(texts))
