#!/usr/bin/env python3
"""Write public-names.ts: the public names of NumPy, of which the book's module refuses those it does not offer.

usage: python3 public-names.py > public-names.ts   (with the NumPy that the book follows)
"""
import numpy as np

SPACES = {"numpy": np, "linalg": np.linalg, "ndarray": np.ndarray, "generic": np.float64}


def public(space):
    return [name for name in dir(space) if not name.startswith("_")]


print("/** The public names of NumPy %s; written by public-names.py. */" % np.__version__)
print("const NAMES = {")
for key, space in SPACES.items():
    print("  %s:" % key)
    print("    '%s'," % " ".join(public(space)))
print("} as const;")
print("""
/** What the real module or class has; those that are defined here as well are found before this list is asked. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}""")
