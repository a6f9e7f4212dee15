# The figures of the section: every number in its prose, formulas and
# tables is one of these or is computed from them. A reader of the page may
# change the numbers of a line that is marked "adjustable", within its bounds.

import numpy as np
import torch
import torch.nn as nn

# One layer, one input, one batch
W = np.array([[0.2, -0.5, 0.1], [0.8, 0.3, -0.4]])  #: adjustable -2..2 step 0.1
b = np.array([0.1, -0.1])  #: adjustable -2..2 step 0.1
x = np.array([0.8, 0.3, 0.5])  #: adjustable -2..2 step 0.1
X = np.array([[0.8, 0.3, 0.5], [0.1, 0.9, 0.2], [0.6, 0.4, 0.7], [0.3, 0.8, 0.1]])  #: adjustable -2..2 step 0.1


def relu(z):
    return np.maximum(0, z)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


z = W @ x + b
Z = X @ W.T + b
A = relu(Z)

# A second layer, with one neuron, to stack on the first
W_next = np.array([[1.0, -2.0]])  #: adjustable -3..3 step 0.5
b_next = np.array([0.5])  #: adjustable -3..3 step 0.5

# Vectors of the plane
v = np.array([3.0, 4.0])  #: adjustable -9..9 step 1
plane_a = np.array([3.0, 2.0])  #: adjustable -9..9 step 1
plane_b = np.array([1.0, 4.0])  #: adjustable -9..9 step 1
perpendicular = np.array([-2.0, 3.0])
opposite = np.array([-3.0, -2.0])
cosine = plane_a @ plane_b / (np.linalg.norm(plane_a) * np.linalg.norm(plane_b))
angle = np.degrees(np.arccos(cosine))
scale = 2.5  #: adjustable -5..5 step 0.5
rate = 0.1  #: adjustable 0..1 step 0.1

nudge = 0.1


def loss(prediction):
    return 0.5 * np.sum((prediction - plane_b) ** 2)


# Orthogonal, and yet the second is computed from the first
u = np.array([-1.0, 0.0, 1.0])
u_squared = u**2

# The sizes of a layer in a Transformer, and of a batch
narrow = 768
wide = 3072
many = 256


def reuse(samples):
    """Multiplications of that layer for each number, weight, input or result, that is read or written."""
    return samples * narrow * wide / (narrow * wide + samples * (narrow + wide))


# Mean 0 and variance 1, as layer norm makes it
standardised = (x - x.mean()) / x.std()

# Special matrices: scale each component, stay close to the identity, repeat two weights
diagonal = np.diag([2.0, 0.5])
small = np.array([[0.1, -0.2], [0.0, 0.3]])
convolution = np.array([[1.0, -1.0, 0.0, 0.0], [0.0, 1.0, -1.0, 0.0], [0.0, 0.0, 1.0, -1.0]])

# An input that the layer loses: it is perpendicular to both rows
lost = np.cross(W[0], W[1])

# ReLU
crease = np.array([-2.0, 0.0, 3.0])
dead_bias = -5.0

# Four moves of the plane
stretch = np.array([[2.0, 0.0], [0.0, 1.0]])
turn = np.array([[0.0, -1.0], [1.0, 0.0]])
shear = np.array([[1.0, 1.0], [0.0, 1.0]])
mirror = np.array([[1.0, 0.0], [0.0, -1.0]])

square = np.array([[1.0, 2.0], [3.0, 4.0]])
plane_unit = np.array([1.0, 0.0])

# Broadcasting and reshape
cube = np.zeros((2, 1, 3))
tall = np.zeros((4, 1))
column = np.array([[10.0], [20.0], [30.0]])
image = np.array([[0.1, 0.5, 0.9], [0.2, 0.4, 0.8]])  #: adjustable 0..1 step 0.1
count = np.arange(12)
grid = count.reshape(3, 4)
side = 28
pair = np.arange(6).reshape(2, 3)

# A view shares memory with its original: writing in one shows in the other
mark = 100
original = np.arange(12).reshape(3, 4)
view = original.reshape(-1)
copy = original.T.reshape(-1)
view[0] = mark
copy[1] = -1

# The same in PyTorch
W_t = torch.tensor(W, dtype=torch.float32)
b_t = torch.tensor(b, dtype=torch.float32)
x_t = torch.tensor(x, dtype=torch.float32)
X_t = torch.tensor(X, dtype=torch.float32)
Z_t = X_t @ W_t.T + b_t
grid_t = torch.arange(12).reshape(3, 4)
layer = nn.Linear(3, 2)
with torch.no_grad():
    layer.weight.copy_(W_t)
    layer.bias.copy_(b_t)
