import numpy as np  #: import

W = np.array([[0.2, -0.5, 0.1],  #: weights
              [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])  #: bias

# Four samples (rows), three features (columns)
X = np.array([[0.8, 0.3, 0.5],  #: batch
              [0.1, 0.9, 0.2],
              [0.6, 0.4, 0.7],
              [0.3, 0.8, 0.1]])
print(X.shape, W.T.shape)  #: shapes

# One product for the whole batch
Z = X @ W.T + b  #: layer
print(Z)  #: print-layer
print(Z.shape)  #: shape

# Row 0 is what the layer says of sample 0 alone
z = W @ X[0] + b  #: one-sample
print(z)  #: print-sample
print(np.allclose(z, Z[0]))  #: compare
