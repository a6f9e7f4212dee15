import numpy as np

guess = np.array([[0], [1], [2], [3]])
label = np.array([0, 1, 2, 3])
print((guess == label).mean())  #: print((guess[:, 0] == label).mean())
