from book import draw
import torch

a = draw.integers(-4, 6, 3, nonzero=True)
b = draw.integers(-4, 6, 3, nonzero=True)
draw.need(b.sum() not in (0, 1))
code = f"a = torch.tensor({a.tolist()})\nb = torch.tensor({b.tolist()})\nprint(a * b.sum())"
answer = draw.value_of(f"{code}\n(a * b.sum()).numpy()", torch=torch)
slips = {
    "dot": (a * b).sum(),
    "pairs": a * b,
    "both_summed": a.sum() * b.sum(),
    "other": a.sum() * b,
}
