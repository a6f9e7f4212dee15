"""Record how Python, NumPy and PyTorch print random values, as one JSON document on stdout.

    python3 record.py SEED COUNT MOST > sample.json

COUNT arrays of at most MOST elements, each printed by NumPy (repr, str and, for some, array2string) and by PyTorch,
half of them under random print options; COUNT NumPy scalars; COUNT values under random format specs.
"""

import json
import math
import random
import struct
import sys
import warnings

import numpy as np
import torch

warnings.filterwarnings("ignore")

DTYPES = ["float64", "float64", "float32", "float32", "int64", "int32", "uint8", "bool"]
EDGES = [1e8, 99999999.0, 1e-4, 9.999e-5, 0.1, 1000.0, 1.0, 1001.0, 99.9, 0.00011, 123456.789, 0.5, 0.125, 0.375, 2.5,
         0.03125, 1.00005, 0.99999999, 0.999999999, 0.000123456789, 99999999.5, 1e16, 0.05, 9.99995, 0.99995, 1e23]
SPECIALS = [[math.nan], [math.inf], [-math.inf], [0.0], [-0.0], [math.nan, math.inf, -math.inf, 0.0]]


def maybe(chance):
    return random.random() < chance


def shape_up_to(most):
    while True:
        rank = random.choice([0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4])
        longest = most if rank < 2 else min(most, 30) if rank == 2 else 9
        sizes = tuple(random.choice([random.randint(1, longest), random.randint(1, 6)]) for _ in range(rank))
        if rank and maybe(0.05):
            axis = random.randrange(rank)
            sizes = sizes[:axis] + (0,) + sizes[axis + 1:]
        if math.prod(sizes) <= most:
            return sizes


def any_double():
    return struct.unpack("d", struct.pack("Q", random.getrandbits(64)))[0]


def float_maker():
    """One way to draw floats, kept for a whole array so that its values are alike."""
    scale = random.randint(-6, 9)
    return random.choice([
        lambda: float(random.randint(-(10 ** abs(scale)), 10 ** abs(scale))),
        lambda: random.uniform(-1, 1) * 10 ** random.randint(-15, 15),
        any_double,
        lambda: round(random.uniform(-1, 1) * 10**scale, random.randint(0, 4)),
        lambda: round(random.uniform(-10, 10), 2),
        lambda: random.random() * 10.0**scale,
        lambda: random.choice(EDGES) * random.choice([1, 1, -1]),
        lambda: random.choice([1, -1]) * 2.0 ** random.randint(-40, 40),
        lambda: random.randint(-40000, 40000) / 2 ** random.randint(0, 12),
        lambda: random.gauss(0, 1),
        lambda: random.gauss(0, 1) * 10.0**scale,
    ])


def array_of(dtype, shape):
    count = math.prod(shape)
    if dtype.startswith("float"):
        make, special, chance = float_maker(), random.choice(SPECIALS), random.choice([0, 0, 0, 0.1, 0.5, 1])
        values = [random.choice(special) if maybe(chance) else make() for _ in range(count)]
    elif dtype == "bool":
        values = [maybe(0.5) for _ in range(count)]
    else:
        largest = {"uint8": 255, "int32": 10 ** random.randint(0, 9), "int64": 10 ** random.randint(0, 15)}[dtype]
        least = 0 if dtype == "uint8" or maybe(0.4) else -largest
        values = [random.randint(least, largest) for _ in range(count)]
    return np.array(values, dtype=np.float64 if dtype.startswith("float") else dtype).astype(dtype).reshape(shape)


def plain(array):
    """The elements as JSON numbers, exactly; nan and inf as strings."""
    if array.dtype.kind != "f":
        return [int(x) for x in array.ravel()]
    return [x if math.isfinite(x) else str(x) for x in array.astype(np.float64).ravel().tolist()]


def common_options(precisions):
    return {
        "precision": random.choice(precisions),
        "threshold": random.choice([0, 5, 10, 100, 2000]),
        "edgeitems": random.choice([0, 1, 2, 3, 5]),
        "linewidth": random.choice([1, 10, 20, 40, 60, 100, 120, 200]),
    }


def some_of(options):
    return {name: value for name, value in options.items() if maybe(0.25)}


def numpy_options():
    return some_of(common_options([0, 1, 2, 3, 4, 6, 10, 16, 17, 20]) | {
        "suppress": maybe(0.7),
        "nanstr": random.choice(["NaN", "n", "not a number"]),
        "infstr": random.choice(["oo", "Infinity"]),
        "sign": random.choice(" +-"),
        "floatmode": random.choice(["fixed", "unique", "maxprec", "maxprec_equal"]),
    })


def torch_options():
    return some_of({"profile": random.choice(["default", "short", "full"])}
                   | common_options([0, 1, 2, 3, 6, 8, 10, 16])
                   | {"sci_mode": maybe(0.5)})


def array2string_arguments():
    names = {"linewidth": "max_line_width", "suppress": "suppress_small"}
    options = {names.get(name, name): value for name, value in numpy_options().items() if not name.endswith("str")}
    return options | some_of({
        "separator": random.choice([", ", ",", " ", "", " | ", ";  "]),
        "prefix": random.choice(["x = ", "weights: "]),
        "suffix": random.choice([")", "    "]),
    })


def print_with_numpy(array):
    options = numpy_options() if maybe(0.5) else {}
    printed = {"options": options}
    with np.printoptions(**options):
        printed["repr"], printed["str"] = repr(array), str(array)
        if maybe(0.3):
            printed["arguments"] = array2string_arguments()
            printed["array2string"] = np.array2string(array, **printed["arguments"])
    return printed


def print_with_torch(array):
    options = torch_options() if maybe(0.4) else {}
    printed = {"options": options}
    tensor = torch.from_numpy(array.copy()).reshape(array.shape)
    if array.dtype.kind == "f" and maybe(0.3):
        tensor.requires_grad_(True)
        kind = random.choice(["leaf", "parameter", "clone", "transpose", "multiply"])
        if kind == "parameter":
            tensor = torch.nn.Parameter(tensor.detach())
            printed["parameter"] = True
        elif kind != "leaf":
            flat = kind != "transpose" or tensor.dim() < 2
            with_node = tensor.clone() if flat else tensor.transpose(0, 1).transpose(0, 1)
            tensor = with_node * 1 if kind == "multiply" else with_node
            printed["grad_fn"] = tensor.grad_fn.name()
        printed["requires_grad"] = tensor.requires_grad
    torch.set_printoptions(profile="default")
    torch.set_printoptions(**options)
    printed["repr"] = repr(tensor)
    return printed


def print_array(most):
    dtype = random.choice(DTYPES)
    array = array_of(dtype, shape_up_to(most))
    return {"dtype": dtype, "shape": array.shape, "data": plain(array), "numpy": print_with_numpy(array),
            "torch": print_with_torch(array)}


def print_scalar():
    dtype = random.choice(DTYPES)
    array = array_of(dtype, (1,))
    return [dtype, plain(array)[0], repr(array[0]), str(array[0])]


def random_spec(types):
    parts = ""
    if maybe(0.3):
        parts += (random.choice("*0 x>é") if maybe(0.5) else "") + random.choice("<>=^")
    parts += random.choice("+- ") if maybe(0.3) else ""
    parts += "z" if maybe(0.1) else ""
    parts += "#" if maybe(0.2) else ""
    parts += "0" if maybe(0.2) else ""
    parts += str(random.randint(1, 22)) if maybe(0.5) else ""
    parts += random.choice([",", "_", ",", "_", ",_", ",,"]) if maybe(0.3) else ""
    parts += "." + random.choice(["", "0", "1", "2", "3", "4", "8", "16", "17", "25"]) if maybe(0.5) else ""
    return parts + (random.choice(types) if maybe(0.75) else "")


def print_formatted():
    value, types = random.choice([
        (float_maker()(), "eEfFgGn%eEfFgGn%eEfFgGn%d"),
        (random.choice([math.nan, math.inf, -math.inf, 0.0, -0.0, -0.04]), "eEfFgGn%"),
        (random.choice([random.randint(-10, 300), random.getrandbits(40), random.getrandbits(70)]), "bcdnoxXdfg%eds"),
        (random.choice(["", "abc", "héllo", "a😀b"]), "ssssd"),
    ])
    spec = random_spec(types)
    try:
        result = ["text", format(value, spec)]
    except (ValueError, OverflowError) as error:
        result = [type(error).__name__, str(error)]
    return [type(value).__name__, str(value), spec, *result]


def main(seed, count, most):
    random.seed(seed)
    json.dump({
        "versions": {"python": sys.version.split()[0], "numpy": np.__version__, "torch": torch.__version__},
        "arrays": [print_array(most) for _ in range(count)],
        "scalars": [print_scalar() for _ in range(count)],
        "formatted": [print_formatted() for _ in range(count)],
    }, sys.stdout, separators=(",", ":"), ensure_ascii=False)


main(*map(int, sys.argv[1:]))
