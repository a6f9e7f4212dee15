from book import draw
import torch

s, c = draw.shuffled([2, 3, 4])[:2]
given = {"Z": torch.tensor(draw.integers(-3, 4, (s, c)) * 1.0), "torch": torch}
code = "P = torch.softmax(Z, dim=____)\nP.sum(dim=1)"
answer = "1"
slips = {"each_column": "0", "no_such_axis": "2", "both": "(0, 1)"}
