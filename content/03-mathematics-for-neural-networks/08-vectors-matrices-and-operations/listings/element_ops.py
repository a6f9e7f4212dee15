import numpy as np  #: import

Z = np.array([[0.16, 0.43], [-0.31, 0.17],  #: table
              [0.09, 0.22], [-0.23, 0.34]])

# Element-wise: each cell on its own
print(np.maximum(0, Z))  #: relu

# Broadcasting: one bias for every row
bias = np.array([0.1, -0.1])  #: bias
print(Z + bias)  #: add

# Reshape: the same numbers under another shape
image = np.array([[0.1, 0.5, 0.9], [0.2, 0.4, 0.8]])  #: image
flat = image.reshape(-1)  #: flat
print(flat)  #: print-flat
print(flat.shape)  #: shape
grid = np.arange(12).reshape(3, 4)  #: grid
print(grid)  #: print-grid

# A view shares its numbers with the original
flat[0] = 0.7  #: write
print(image[0, 0])  #: shared
