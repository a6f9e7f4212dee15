#!/usr/bin/env python3
"""Write public-names.ts: the public names of PyTorch, of which the book's module refuses those it does not offer.

usage: python3 public-names.py > public-names.ts   (with the PyTorch that the book follows)
"""
import torch

SPACES = {
    "torch": torch,
    "nn": torch.nn,
    "functional": torch.nn.functional,
    "linalg": torch.linalg,
    "autograd": torch.autograd,
    "Tensor": torch.Tensor,
    "Module": torch.nn.Module,
}

# Names that are there only because a file imports them.
IMPORTED = {"annotations", "inspect", "math", "os", "sys", "warnings", "functools", "importlib", "threading", "textwrap",
            "ctypes", "glob", "platform", "cast", "overload", "Tuple", "List", "Dict", "Set", "Union", "Optional", "Any",
            "Callable", "Type", "TYPE_CHECKING", "Sequence", "Iterable", "builtins", "torch", "np"}


def public(space):
    names = [name for name in dir(space) if not name.startswith("_") and name not in IMPORTED]
    return names + (list(torch.nn.Module().__dict__) if space is torch.nn.Module else [])


print("/** The public names of PyTorch %s; written by public-names.py. */" % torch.__version__.split("+")[0])
print("const NAMES = {")
for key, space in SPACES.items():
    print("  %s:" % key)
    print("    '%s'," % " ".join(name for name in public(space) if not name.startswith("_")))
print("} as const;")
print("""
/** What the real module or class has; those that are defined here as well are found before this list is asked. */
export function publicNames(space: keyof typeof NAMES): readonly string[] {
  return NAMES[space].split(' ');
}""")
