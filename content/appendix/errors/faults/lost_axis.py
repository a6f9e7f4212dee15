import numpy as np

X = np.array([[1.0, 3.0], [1.0, 1.0]])
share = X / X.sum(axis=1)  #: share = X / X.sum(axis=1, keepdims=True)
print(share.sum(axis=1))
