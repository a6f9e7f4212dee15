from book import draw
import torch

X = draw.integers(-3, 4, (2, 2), nonzero=True) * 1.0
W = draw.integers(-3, 4, (1, 2)) * 1.0
draw.need((X @ W.T > 0).sum() == 1)
given = {"X": torch.tensor(X), "W": torch.tensor(W), "F": torch.nn.functional}
lines = ["W.requires_grad_()", "A = F.relu(X @ W.T)", "A.sum().backward()", "print(W.grad)"]


def run(*order):
    return draw.run_lines([lines[k] for k in order], **{**given, "W": torch.tensor(W)})


answer = run(0, 1, 2, 3)
slips = {"not_recorded": run(1, 0, 2, 3), "too_early": run(0, 1, 3, 2), "no_result": run(0, 2, 1, 3)}
