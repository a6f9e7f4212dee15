import numpy as np

# Three pixel intensities: one input of the network
x = np.array([0.8, 0.3, 0.5])
print(x)
print(x.shape)
print(x.ndim)

# Magnitude, then the unit vector in the same direction
length = np.linalg.norm(x)
print(length)
unit = x / length
print(unit)
print(np.linalg.norm(unit))

# Two vectors of the plane: component by component
a = np.array([3.0, 2.0])
b = np.array([1.0, 4.0])
print(a + b)
print(a - b)
print(2.5 * a)
