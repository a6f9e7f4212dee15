from book import draw
import torch

rate = draw.one_of(0.1, 0.2, 0.5)
w0 = draw.integers(1, 6, 2) * 1.0
start = "w = torch.tensor(w0, requires_grad=True)\n(w * w).sum().backward()\n"
again = "\n(w * w).sum().backward()\nprint(w.is_leaf, w.grad is not None)"
lines = {
    "direct": f"w -= {rate} * w.grad",
    "guarded": f"with torch.no_grad(): w -= {rate} * w.grad",
    "new_name": f"w = w - {rate} * w.grad",
    "detached": f"w = (w - {rate} * w.grad).detach()",
}
ends = {
    name: draw.run_lines(f"{start}{line}{again}".split("\n"), torch=torch, w0=w0)
    for name, line in lines.items()
}
serving = [name for name, end in ends.items() if end == "True True"]
draw.need(len(serving) == 1)
answer = lines[serving[0]]
slips = {name: line for name, line in lines.items() if name not in serving}
