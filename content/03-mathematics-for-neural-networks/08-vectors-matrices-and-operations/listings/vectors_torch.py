import torch

# Three pixel intensities: one input of the network
x = torch.tensor([0.8, 0.3, 0.5])
print(x)
print(x.shape)
print(x.ndim, x.dim())
print(x.dtype)

# Magnitude, then the unit vector in the same direction
length = torch.linalg.vector_norm(x)
print(length)
unit = x / length
print(unit)
print(f"{torch.linalg.vector_norm(unit).item():.4f}")

# Two vectors of the plane: component by component
a = torch.tensor([3.0, 2.0])
b = torch.tensor([1.0, 4.0])
print(a + b)
print(a - b)
print(2.5 * a)
