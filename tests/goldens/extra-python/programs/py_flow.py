for i in range(3):
    if i == 5:
        break
else:
    print("for else")
n = 3
while n:
    n -= 1
    if n == 1: continue
    print(n)
else:
    print("while else")
for a, (b, *c) in [(1, (2, 3, 4)), (5, [6])]:
    print(a, b, c)
x = 5 if n else 6
a = b = []
a.append(1)
print(x, b, a is b, a == [1], a is not None, 3 not in a)
i = 0
xs = [1, 2, 3]
xs[i], i = 9, 1
print(xs, i)
def order(k):
    print("eval", k)
    return k
print(order(1) + order(2) * order(3), order(0) and order(4), order(1) < order(2) < order(0), {order(5): order(6)})
d = {}
d["k"] = d.get("k", 0) + 1
d["k"] += 4
class O: pass
o = O()
o.v = 1
o.v += 2
o.items = [1, 2]
o.items[0] += 10
print(d, o.v, o.items)
del d["k"], o.v
print(d, hasattr(o, "v"))
s = "a"; s += "b"; print(s)
t = (1, 2)
t += (3,)
print(t)
for k in "ab":
    for j in range(2):
        if j: break
        print(k, j)
print(k, j)
z: int = 4
print(z, (lambda *a, **k: (a, k))(1, x=2), [i for i in range(5) if i % 2 if i > 1])
print("a" if 0 else "b" if 0 else "c", not (1 and 0), 1 if True else 2, -2 ** 2, (-2) ** 2, 2 + 3 * 4 - 1, (1, 2)[0], {"a": [1]}["a"][0])
pass
if True: print("one line"); y = 2
print(y, 1 < 2 == True, (1 < 2) == True, None is None, [] is [], 1 in [1.0], "" or None or 0)
print(end=""); print("a", "b", sep="-", end="!\n"); print(); print(None, True, 1.0, "s", [1], sep="|")
constructor = {"__proto__": 1, "toString": 2, "constructor": 3, "hasOwnProperty": 4}
__proto__ = 5
toString = constructor["__proto__"] + __proto__
print(constructor, toString, "valueOf" in constructor)
