from book import draw
import numpy as np

s, m, k, n = draw.shuffled(list(range(2, 8)))[:4]
A, B, v = np.ones((s, m, k)), np.ones((s, k, n)), np.ones((s, k))
code = draw.one_of("A @ B", "np.dot(A, B)", "A @ v", "A @ v[0]")
answer = draw.shape_or_error(code, A=A, B=B, v=v, np=np)
shapes = {"each_pair": (s, m, n), "all_pairs": (s, m, s, n), "vectors": (s, m), "error": "error"}
slips = {name: shape for name, shape in shapes.items() if shape != answer}
