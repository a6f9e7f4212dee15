import torch

# Two neurons (rows), three inputs (columns)
W = torch.tensor([[0.2, -0.5, 0.1],
                  [0.8, 0.3, -0.4]])
print(W)
print(W.shape)

# One weight, as a tensor and as a Python number
print(W[0, 1])
print(f"{W[0, 1].item():.4f}")

# One neuron, one input
print(W[0])
print(W[:, 1])

# Rows become columns
print(W.T)
print(W.T.shape)

# The identity changes nothing
x = torch.tensor([0.8, 0.3, 0.5])
I = torch.eye(3)
print(I @ x)
