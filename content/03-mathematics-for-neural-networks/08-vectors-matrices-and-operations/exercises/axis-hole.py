from book import draw

s, f = draw.shuffled(list(range(2, 6)))[:2]
given = {"X": draw.integers(-9, 10, (s, f))}
code = "X.mean(____).shape"
answer = "axis=0"
slips = {"each_sample": "axis=1", "everything": "", "kept": "axis=0, keepdims=True", "no_such_axis": "axis=2"}
