import numpy as np
rng = np.random.default_rng(0)
X = rng.normal(size=(64, 2)); y = (X[:, :1] * X[:, 1:] > 0).astype(float)
W1 = rng.normal(size=(2, 8)); b1 = np.zeros(8); W2 = rng.normal(size=(8, 1)); b2 = np.zeros(1)
for step in range(500):
    h = np.maximum(0, X @ W1 + b1)
    p = 1 / (1 + np.exp(-(h @ W2 + b2)))
    d = (p - y) / len(X)
    gW2 = h.T @ d; gb2 = d.sum(0)
    dh = (d @ W2.T) * (h > 0)
    gW1 = X.T @ dh; gb1 = dh.sum(0)
    W1 -= 0.5 * gW1; b1 -= 0.5 * gb1; W2 -= 0.5 * gW2; b2 -= 0.5 * gb2
print(p.mean())
