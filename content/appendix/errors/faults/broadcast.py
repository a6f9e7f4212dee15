import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])
per_row = np.array([10, 20])
print(X + per_row)  #: print(X + per_row[:, np.newaxis])
