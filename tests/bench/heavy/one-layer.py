w = [0.1, -0.2]; b = 0.0
data = [((0.0, 0.0), 0.0), ((0.0, 1.0), 1.0), ((1.0, 0.0), 1.0), ((1.0, 1.0), 1.0)]
def predict(x):
    return sum(wi * xi for wi, xi in zip(w, x)) + b
for step in range(10000):
    x, t = data[step % 4]
    e = predict(x) - t
    for i in range(2):
        w[i] -= 0.01 * e * x[i]
    b -= 0.01 * e
print(w, b)
