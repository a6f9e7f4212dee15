import numpy as np

Z = np.array([[1.0, 2.0], [1.0, 4.0], [2.0, 2.0]])
E = np.exp(Z)
P = E / E.sum(axis=0)  #: P = E / E.sum(axis=1, keepdims=True)
print(P.sum(axis=1))
