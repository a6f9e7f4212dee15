import torch

x = torch.tensor([0.8, 0.3])
print(x.item())  #: print(x[0].item())
