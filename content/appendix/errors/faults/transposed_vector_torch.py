import torch

x = torch.tensor([0.8, 0.3, 0.5])
column = x.T  #: column = x.unsqueeze(1)
print(column.shape)
