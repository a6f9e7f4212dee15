from book import draw

inputs = [
    (draw.integers(-4, 5, (4, 2)) * 1.0,),
    (draw.integers(-4, 5, (2, 2)) * 1.0,),
]
draw.need(all(len(set(X.mean(axis=0).tolist())) == 2 and X.mean(axis=0).sum() != 0 for (X,) in inputs))
answer = lambda X: X - X.mean(axis=0)
slips = {
    "each_sample": lambda X: X - X.mean(axis=1, keepdims=True),
    "everything": lambda X: X - X.mean(),
    "means_only": lambda X: X.mean(axis=0),
    "as_a_row": lambda X: X - X.mean(axis=1),
}
