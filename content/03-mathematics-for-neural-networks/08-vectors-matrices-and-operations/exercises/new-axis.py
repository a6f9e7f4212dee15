from book import draw
import numpy as np

m, n = draw.shuffled(list(range(2, 9)))[:2]
a = np.zeros((m, n))
code = draw.one_of("a[:, None, :]", "a[:, None :]", "a[None]", "a[:, :, None]")
answer = draw.shape_or_error(code, a=a)
shapes = {"between": (m, 1, n), "none": (m, n), "first": (1, m, n), "last": (m, n, 1)}
slips = {name: shape for name, shape in shapes.items() if shape != answer}
