# Counted, not measured: the multiplications of a layer for each number that it reads or writes.
import matplotlib.pyplot as plt

samples = np.array([1, 16, 64, 256, 1024, 4096])
limit = narrow * wide / (narrow + wide)

plt.figure(figsize=(4.6, 3.2))
plt.bar([f"{n}" for n in samples], reuse(samples), color="C1")
plt.axhline(limit, color="gray", linestyle="--", label=f"limit for large batches: {limit:.1f}")
plt.ylim(0, 1.3 * limit)
plt.xlabel("samples in the batch")
plt.ylabel("multiplications per number")
plt.legend()
plt.show()
