import torch

X = torch.ones(4, 3)
W = torch.ones(4, 3, 2)  # a matrix for each sample
print((X @ W).shape)  #: print((X.unsqueeze(1) @ W).squeeze(1).shape)
