import numpy as np  #: import

# Two neurons (rows), three inputs (columns)
W = np.array([[0.2, -0.5, 0.1],  #: weights
              [0.8, 0.3, -0.4]])
print(W)  #: print-weights
print(W.shape)  #: shape

# One weight, one neuron, one input
print(W[0, 1])  #: element
print(W[0])  #: row
print(W[:, 1])  #: column

# Rows become columns
print(W.T)  #: transpose
print(W.T.shape)  #: transpose-shape

# The identity changes nothing
x = np.array([0.8, 0.3, 0.5])  #: input
I = np.eye(3)  #: identity
print(I)  #: print-identity
print(I @ x)  #: product
