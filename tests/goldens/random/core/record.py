#!/usr/bin/env python3
"""Record what the generators of NumPy and PyTorch give, for the tests of src/tensor/random.

usage: ATEN_CPU_CAPABILITY=default OMP_NUM_THREADS=1 python3 record.py > recorded.json

A long row of numbers is recorded as its first numbers, its length and the SHA-256 of its bytes as little-endian doubles.
The ziggurat's tables are read from NumPy's compiled module, where they lie one after another.
"""
import glob
import hashlib
import json
import math
import os
import struct
import sys

import numpy as np
import torch


def row(values):
    values = np.asarray(values).ravel()
    doubles = values.astype("<f8")
    shown = [v.item() for v in values[:4]]
    return {"first": shown, "length": len(doubles), "sha256": hashlib.sha256(doubles.tobytes()).hexdigest()}


@np.errstate(all="ignore")
def tables():
    """The tables of each density and precision: `k` is compared with, `w` multiplies, `f` is the density."""
    [path] = glob.glob(os.path.join(os.path.dirname(np.random.__file__), "_generator.*.so"))
    blob = open(path, "rb").read()
    found = {}
    for precision, size, word, real in (("double", 8, "<u8", "<f8"), ("float", 4, "<u4", "<f4")):
        bits = 52 if precision == "double" else 23
        for start in range(0, len(blob) - 256 * size, size):
            if blob[start + size:start + 2 * size] == bytes(size):
                k = np.frombuffer(blob, word, 256, start)
                if (k[2:] > 2 ** (bits - 2)).all() and (k < 2 ** (bits + 2)).all() and k[0] > k[2]:
                    found.setdefault(precision + "s k", []).append(k)
            values = np.frombuffer(blob, real, 256, start)
            if values[0] == 1 and (np.diff(values) < 0).all() and (values > 0).all():
                found.setdefault(precision + "s f", []).append(values)
            small = 2.0 ** -bits
            if small / 2 < values[0] < 20 * small:
                if values[1] < values[0] and (np.diff(values[1:]) > 0).all() and (values[1:] > 0).all():
                    found.setdefault(precision + "s w", []).append(values)
    named = {}
    for key, both in found.items():
        assert len(both) == 2, key
        # The density of the exponential falls faster at first.
        for name, table in zip(("exponential", "normal"), both):
            named["%s %s" % (name, key)] = row(table)
    return named


def mersenne():
    out = {"seeded": {}, "keyed": {}, "wide": {}, "doubles": {}}
    for seed in (0, 1, 42, 2**32 - 1):
        state = np.random.RandomState(seed)
        out["seeded"][seed] = row(state._bit_generator.random_raw(2000))
        out["doubles"][seed] = row(np.random.RandomState(seed).random_sample(1000))
        wide = np.random.Generator(np.random.RandomState(seed)._bit_generator)
        out["wide"][seed] = [str(v) for v in wide.integers(0, 2**64 - 1, 3, np.uint64, endpoint=True)]
    for key in ([0], [1, 2, 3], [4294967295, 7], list(range(700))):
        out["keyed"][json.dumps(key)] = row(np.random.RandomState(key)._bit_generator.random_raw(2000))
    return out


def sequences():
    cases = [([0], []), ([42], []), ([2**32], []), ([2**70 + 3], []), ([1, 2, 3, 4, 5, 6], []), ([0, 0], []), ([7], [1, 2**40]),
             ([1, 2, 3, 4, 5], [0])]
    return [{"entropy": [str(e) for e in entropy], "key": [str(k) for k in key],
             "words": [int(w) for w in np.random.SeedSequence(entropy, spawn_key=key).generate_state(10)]}
            for entropy, key in cases]


def pcg():
    out = []
    for seed in (0, 42, 2**70 + 3):
        bits = np.random.PCG64(seed)
        start = bits.state["state"]
        raw = [str(v) for v in bits.random_raw(3)]
        halves = np.random.default_rng(seed)
        words = halves.integers(0, 2**32 - 1, 5, np.uint32, endpoint=True).tolist()
        after = halves.bit_generator.state
        out.append({"seed": str(seed), "state": str(start["state"]), "increment": str(start["inc"]), "raw": raw,
                    "words": words, "has_half": after["has_uint32"], "half": after["uinteger"],
                    "doubles": row(np.random.default_rng(seed).random(5000))})
    return out


WIDTHS = {1: bool, 8: np.uint8, 32: np.int32, 64: np.int64}
RANGES = {1: [0, 1], 8: [0, 1, 6, 130, 199, 254, 255], 32: [0, 9, 3 * 2**30, 2**31, 2**32 - 2, 2**32 - 1],
          64: [0, 9, 3 * 2**30, 2**32 - 2, 2**32 - 1, 2**32, 3 * 2**51, 2**53 - 2, 3 * 2**62, 2**64 - 1]}


def bounded():
    out = []
    for method in ("masked", "lemire"):
        for width, ranges in RANGES.items():
            for size in ranges:
                unsigned = {32: np.uint32, 64: np.uint64}.get(width, WIDTHS[width])
                if method == "masked":
                    drawn = np.random.RandomState(5).randint(0, size + 1, 1001, unsigned)
                else:
                    drawn = np.random.default_rng(5).integers(0, size, 1001, unsigned, endpoint=True)
                out.append({"method": method, "width": width, "range": str(size), "drawn": row(drawn.astype(np.uint64) % np.uint64(2**53))})
    return out


def ziggurat():
    out = {}
    for seed in (1, 2):
        for name, dtype in (("standard_normal", "f8"), ("standard_normal", "f4"), ("standard_exponential", "f8"),
                            ("standard_exponential", "f4")):
            out["%s %s %d" % (name, dtype, seed)] = row(getattr(np.random.default_rng(seed), name)(40000, dtype))
    floats = np.random.default_rng(3).random(1000, "f4")
    return {"draws": out, "floats": row(floats)}


def pytorch():
    out = {"uniform": [], "normal": []}
    for name, dtype in (("float32", torch.float32), ("float64", torch.float64)):
        for low, high in ((0.0, 1.0), (-0.1, 0.3), (5.0, 5.0)):
            torch.manual_seed(3)
            out["uniform"].append({"dtype": name, "low": low, "high": high,
                                   "drawn": row(torch.empty(501, dtype=dtype).uniform_(low, high).numpy())})
        # The C library's functions are not always rounded to the nearest: in longer rows a last digit may differ.
        for size in (1, 2, 15, 16, 17, 31, 32, 100):
            for mean, std in ((0.0, 1.0), (3.7, 0.21)):
                torch.manual_seed(11)
                first = torch.empty(size, dtype=dtype).normal_(mean, std)
                second = torch.empty(3, dtype=dtype).normal_(mean, std)
                out["normal"].append({"dtype": name, "size": size, "mean": mean, "std": std,
                                      "drawn": row(first.numpy()), "next": row(second.numpy())})
    torch.manual_seed(-5)
    out["negative seed"] = row(torch.empty(8).uniform_().numpy())
    torch.manual_seed(2**40 + 9)
    out["large seed"] = row(torch.empty(8).uniform_().numpy())
    torch.manual_seed(8)
    out["exponential"] = row(torch.empty(200, dtype=torch.float64).exponential_(2.5).numpy())
    torch.manual_seed(6)
    out["strided"] = row(torch.empty(20, 2)[:, 0].normal_().numpy())
    return out


def logarithms():
    """log(1 + x) at places of every branch, and on both sides of their borders."""
    places = [2.0**-60, 2.0**-54, 2.0**-53, 2.0**-40, 2.0**-29, 2.0**-28, 0.1, 0.25, 0.2928, 0.29288, 0.2929, 0.293, 0.3, 0.4, 0.5,
              0.6, 0.625, 0.6464, 0.6465, 0.7, 0.75, 0.8, 0.875, 0.9, 0.99, 0.999, 1 - 2.0**-20, 1 - 2.0**-30, 1 - 2.0**-53]
    return [[-x, math.log1p(-x)] for x in places]


normal = np.random.RandomState(9)
json.dump({"tables": tables(), "mersenne": mersenne(), "sequences": sequences(), "pcg": pcg(), "bounded": bounded(),
           "ziggurat": ziggurat(), "polar": row([normal.standard_normal() for _ in range(5000)]), "pytorch": pytorch(),
           "log1p": logarithms()},
          sys.stdout, indent=1)
print()
