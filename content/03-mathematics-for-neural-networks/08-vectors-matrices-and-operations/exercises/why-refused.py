from book import draw
import numpy as np

s, f, n = draw.shuffled(list(range(2, 8)))[:3]
changes = {
    f"It would run if W had {f} rows.": ((s, f), (f, f)),
    f"It would run if W had {s} rows, as X has.": ((s, f), (s, f)),
    f"It would run if X had {n} rows, as W has.": ((n, f), (n, f)),
    "It would run if W had one row.": ((s, f), (1, f)),
}
running = [
    text
    for text, (x, w) in changes.items()
    if draw.shape_or_error("X @ W", X=np.ones(x), W=np.ones(w)) != "error"
]
draw.need(len(running) == 1)
(answer,) = running
slips = dict(zip(["rows_alike", "more_samples", "one_neuron"], [t for t in changes if t != answer]))
