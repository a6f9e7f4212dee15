import numpy as np

W = np.array([[1.0, 0.5],
              [-0.5, 1.5]])
x = np.array([2.0, 1.0])
b = np.array([-3.0, 2.0])

y = W @ x + b
print(y)
