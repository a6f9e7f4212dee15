import torch

W = torch.tensor([[1.0, 2.0], [3.0, 4.0]])  # a row for each neuron
x = torch.tensor([1.0, 0.0])
print(x @ W)  #: print(torch.nn.functional.linear(x, W))
