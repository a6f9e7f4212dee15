import numpy as np

count = np.arange(12)
print(count.reshape(5, 2))  #: print(count.reshape(-1, 2))
