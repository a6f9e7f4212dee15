from book import draw
import numpy as np

a = draw.integers(2, 10, 3).tolist()
i = draw.integers(3)
f = draw.one_of(1.6, 2.7, 3.8, 4.6, -1.6, -2.7)
draw.need(a[i] != int(f) and a[i] != round(f))
code = f"a = np.array({a})\na[{i}] = {f}\nprint(a)"
answer = draw.value_of(f"{code}\na", np=np)
slips = {
    "kept": np.array(a[:i] + [f] + a[i + 1 :]),
    "rounded": np.array(a[:i] + [round(f)] + a[i + 1 :]),
    "refused": np.array(a),
}
