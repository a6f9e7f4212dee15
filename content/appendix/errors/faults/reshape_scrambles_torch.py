import torch

X = torch.tensor([[1, 2, 3], [4, 5, 6]])
print(X.reshape(3, 2))  #: print(X.T)
