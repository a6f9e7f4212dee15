from book import draw
import numpy as np

n = draw.integers(2, 6)
given = {"v": np.zeros(n), "M": np.zeros((n, n)), "c": draw.integers(1, 10, (n, 1)) * 1.0}
lines = {
    "column": "v[:] = c",
    "flat": "v[:] = c.reshape(-1)",
    "picked": "v[:] = c[:, 0]",
    "kept_axis": "M[:, 0:1] = c",
}
ends = {name: draw.run_lines([line], **given) for name, line in lines.items()}
refused = [name for name, end in ends.items() if end != ""]
draw.need(len(refused) == 1)
answer = lines[refused[0]]
message = ends[refused[0]]
slips = {name: line for name, line in lines.items() if name not in refused}
