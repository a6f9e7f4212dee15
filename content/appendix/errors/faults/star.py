import numpy as np

turn = np.array([[0, -1], [1, 0]])
stretch = np.array([[2, 0], [0, 1]])
print(turn * stretch)  #: print(turn @ stretch)
