import torch  #: import
import torch.nn as nn  #: import-nn
import torch.nn.functional as F  #: import-functional

layer = nn.Linear(3, 2)  #: layer
with torch.no_grad():  #: no-grad
    layer.weight.copy_(torch.tensor([[0.2, -0.5, 0.1],  #: copy-weight
                                     [0.8, 0.3, -0.4]]))
    layer.bias.copy_(torch.tensor([0.1, -0.1]))  #: copy-bias
X = torch.tensor([[0.8, 0.3, 0.5],  #: batch
                  [0.1, 0.9, 0.2],
                  [0.6, 0.4, 0.7],
                  [0.3, 0.8, 0.1]])

Z = layer(X)  #: linear
print(Z)  #: print-linear
A = F.relu(Z)  #: activate
print(A)  #: print-activation

# The slope of ReLU: 1 where z > 0, and 0 elsewhere
Z = Z.detach().requires_grad_()  #: leaf
F.relu(Z).sum().backward()  #: backward
print(Z.grad)  #: grad
