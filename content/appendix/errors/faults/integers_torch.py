import torch

a = torch.tensor([1, 2, 3])  #: a = torch.tensor([1.0, 2.0, 3.0])
a[1] = 2.5
print(a)
