import torch

X = torch.ones(2, 3)
print(X[:, None :].shape)  #: print(X[:, None, :].shape)
