import torch

X = torch.tensor([[1, 2, 3], [4, 5, 6]])
per_row = torch.tensor([10, 20])
print(X + per_row)  #: print(X + per_row.unsqueeze(1))
