import numpy as np

W = np.array([[1, 2], [3, 4]])  # a row for each neuron
x = np.array([1, 0])
print(x @ W)  #: print(x @ W.T)
