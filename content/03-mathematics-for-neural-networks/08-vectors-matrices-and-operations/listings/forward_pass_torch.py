import torch
import torch.nn as nn
import torch.nn.functional as F

layer = nn.Linear(3, 2)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[0.2, -0.5, 0.1],
                                     [0.8, 0.3, -0.4]]))
    layer.bias.copy_(torch.tensor([0.1, -0.1]))
X = torch.tensor([[0.8, 0.3, 0.5],
                  [0.1, 0.9, 0.2],
                  [0.6, 0.4, 0.7],
                  [0.3, 0.8, 0.1]])

Z = layer(X)
print(Z)
A = F.relu(Z)
print(A)

# The slope of ReLU: 1 where z > 0, and 0 elsewhere
Z = Z.detach().requires_grad_()
F.relu(Z).sum().backward()
print(Z.grad)
