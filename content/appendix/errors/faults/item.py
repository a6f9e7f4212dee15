import numpy as np

x = np.array([0.8, 0.3])
print(x.item())  #: print(x[0].item())
