from book import draw
import numpy as np
import torch

a = draw.integers(1, 10, 3)
p, q = draw.integers(10, 60, 2).tolist()
draw.need(p != q)
code = f"""a = np.array({a.tolist()})
t = torch.from_numpy(a)
t += {p}
t = t + {q}
print(a)"""
answer = draw.value_of(f"{code}\na", np=np, torch=torch)
slips = {"copied": a, "both": a + p + q, "exchanged": a + q}
