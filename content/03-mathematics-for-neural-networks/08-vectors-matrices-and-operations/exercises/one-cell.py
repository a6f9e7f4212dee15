from book import draw

X = draw.integers(-4, 5, (3, 3))
W = draw.integers(-4, 5, (3, 3))
s, i = draw.integers(0, 3, 2).tolist()
draw.need(s != i)
answer = X[s] @ W[i]
slips = {
    "no_transpose": (X @ W)[s, i],
    "exchanged": (X @ W.T)[i, s],
    "star": X[s, i] * W[s, i],
    "both_columns": (X.T @ W)[s, i],
}
