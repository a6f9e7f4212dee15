import numpy as np

def shifted(x):
    x += 1  #: x = x + 1
    return x

data = np.array([0, 1, 2])
print(shifted(data), data)
