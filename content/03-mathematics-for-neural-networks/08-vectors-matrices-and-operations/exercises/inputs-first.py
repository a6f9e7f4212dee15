from book import draw
import torch

m, n, s = draw.shuffled(list(range(2, 9)))[:3]
given = {"W": torch.ones(m, n), "X": torch.ones(s, n), "torch": torch, "nn": torch.nn}
code = "layer = nn.Linear(____)\nwith torch.no_grad():\n    layer.weight.copy_(W)\nlayer(X).shape"
answer = f"{n}, {m}"
slips = {
    "exchanged": f"{m}, {n}",
    "batch": f"{s}, {m}",
    "entries": f"{n * m}, {m}",
}
