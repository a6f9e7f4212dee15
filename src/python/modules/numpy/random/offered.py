"""What the book's numpy.random offers, a line for each space; public-names.py reads it."""
# Every part of a library is fetched for a program that writes: import *
import numpy as np

spaces = {"random": np.random, "RandomState": np.random.RandomState, "Generator": np.random.Generator}
for name, space in spaces.items():
    print(name, *dir(space))
