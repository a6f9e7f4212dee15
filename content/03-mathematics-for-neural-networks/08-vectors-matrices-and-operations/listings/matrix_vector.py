import numpy as np  #: import

W = np.array([[0.2, -0.5, 0.1],  #: weights
              [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])  #: bias
x = np.array([0.8, 0.3, 0.5])  #: input

# The whole layer at once
z = W @ x + b  #: layer
print(z)  #: print-layer

# The same, one neuron at a time
for i in range(len(W)):  #: loop
    dot = np.dot(W[i], x)  #: dot
    result = dot + b[i]  #: result
    print(f"neuron {i}: row {W[i]}, x {x}")  #: print-row
    print(f"  {dot:.4f} + ({b[i]}) = {result:.4f}")  #: print-sum
