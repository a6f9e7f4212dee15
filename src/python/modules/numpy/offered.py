"""What the book's NumPy offers, a line for each space; public-names.py reads it."""
# Every part of a library is fetched for a program that writes: import *
import numpy as np

for name, space in {"numpy": np, "linalg": np.linalg, "ndarray": np.ndarray, "generic": np.float64}.items():
    print(name, *dir(space))
