"""Write cases.json: what NumPy, with the reference LAPACK, computes for decompositions and Einstein's summation.

usage: python3 record.py > cases.json
"""
import json

import numpy as np


def plain(array):
    array = np.asarray(array)
    return {"shape": list(array.shape), "data": array.ravel().tolist()}


def numbers(*shape, step=5, modulus=13):
    count = int(np.prod(shape))
    return ((np.arange(count) * step % modulus - modulus // 2) / 4.0).reshape(shape)


def symmetric(size, step):
    half = numbers(size, size, step=step, modulus=11)
    return half + half.T


cases = []
for a in (numbers(3, 3), numbers(4, 2), numbers(2, 4), np.eye(3), np.array([[0.0, 1.0], [0.0, 2.0]])):
    for complete in (False, True):
        q, r = np.linalg.qr(a, "complete" if complete else "reduced")
        cases.append({"operation": "qr", "a": plain(a), "flag": complete, "results": [plain(q), plain(r)]})

tied = np.array([[2.0, -1.0, 0.0], [-1.0, 2.0, -1.0], [0.0, -1.0, 2.0]])
matrices = [np.array([[3.0]]), tied, np.diag([3.0, 1.0, 2.0]), np.zeros((2, 2)), np.array([[1.0, 2.0], [2.0, -5.0]])]
matrices += [np.array([[-4.0, 1.0], [1.0, 2.0]]), np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[-1.0, 3.0], [3.0, 1.0]])]
matrices += [symmetric(size, step) for size in (3, 4, 5, 7) for step in (3, 7)]
matrices += [np.diag([5.0, 1.0, 1.0, 2.0]) + np.diag([1.0, 0.0, 2.0], 1) + np.diag([1.0, 0.0, 2.0], -1)]
for a in matrices:
    values, vectors = np.linalg.eigh(a)
    cases.append({"operation": "eigh", "a": plain(a), "flag": False, "results": [plain(values), plain(vectors)]})

for a in (numbers(3, 3), numbers(4, 2), numbers(2, 4), np.array([[1.0, 2.0], [2.0, 4.0]]), np.zeros((2, 3)), np.eye(3), numbers(5, 3, step=4)):
    cases.append({"operation": "svd", "a": plain(a), "flag": False, "results": [plain(np.linalg.svd(a, compute_uv=False))]})

for a in (np.array([[4.0, 1.0], [1.0, 3.0]]), tied, np.array([[9.0]])):
    cases.append({"operation": "cholesky", "a": plain(a), "flag": False, "results": [plain(np.linalg.cholesky(a))]})

sums = []
for text, shapes in (
    ("ij,jk->ik", [(2, 3), (3, 4)]),
    ("ij,jk", [(2, 3), (3, 4)]),
    ("ba", [(2, 3)]),
    ("ii", [(3, 3)]),
    ("ii->i", [(3, 3)]),
    ("i,j->ij", [(2,), (3,)]),
    ("ij->", [(2, 3)]),
    ("i,ij,j", [(2,), (2, 3), (3,)]),
    ("...ij,...jk->...ik", [(2, 2, 3), (3, 2)]),
    ("...i->i...", [(2, 3, 4)]),
    ("i...,i", [(3, 2), (3,)]),
    ("ij,ij->i", [(2, 3), (1, 3)]),
    (" i j , j -> i ", [(2, 3), (3,)]),
    ("->", [()]),
):
    arrays = [numbers(*shape, step=3 + i) if shape else np.array(2.5) for i, shape in enumerate(shapes)]
    sums.append({"text": text, "arrays": [plain(a) for a in arrays], "result": plain(np.einsum(text, *arrays))})

print(json.dumps({"decompositions": cases, "sums": sums}))
