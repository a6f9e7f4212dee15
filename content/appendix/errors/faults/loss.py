import numpy as np

prediction = np.array([[1.0], [2.0], [3.0]])
target = np.array([1.0, 2.0, 3.0])
print(np.mean((prediction - target) ** 2))  #: print(np.mean((prediction[:, 0] - target) ** 2))
