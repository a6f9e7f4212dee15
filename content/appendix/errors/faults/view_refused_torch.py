import torch

grid = torch.arange(6).reshape(2, 3)
print(grid.T.view(-1))  #: print(grid.T.reshape(-1))
