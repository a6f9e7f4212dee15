# Neuron 0 from its products to z, and both neurons against their thresholds.
import matplotlib.pyplot as plt


def signed(number):
    return f"{number:g}".replace("-", "−")


products = W[0] * x
sums = np.cumsum(products)
dots = W @ x
names = [f"{signed(weight)}·{signed(each)}" for weight, each in zip(W[0], x)]

_, (above, below) = plt.subplots(2, 1, figsize=(4.6, 5.2))
above.set_title("Neuron 0: products, bias, sum")
above.bar(
    [*names, "b₀", "z₀"],
    [*products, b[0], z[0]],
    bottom=[*(sums - products), dots[0], 0],
    color="C1",
    label="steps",
)
above.bar([3], [b[0]], bottom=[dots[0]], color="C2", label="bias")
above.bar([4], [z[0]], color="C3", label="sum")
above.axhline(0, color="gray")
above.set_ylim(min(0, *sums, z[0]) - 0.02, max(0, *sums, z[0]) + 0.02)

below.set_title("Both neurons: from −b to w · x")
below.bar(["neuron 0", "neuron 1"], z, width=0.4, bottom=-b, color="C3", label="z")
below.plot([-0.4, 0.4], [-b[0], -b[0]], "--", color="C2", label="threshold −b")
below.plot([0.6, 1.4], [-b[1], -b[1]], "--", color="C2")
below.plot([0, 1], dots, "o", color="C1", label="w · x")
below.axhline(0, color="gray")
below.set_xlim(-0.6, 2.4)
below.set_ylim(min(0, *dots, *-b) - 0.1, max(0, *dots, *-b) + 0.1)
below.legend()
plt.show()
