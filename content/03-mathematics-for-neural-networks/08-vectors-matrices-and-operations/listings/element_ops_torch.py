import torch  #: import

Z = torch.tensor([[0.16, 0.43], [-0.31, 0.17],  #: table
                  [0.09, 0.22], [-0.23, 0.34]])

# Element-wise: each cell on its own
print(torch.relu(Z))  #: relu

# Broadcasting: one bias for every row
bias = torch.tensor([0.1, -0.1])  #: bias
print(Z + bias)  #: add

# Reshape: the same numbers under another shape
image = torch.tensor([[0.1, 0.5, 0.9], [0.2, 0.4, 0.8]])  #: image
flat = image.view(-1)  #: flat
print(flat)  #: print-flat
print(flat.shape)  #: shape
grid = torch.arange(12).reshape(3, 4)  #: grid
print(grid)  #: print-grid

# A view shares its numbers with the original
flat[0] = 0.7  #: write
print(image[0, 0])  #: shared
