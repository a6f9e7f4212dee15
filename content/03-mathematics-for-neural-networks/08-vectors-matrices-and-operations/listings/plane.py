import numpy as np  #: import

# Two moves of the plane, an arrow, a bias
turn = np.array([[0.0, -1.0], [1.0, 0.0]])  #: turn
stretch = np.array([[2.0, 0.0], [0.0, 1.0]])  #: stretch
a = np.array([3.0, 2.0])  #: arrow
shift = np.array([1.0, 4.0])  #: shift

# A column is where a unit arrow goes
print(turn @ np.array([1.0, 0.0]))  #: column

# A bias moves the origin
print(turn @ (0 * a) + shift)  #: origin

# The matrix beside the arrow acts first
print(turn @ (stretch @ a))  #: stretch-first
print(stretch @ (turn @ a))  #: turn-first

# Two moves in a row are one matrix
print((turn @ stretch) @ a)  #: collapse
