import torch

x = torch.Tensor(10)  #: x = torch.tensor(10)
print(x.shape, x.dtype)
