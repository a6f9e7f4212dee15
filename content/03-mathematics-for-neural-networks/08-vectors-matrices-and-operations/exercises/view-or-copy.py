from book import draw
import numpy as np

a = draw.integers(1, 10, (2, 3))
p, q = draw.integers(20, 100, 2).tolist()
draw.need(p != q and len(set(a.ravel().tolist())) > 3)
code = f"""a = np.array({a.tolist()})
u = a.reshape(-1)
v = a.T.reshape(-1)
u[1] = {p}
v[0] = {q}
print(a)"""


def written(**places):
    flat = [places.get(f"i{k}", entry) for k, entry in enumerate(a.ravel().tolist())]
    return np.array(flat).reshape(2, 3)


answer = draw.value_of(f"{code}\na", np=np)
slips = {
    "two_copies": a,
    "two_views": written(i1=p, i0=q),
    "exchanged": written(i0=q),
    "wrong_cell": written(i3=p),
}
