import numpy as np

X = np.array([[1, 2, 3], [4, 5, 6]])  # a row for each sample
per_sample = X.sum(axis=0)  #: per_sample = X.sum(axis=1)
print(per_sample)
