import numpy as np

queries = np.ones((3, 4, 5))
keys = np.ones((3, 5, 6))
print(np.dot(queries, keys).shape)  #: print(np.matmul(queries, keys).shape)
