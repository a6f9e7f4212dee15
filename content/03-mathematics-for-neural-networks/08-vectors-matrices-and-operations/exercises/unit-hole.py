from book import draw
import numpy as np

v = draw.shuffled(draw.one_of([1, 2, 2], [2, 3, 6], [1, 4, 8], [4, 4, 7])) * draw.signs(3)
given = {"v": v, "np": np}
code = "unit = v / ____\nnp.linalg.norm(unit)"
answer = "np.linalg.norm(v)"
slips = {"length_squared": "(v @ v)", "summed": "abs(v).sum()", "counted": "len(v)", "largest": "abs(v).max()"}
