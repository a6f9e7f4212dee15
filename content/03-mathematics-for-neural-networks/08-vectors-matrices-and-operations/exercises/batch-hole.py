from book import draw

s, f, n = draw.shuffled(list(range(2, 7)))[:3]
given = {"X": draw.integers(-3, 4, (s, f)), "W": draw.integers(-3, 4, (n, f)), "b": draw.integers(1, 9, n)}
code = "Z = X @ ____ + b\nZ"
answer = "W.T"
slips = {
    "not_transposed": "W",
    "reshaped": "W.reshape(X.shape[1], -1)",
    "one_neuron": "W[0]",
}
