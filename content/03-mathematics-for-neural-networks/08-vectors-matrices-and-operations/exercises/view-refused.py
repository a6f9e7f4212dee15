from book import draw
import torch

m, n = draw.shuffled(list(range(2, 7)))[:2]
t = torch.zeros(m, n)
code = draw.one_of("t.view(-1)", "t.T.view(-1)", "t.T.reshape(-1)", "t.T.contiguous().view(-1)", "t.T.view(m, n)")
answer = draw.shape_or_error(code, t=t, m=m, n=n)
shapes = {"flat": (m * n,), "error": "error", "as_before": (m, n), "turned": (n, m)}
slips = {name: shape for name, shape in shapes.items() if shape != answer}
