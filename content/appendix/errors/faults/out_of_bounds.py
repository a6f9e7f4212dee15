import numpy as np

x = np.array([0.8, 0.3, 0.5])
print(x[3])  #: print(x[2])
