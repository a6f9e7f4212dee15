import numpy as np

X = np.ones((4, 3))  # samples by features
W = np.ones((2, 3))  # neurons by features
print((X @ W).shape)  #: print((X @ W.T).shape)
