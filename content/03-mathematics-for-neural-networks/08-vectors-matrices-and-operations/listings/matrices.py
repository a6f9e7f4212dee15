import numpy as np

# Two neurons (rows), three inputs (columns)
W = np.array([[0.2, -0.5, 0.1],
              [0.8, 0.3, -0.4]])
print(W)
print(W.shape)

# One weight, one neuron, one input
print(W[0, 1])
print(W[0])
print(W[:, 1])

# Rows become columns
print(W.T)
print(W.T.shape)

# The identity changes nothing
x = np.array([0.8, 0.3, 0.5])
I = np.eye(3)
print(I)
print(I @ x)
