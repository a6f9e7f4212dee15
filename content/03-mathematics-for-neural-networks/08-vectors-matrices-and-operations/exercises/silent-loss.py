from book import draw
import numpy as np

p = draw.integers(0, 8, 2)
t = draw.integers(0, 8, 2)
draw.need(p[0] != p[1] and t[0] != t[1])
code = f"""pred = np.array({p.reshape(2, 1).tolist()})
target = np.array({t.tolist()})
print(((pred - target) ** 2).mean())"""
table = p.reshape(2, 1) - t  #: work
answer = (table**2).mean()
slips = {
    "intended": ((p - t) ** 2).mean(),
    "sum_intended": ((p - t) ** 2).sum(),
    "sum_all": (table**2).sum(),
    "not_squared": abs(table).mean(),
}
reasons = {
    "stretched": draw.shape_or_error("P - T", P=np.zeros((2, 1)), T=np.zeros(2)) == (2, 2),
    "paired": draw.shape_or_error("P - T", P=np.zeros((2, 1)), T=np.zeros(2)) == (2,),
    "never": draw.shape_or_error("P - T", P=np.zeros((2, 3)), T=np.zeros(2)) != "error",
}
