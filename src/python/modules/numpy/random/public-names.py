#!/usr/bin/env python3
"""Write public-names.ts: the public names of numpy.random that the book's module does not offer, and refuses.

usage, with the NumPy that the book follows:
npm run --silent py -- src/python/modules/numpy/random/offered.py | python3 public-names.py > public-names.ts
"""
import sys

import numpy as np

SPACES = {"random": np.random, "RandomState": np.random.RandomState, "Generator": np.random.Generator}
offered = {space: set(names) for space, *names in map(str.split, sys.stdin)}


def refused(key):
    return [name for name in dir(SPACES[key]) if not name.startswith("_") and name not in offered[key]]


print("/** The public names of numpy.random in NumPy %s that are not offered here; written by public-names.py. */" % np.__version__)
print("const NAMES = {")
for key in SPACES:
    print("  %s:" % key)
    print("    '%s'," % " ".join(refused(key)))
print("} as const;")
print("""
/** What the real module or class has and this one refuses. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}""")
