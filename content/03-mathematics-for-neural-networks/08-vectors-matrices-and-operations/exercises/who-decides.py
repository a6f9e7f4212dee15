from book import draw
import numpy as np
import torch

p, q = draw.integers(2, 9, 2).tolist()
code = draw.one_of(
    f"torch.tensor([{p}, {q}]) * 0.5",
    f"torch.tensor([{p}, {q}]) / 2",
    f"torch.arange({p}) + 0.5",
    f"torch.tensor([[{p}.0, 1.0]]) @ torch.tensor([{q}.0, 2.0])",
    f"torch.from_numpy(np.array([0.5, {p}])) * {q}",
    f"torch.from_numpy(np.array([{p}, {q}]) / 2)",
    f"torch.tensor([{p}, {q}]) * 3",
)
answer = str(draw.value_of(f"({code}).dtype", torch=torch, np=np)).removeprefix("torch.")
slips = {name: name for name in ("float64", "float32", "int64") if name != answer}
