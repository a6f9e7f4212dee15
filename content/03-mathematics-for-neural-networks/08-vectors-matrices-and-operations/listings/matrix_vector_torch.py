import torch  #: import
import torch.nn as nn  #: import-nn

W = torch.tensor([[0.2, -0.5, 0.1],  #: weights
                  [0.8, 0.3, -0.4]])
b = torch.tensor([0.1, -0.1])  #: bias
x = torch.tensor([0.8, 0.3, 0.5])  #: input

# A layer with three inputs and two neurons
layer = nn.Linear(3, 2)  #: layer
with torch.no_grad():  #: no-grad
    layer.weight.copy_(W)  #: copy-weight
    layer.bias.copy_(b)  #: copy-bias

print(layer(x))  #: call
by_hand = layer.weight @ x + layer.bias  #: by-hand
print(by_hand)  #: print-by-hand
print(torch.allclose(layer(x), by_hand))  #: compare
print(layer.weight.shape)  #: weight-shape
print(layer.bias.shape)  #: bias-shape
