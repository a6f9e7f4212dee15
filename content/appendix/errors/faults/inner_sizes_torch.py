import torch

X = torch.ones(4, 3)  # samples by features
W = torch.ones(2, 3)  # neurons by features
print((X @ W).shape)  #: print((X @ W.T).shape)
