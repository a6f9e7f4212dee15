import torch

Z = torch.tensor([[0.2, -0.3], [-0.1, 0.4]])
print(torch.max(Z, 0).values)  #: print(torch.relu(Z))
