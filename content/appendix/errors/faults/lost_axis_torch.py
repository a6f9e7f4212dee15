import torch

X = torch.tensor([[1.0, 3.0], [1.0, 1.0]])
share = X / X.sum(dim=1)  #: share = X / X.sum(dim=1, keepdim=True)
print(share.sum(dim=1))
