import numpy as np

a = np.array([0, 1, 2, 3])
part = a[1:3]  #: part = a[1:3].copy()
part[0] = 100
print(a)
