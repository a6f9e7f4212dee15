from book import draw
import torch

z0 = draw.integers(-4, 5, 3) * 1.0
k = draw.integers(2, 6)
draw.need((z0 > 0).any() and (z0 < 0).any())
lines = {
    "relu": "a = torch.relu(z)",
    "scaled": f"a = {k} * z",
    "shifted": f"a = z + {k}",
    "squared": "a = z * z",
}
ends = {
    name: draw.run_lines(
        ["z = torch.tensor(z0, requires_grad=True)", line, "a += 1", "a.sum().backward()"], torch=torch, z0=z0
    )
    for name, line in lines.items()
}
refused = [name for name, end in ends.items() if end != ""]
draw.need(len(refused) == 1)
answer = lines[refused[0]]
slips = {name: line for name, line in lines.items() if name not in refused}
