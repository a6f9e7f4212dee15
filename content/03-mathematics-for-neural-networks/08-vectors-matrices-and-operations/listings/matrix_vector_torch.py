import torch
import torch.nn as nn

W = torch.tensor([[0.2, -0.5, 0.1],
                  [0.8, 0.3, -0.4]])
b = torch.tensor([0.1, -0.1])
x = torch.tensor([0.8, 0.3, 0.5])

# A layer with three inputs and two neurons
layer = nn.Linear(3, 2)
with torch.no_grad():
    layer.weight.copy_(W)
    layer.bias.copy_(b)

print(layer(x))
by_hand = layer.weight @ x + layer.bias
print(by_hand)
print(torch.allclose(layer(x), by_hand))
print(layer.weight.shape)
print(layer.bias.shape)
