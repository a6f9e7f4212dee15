import numpy as np

a = np.array([1, 2, 3])  #: a = np.array([1.0, 2.0, 3.0])
a[1] = 2.5
print(a)
