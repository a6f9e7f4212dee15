import numpy as np

Z = np.array([[0.16, 0.43], [-0.31, 0.17],
              [0.09, 0.22], [-0.23, 0.34]])

# Element-wise: each cell on its own
print(np.maximum(0, Z))

# Broadcasting: one bias for every row
bias = np.array([0.1, -0.1])
print(Z + bias)

# Reshape: the same numbers under another shape
image = np.array([[0.1, 0.5, 0.9], [0.2, 0.4, 0.8]])
flat = image.reshape(-1)
print(flat)
print(flat.shape)
grid = np.arange(12).reshape(3, 4)
print(grid)

# A view shares its numbers with the original
flat[0] = 0.7
print(image[0, 0])
