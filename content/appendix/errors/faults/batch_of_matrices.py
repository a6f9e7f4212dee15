import numpy as np

X = np.ones((4, 3))
W = np.ones((4, 3, 2))  # a matrix for each sample
print((X @ W).shape)  #: print((X[:, np.newaxis, :] @ W)[:, 0].shape)
