import numpy as np  #: import

a = np.array([3.0, 2.0])  #: a
b = np.array([1.0, 4.0])  #: b, own

# Multiply pairwise, add
print(np.dot(a, b))  #: dot
print(a[0] * b[0] + a[1] * b[1])  #: by-hand

# The angle between the two
length_a = np.linalg.norm(a)  #: lengths
length_b = np.linalg.norm(b)
cosine = np.dot(a, b) / (length_a * length_b)  #: cosine
angle = np.degrees(np.arccos(cosine))  #: angle
print(f"lengths {length_a:.4f} and {length_b:.4f}")  #: print-lengths
print(f"cosine {cosine:.4f}, angle {angle:.2f} degrees")  #: print-angle

# The same a against three others
same = a.copy()  #: same
perpendicular = np.array([-2.0, 3.0])  #: perpendicular
opposite = np.array([-3.0, -2.0])  #: opposite
print(np.dot(a, same))  #: aligned
print(np.dot(a, perpendicular))  #: right-angle
print(np.dot(a, opposite))  #: opposed
