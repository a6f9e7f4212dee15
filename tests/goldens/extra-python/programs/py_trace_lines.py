def f(n):
    k = 2
    a = [x * k for x in range(2) if x > 0]
    b = sum(y for y in a)
    return {z: b for z in a}

f(1)
m = [
    p * q
    for p in [1, 2]
    for q in [3]
]
g = (w for w in m)
next(g)
def gen():
    a = 1
    yield a
    b = 2
    yield b
    try:
        yield 3
    finally:
        c = 3
for v in gen():
    pass
h = lambda t: t + 1
h(
  2)
class A:
    """doc"""
    z = 1
    def m(self):
        "doc"
        ...
        return self.z
A().m()
while 1:
    break
n = 3
while n > 0: n -= 1
try:
    raise ValueError("x")
except (KeyError, TypeError):
    pass
except ValueError as e:
    r = 1
else:
    r = 2
finally:
    s = 1
if n: 5
elif n == 0:
    "str"
    7
x: int
y: int = 3
for i in []: pass
else: z = 2
u = [i for i in range(3)] + [j for j in [1]]
t = (5 if n else
     6)
assert n == 0, "no"
del n
