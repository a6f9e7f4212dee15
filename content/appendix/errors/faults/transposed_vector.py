import numpy as np

x = np.array([0.8, 0.3, 0.5])
column = x.T  #: column = x.reshape(-1, 1)
print(column.shape)
