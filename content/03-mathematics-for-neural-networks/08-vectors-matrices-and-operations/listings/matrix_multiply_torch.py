import torch  #: import
import torch.nn as nn  #: import-nn

layer = nn.Linear(3, 2)  #: layer
with torch.no_grad():  #: no-grad
    layer.weight.copy_(torch.tensor([[0.2, -0.5, 0.1],  #: copy-weight
                                     [0.8, 0.3, -0.4]]))
    layer.bias.copy_(torch.tensor([0.1, -0.1]))  #: copy-bias

# Four samples (rows), three features (columns)
X = torch.tensor([[0.8, 0.3, 0.5],  #: batch
                  [0.1, 0.9, 0.2],
                  [0.6, 0.4, 0.7],
                  [0.3, 0.8, 0.1]])

# The same layer takes the whole batch
Z = layer(X)  #: call
print(Z)  #: print-call
print(Z.shape)  #: shape

by_hand = X @ layer.weight.T + layer.bias  #: by-hand
print(by_hand)  #: print-by-hand
print(torch.allclose(Z, by_hand))  #: compare
