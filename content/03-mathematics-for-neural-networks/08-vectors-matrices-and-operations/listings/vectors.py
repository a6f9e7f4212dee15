import numpy as np  #: import

# Three pixel intensities: one input of the network
x = np.array([0.8, 0.3, 0.5])  #: input
print(x)  #: print-input
print(x.shape)  #: shape
print(x.ndim)  #: ndim

# Magnitude, then the unit vector in the same direction
length = np.linalg.norm(x)  #: length
print(length)  #: print-length
unit = x / length  #: unit
print(unit)  #: print-unit
print(np.linalg.norm(unit))  #: unit-length

# Two vectors of the plane: component by component
a = np.array([3.0, 2.0])  #: a
b = np.array([1.0, 4.0])  #: b, own
print(a + b)  #: add
print(a - b)  #: subtract
print(2.5 * a)  #: scale
