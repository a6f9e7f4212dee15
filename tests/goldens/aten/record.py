#!/usr/bin/env python3
"""Record what PyTorch makes of reductions whose last digit depends on the order of operations.

usage: OMP_NUM_THREADS=1 ATEN_CPU_CAPABILITY=default python3 record.py > recorded.json

A case is a view of a made-up tensor (shape, then a permutation of the axes, then the step along the first axis), a dtype, an
operation with its option, and the axes (null: all). nan and infinities are strings, as JavaScript writes them. Inputs follow a rule, so that only results are recorded; large results
are recorded as a SHA-256 of their bytes.
"""
import hashlib
import json
import math
import random
import sys

import torch
import torch.nn.functional as F

DRAW = random.Random(20261201)
SIZES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 17, 20, 33, 40]
LINES = [1, 3, 5, 6, 8, 10, 16, 20, 31, 32, 40, 50, 64, 100, 128, 300, 1000, 1024, 5000, 70000]
OPERATIONS = [
    ("sum", None), ("sum", None), ("sum", None), ("prod", None), ("var", 1), ("var", 0), ("std", 1), ("norm", 1), ("norm", 2),
    ("norm", 2), ("norm", 2), ("cumsum", None), ("cumprod", None), ("softmax", None), ("log_softmax", None), ("nll", None),
]


def made(shape, dtype):
    count = 1
    for size in shape:
        count *= size
    return ((torch.arange(count, dtype=torch.int64) * 7919 + 13) % 1009).to(dtype).div(1009).sub(0.5).reshape(shape)


def view(case):
    x = made(case["shape"], getattr(torch, case["dtype"])).permute(case["permute"])
    return x[:: case["step"]]


def result(case):
    x, dim, option = view(case), case["dim"], case["option"]
    operation = case["operation"]
    if operation == "sum":
        return x.sum(dim) if dim is not None else x.sum()
    if operation == "prod":
        x.add_(1.25)
        return x.prod(dim[0]) if dim is not None else x.prod()
    if operation in ("var", "std"):
        return getattr(x, operation)(dim, correction=option)
    if operation == "norm":
        return torch.linalg.vector_norm(x, option, dim)
    if operation == "nll":
        return F.nll_loss(x.reshape(-1, 1), torch.zeros(x.numel(), dtype=torch.int64), reduction="sum")
    if operation in ("cumsum", "cumprod"):
        x.add_(1 if operation == "cumprod" else 0)
        return getattr(x, operation)(dim[0])
    x.mul_(9)
    return getattr(x, operation)(dim[0])


def draw():
    rank = DRAW.choice([1, 1, 2, 2, 2, 3, 3, 4])
    shape = [DRAW.choice(LINES)] if rank == 1 else [min(DRAW.choice(SIZES), 40 if rank == 2 else 9) for _ in range(rank)]
    axes = list(range(rank))
    permute = DRAW.sample(axes, rank) if DRAW.random() < 0.4 else axes
    operation, option = DRAW.choice(OPERATIONS)
    dims = DRAW.sample(axes, DRAW.randint(1, rank))
    dim = DRAW.choice([None, dims[:1], dims])
    if operation in ("cumsum", "cumprod", "softmax", "log_softmax"):
        dim = dims[:1]
    elif operation == "prod" and dim is not None:
        dim = dims[:1]
    return {
        "shape": shape, "permute": permute, "step": DRAW.choice([1, 1, 1, 1, 2]),
        "dtype": DRAW.choice(["float32", "float32", "float64"]), "operation": operation, "option": option, "dim": dim,
    }


cases = [draw() for _ in range(600)]
for case in cases:
    value = result(case).contiguous()
    case["result"] = list(value.shape)
    data = value.reshape(-1)
    case["data"] = [x if math.isfinite(x) else str(x).replace("inf", "Infinity") for x in data.tolist()] if data.numel() <= 12 else hashlib.sha256(data.numpy().tobytes()).hexdigest()
sys.stdout.write("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")
