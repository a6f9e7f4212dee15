from book import draw
import numpy as np

a = draw.integers(1, 10, 4)
p, q = draw.integers(20, 100, 2).tolist()
draw.need(p != q)
code = f"""a = np.array({a.tolist()})
u = a[1:3]
v = a[[1, 2]]
u[0] = {p}
v[1] = {q}
print(a)"""


def written(**places):
    return np.array([places.get(f"i{k}", entry) for k, entry in enumerate(a.tolist())])


answer = draw.value_of(f"{code}\na", np=np)
slips = {
    "two_copies": a,
    "two_views": written(i1=p, i2=q),
    "exchanged": written(i2=q),
    "own_place": written(i0=p),
}
