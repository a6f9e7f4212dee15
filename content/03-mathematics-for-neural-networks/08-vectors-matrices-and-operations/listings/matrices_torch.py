import torch  #: import

# Two neurons (rows), three inputs (columns)
W = torch.tensor([[0.2, -0.5, 0.1],  #: weights
                  [0.8, 0.3, -0.4]])
print(W)  #: print-weights
print(W.shape)  #: shape

# One weight, as a tensor and as a Python number
print(W[0, 1])  #: element
print(f"{W[0, 1].item():.4f}")  #: item

# One neuron, one input
print(W[0])  #: row
print(W[:, 1])  #: column

# Rows become columns
print(W.T)  #: transpose
print(W.T.shape)  #: transpose-shape

# The identity changes nothing
x = torch.tensor([0.8, 0.3, 0.5])  #: input
I = torch.eye(3)  #: identity
print(I @ x)  #: product
