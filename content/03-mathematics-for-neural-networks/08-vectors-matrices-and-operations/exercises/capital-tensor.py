from book import draw
import torch

n = draw.integers(2, 10)
code = draw.one_of(f"torch.Tensor({n})", f"torch.tensor({n})", f"torch.tensor([{n}])")
answer = draw.shape_or_error(code, torch=torch)
shapes = {"filled": (n,), "single": (), "one_entry": (1,)}
slips = {name: shape for name, shape in shapes.items() if shape != answer}
