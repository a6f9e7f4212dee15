import numpy as np  #: import


def relu(z):  #: def
    """Keep what is positive, put zero for the rest."""  #: docstring
    return np.maximum(0, z)  #: return


W = np.array([[0.2, -0.5, 0.1],  #: weights
              [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])  #: bias
X = np.array([[0.8, 0.3, 0.5],  #: batch
              [0.1, 0.9, 0.2],
              [0.6, 0.4, 0.7],
              [0.3, 0.8, 0.1]])

Z = X @ W.T + b  #: linear
print(Z)  #: print-linear
A = relu(Z)  #: activate
print(A)  #: print-activation

# Which cells did ReLU change, and how many?
changed = A != Z  #: changed
print(changed)  #: print-changed
print(changed.sum(), "of", changed.size)  #: count
