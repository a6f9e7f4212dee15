import numpy as np

Z = np.array([[0.2, -0.3], [-0.1, 0.4]])
print(np.max(Z, 0))  #: print(np.maximum(Z, 0))
