import numpy as np


def relu(z):
    """Keep what is positive, put zero for the rest."""
    return np.maximum(0, z)


W = np.array([[0.2, -0.5, 0.1],
              [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])
X = np.array([[0.8, 0.3, 0.5],
              [0.1, 0.9, 0.2],
              [0.6, 0.4, 0.7],
              [0.3, 0.8, 0.1]])

Z = X @ W.T + b
print(Z)
A = relu(Z)
print(A)

# Which cells did ReLU change, and how many?
changed = A != Z
print(changed)
print(changed.sum(), "of", changed.size)
