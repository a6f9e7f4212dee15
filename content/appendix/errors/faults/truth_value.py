import numpy as np

a = np.array([1, 2, 3])
if a == np.array([1, 2, 3]):  #: if (a == np.array([1, 2, 3])).all():
    print("equal")
