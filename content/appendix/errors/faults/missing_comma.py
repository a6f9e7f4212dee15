import numpy as np

X = np.ones((2, 3))
print(X[:, None :].shape)  #: print(X[:, None, :].shape)
