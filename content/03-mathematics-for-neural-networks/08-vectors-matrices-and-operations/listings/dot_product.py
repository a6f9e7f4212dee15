import numpy as np

a = np.array([3.0, 2.0])
b = np.array([1.0, 4.0])

# Multiply pairwise, add
print(np.dot(a, b))
print(a[0] * b[0] + a[1] * b[1])

# The angle between the two
length_a = np.linalg.norm(a)
length_b = np.linalg.norm(b)
cosine = np.dot(a, b) / (length_a * length_b)
angle = np.degrees(np.arccos(cosine))
print(f"lengths {length_a:.4f} and {length_b:.4f}")
print(f"cosine {cosine:.4f}, angle {angle:.2f} degrees")

# The same a against three others
same = a.copy()
perpendicular = np.array([-2.0, 3.0])
opposite = np.array([-3.0, -2.0])
print(np.dot(a, same))
print(np.dot(a, perpendicular))
print(np.dot(a, opposite))
