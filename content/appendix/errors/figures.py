# The figures of this page: its shapes are those of the arrays here.

import numpy as np

column = np.array([[1], [2], [3]])
row = np.array([10, 20, 30])
