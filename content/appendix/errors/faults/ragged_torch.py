import torch

rows = [[1, 2, 3], [4, 5]]  #: rows = [[1, 2, 3], [4, 5, 0]]
print(torch.tensor(rows).shape)
