import numpy as np


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


x = np.array([1.0, 2.0, 3.0])
X = np.arange(6).reshape(3, 2)
print(np.c_[x, x**2], np.c_[np.ones(3), X], np.c_[np.array([1, 2]), [3, 4]].dtype)
print(np.c_[X, x].shape, np.c_[1, 2], np.c_[x])
print(np.r_[1, 2, 3], np.r_[x, 0, 5:8], np.r_[0:1:0.25], np.r_[X, X].shape, np.r_[[1, 2], 3.5])
print(np.mgrid[0:2, 0:3], np.mgrid[1:4], np.mgrid[0:1:0.5, 0:2].dtype)
yy, xx = np.mgrid[-1:2, 0:2]
print(yy + xx)
rows, cols = np.ogrid[0:3, 0:2]
print(rows, cols, rows * 10 + cols)
print(X[np.ix_([0, 2], [1])], X[np.ix_([True, False, True], [0, 1])])
print(np.indices((2, 3)), np.indices((2, 2)).shape)
i, j = np.indices((3, 3))
print((i == j).astype(int))
show(lambda: np.c_[x, X[:2]])
show(lambda: np.ix_(X))
A = np.c_[np.ones(4), np.arange(4.0)]
print(np.linalg.lstsq(A, np.array([1.0, 3, 5, 7]), rcond=None)[0].round(6))
