import numpy as np

loss = np.zeros(3)
loss[:] = np.ones((3, 1))  #: loss[:] = np.ones((3, 1))[:, 0]
print(loss)
