import math
import numpy as np

a = np.arange(3.0)
n = np.arange(3)
b = np.array([True, False])
M = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
W = np.array([[1, 5, 2], [8, 0, 4]])
s = np.float64(1.5)
i = np.int64(2)
u = np.array([200, 100], dtype=np.uint8)
f = np.array([0.1, 0.2], dtype=np.float32)
T = np.arange(24).reshape(2, 3, 4)
z = np.array(3.5)
e = np.array([])
L = np.array(["cat", "dog", "bird"])
