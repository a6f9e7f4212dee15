import numpy as np

W = np.array([[0.2, -0.5, 0.1],
              [0.8, 0.3, -0.4]])
b = np.array([0.1, -0.1])
x = np.array([0.8, 0.3, 0.5])

# The whole layer at once
z = W @ x + b
print(z)

# The same, one neuron at a time
for i in range(len(W)):
    dot = np.dot(W[i], x)
    result = dot + b[i]
    print(f"neuron {i}: row {W[i]}, x {x}")
    print(f"  {dot:.4f} + ({b[i]}) = {result:.4f}")
