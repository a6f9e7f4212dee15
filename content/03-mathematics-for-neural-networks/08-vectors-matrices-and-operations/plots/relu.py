# ReLU with its slope, and a line with a crease made of two ReLUs.
import matplotlib.pyplot as plt

points = np.array([-3.0, 0.0, 3.0])
_, (above, below) = plt.subplots(2, 1, figsize=(4.6, 5))
above.plot(points, relu(points), label="ReLU(z)")
above.plot([-3, 0, np.nan, 0, 3], [0, 0, np.nan, 1, 1], "--", label="its slope")
below.plot(points, relu(points), "--", label="ReLU(x)")
below.plot(points, relu(-points), ":", label="ReLU(−x)")
below.plot(points, relu(points) + relu(-points), label="their sum")
for axes, name in [(above, "z"), (below, "x")]:
    axes.set_xlabel(name)
    axes.set_ylim(-0.2, 6)
    axes.legend()
plt.show()
