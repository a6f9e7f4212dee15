"""What the book's PyTorch offers, a line for each space; public-names.py reads it."""
# Every part of a library is fetched for a program that writes: import *
import torch

for name, space in {
    "torch": torch,
    "nn": torch.nn,
    "functional": torch.nn.functional,
    "linalg": torch.linalg,
    "autograd": torch.autograd,
    "Tensor": torch.Tensor,
    "Module": torch.nn.Module,
}.items():
    print(name, *dir(space))
