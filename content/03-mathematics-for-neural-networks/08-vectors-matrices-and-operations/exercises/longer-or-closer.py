from book import draw
import numpy as np

a = draw.integers(1, 5, 2)
b = draw.integers(1, 5, 2)
c = draw.integers(3, 10, 2)


def cosine(u, v):
    return u @ v / np.linalg.norm(u) / np.linalg.norm(v)


draw.need(a @ c > a @ b + 3 and 0.96 < cosine(a, b) and cosine(a, c) < cosine(a, b) - 0.05)
near, far = draw.one_of(("b", "c"), ("c", "b"))
b, c = (b, c) if near == "b" else (c, b)
answer = f"dot product: {far}, angle: {near}"
slips = {
    "both_far": f"dot product: {far}, angle: {far}",
    "both_near": f"dot product: {near}, angle: {near}",
    "exchanged": f"dot product: {near}, angle: {far}",
}
