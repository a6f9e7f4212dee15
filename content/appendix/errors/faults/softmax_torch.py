import torch
import torch.nn.functional as F

Z = torch.tensor([[1.0, 2.0], [1.0, 4.0], [2.0, 2.0]])
P = F.softmax(Z, dim=0)  #: P = F.softmax(Z, dim=1)
print(P.sum(dim=1))
