import torch

a = torch.tensor([0, 1, 2, 3])
part = a[1:3]  #: part = a[1:3].clone()
part[0] = 100
print(a)
