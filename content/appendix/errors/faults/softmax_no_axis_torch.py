import torch
import torch.nn.functional as F

Z = torch.tensor([[1.0, 2.0], [1.0, 4.0]])
print(F.softmax(Z))  #: print(F.softmax(Z, dim=1))
