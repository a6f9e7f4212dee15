import torch

column = torch.tensor([[1], [2], [3]])
row = torch.tensor([10, 20, 30])
print((column + row).shape)  #: print((column + row.unsqueeze(1)).shape)
