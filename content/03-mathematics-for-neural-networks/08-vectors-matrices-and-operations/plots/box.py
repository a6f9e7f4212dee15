# A box with the edges of x: the diagonal of its floor, and with the height the diagonal of the box.
import matplotlib.pyplot as plt


def drawn(*corners):
    """Where corners are on paper: component 0 goes right, 1 into the page, 2 up."""
    right, back, up = (np.array(corners) * x).T
    return right + 0.7 * back, 0.6 * back + up


hidden = [(0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 1, 0), (1, 1, 0)]
lid = [(0, 0, 0), (0, 0, 1), (0, 1, 1), (1, 1, 1), (1, 0, 1), (0, 0, 1), (1, 0, 1), (1, 0, 0)]

plt.figure(figsize=(4.6, 4.4))
for edges in (hidden, lid):
    plt.plot(*drawn(*edges), ":", color="gray")
plt.plot(*drawn((0, 0, 0), (1, 0, 0), (1, 1, 0)), color="C1", label=f"edges of the floor: {x[0]:g} and {x[1]:g}")
plt.plot(*drawn((1, 1, 0), (1, 1, 1)), color="C2", label=f"height: {x[2]:g}")
plt.plot(*drawn((0, 0, 0), (1, 1, 0)), "--", color="C3", label=f"diagonal of the floor: {np.linalg.norm(x[:2]):.4f}")
plt.plot(*drawn((0, 0, 0), (1, 1, 1)), color="C0", label=f"x, the long diagonal: {np.linalg.norm(x):.4f}")
plt.axis("equal")
plt.axis("off")
plt.ylim(-0.02, 1.6 * (0.6 * x[1] + x[2]))
plt.legend()
plt.show()
