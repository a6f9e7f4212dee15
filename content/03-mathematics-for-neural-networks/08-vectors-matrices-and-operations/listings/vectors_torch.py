import torch  #: import

# Three pixel intensities: one input of the network
x = torch.tensor([0.8, 0.3, 0.5])  #: input
print(x)  #: print-input
print(x.shape)  #: shape
print(x.ndim, x.dim())  #: ndim
print(x.dtype)  #: dtype

# Magnitude, then the unit vector in the same direction
length = torch.linalg.vector_norm(x)  #: length
print(length)  #: print-length
unit = x / length  #: unit
print(unit)  #: print-unit
print(f"{torch.linalg.vector_norm(unit).item():.4f}")  #: unit-length

# Two vectors of the plane: component by component
a = torch.tensor([3.0, 2.0])  #: a
b = torch.tensor([1.0, 4.0])  #: b, own
print(a + b)  #: add
print(a - b)  #: subtract
print(2.5 * a)  #: scale
