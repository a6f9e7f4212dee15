import torch

a = torch.tensor([0, 1, 2, 3])
a[[1, 2]][0] = 100  #: a[1] = 100
print(a)
