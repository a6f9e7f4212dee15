import torch

x = torch.tensor([0.8, 0.3, 0.5])
print(x[3])  #: print(x[2])
