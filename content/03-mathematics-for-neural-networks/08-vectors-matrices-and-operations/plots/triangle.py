# The triangle of two arrows and their difference.
import matplotlib.pyplot as plt

plt.figure(figsize=(4.5, 3.5))
plt.plot([0, plane_a[0]], [0, plane_a[1]], color="C1", label="a")
plt.plot([0, plane_b[0]], [0, plane_b[1]], color="C0", label="b")
plt.plot([plane_a[0], plane_b[0]], [plane_a[1], plane_b[1]], "--", color="C3", label="a − b")
plt.axis("equal")
plt.legend()
plt.show()
