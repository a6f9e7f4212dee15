import numpy as np

column = np.array([[1], [2], [3]])
row = np.array([10, 20, 30])
print((column + row).shape)  #: print((column + row[:, np.newaxis]).shape)
