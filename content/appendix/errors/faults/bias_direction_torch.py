import torch

Z = torch.zeros(2, 2)  # a row for each neuron
bias = torch.tensor([1.0, 2.0])
print(Z + bias)  #: print(Z + bias.unsqueeze(1))
