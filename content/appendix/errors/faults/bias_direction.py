import numpy as np

Z = np.zeros((2, 2))  # a row for each neuron
bias = np.array([1.0, 2.0])
print(Z + bias)  #: print(Z + bias[:, np.newaxis])
