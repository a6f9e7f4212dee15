d = {"b": 2, "a": 1}
d["c"] = 3
print(d, list(d), d.keys(), d.values(), d.items(), len(d), "a" in d, d.get("z"), d.get("z", 0), d.setdefault("e", 5), d.pop("b"), d.pop("q", None))
d.update({"a": 9}, z=1)
d |= {"k": 0}
print(d, dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict(zip("ab", [1, 2])), {**d, "a": 0}, d == dict(d), {1: "a", True: "b", 1.0: "c"})
print(d.popitem(), d.copy(), dict.fromkeys("ab", 0), sorted(d), max(d, key=d.get), {k: v for k, v in sorted(d.items(), key=lambda kv: kv[1])}, list(reversed(d)))
s = {3, 1, 2}
s.add(5)
s.discard(9)
print(len(s), 3 in s, sorted(s), s & {1, 2}, s - {1}, {1, 2} | {4}, {1} ^ {1, 2}, {1} <= s, s >= {1, 2}, s.issubset({1, 2, 3, 5}), {1, 2} == {2, 1}, set(), frozenset([1]))
t = (1, 2, 3, 2)
print(t.count(2), t.index(3), t + (4,), t * 2, t[1:], t[::-1], (1,), (), 1 in t, (1, 2) < (1, 3), (1, 2) == (1, 2), [1, 2] < [1, 2, 0], hash((1, 2)) == hash((1, 2)))
a = [3, 1, 2]
b = a
b += [4]
a = a + [5]
print(a, b, b is a, a[-1], a[1:3], a[::2], a[::-1], a[10:], [] or "empty")
a[1:3] = [9, 9, 9]
a[0], a[-1] = a[-1], a[0]
print(a, a.pop(0), a.remove(9), a.insert(1, 7), a, a.index(9), a.count(9), a.copy(), list("abc"), list(range(3)), [*a, *"xy"], [0] * 3, [[]] * 2)
a.sort(reverse=True)
del a[0], a[-1]
a.extend(x * x for x in range(3))
a[::2] = [0] * len(a[::2])
print(a, a.clear(), a, [1, [2, [3]]], list(zip([1, 2], "ab", (True, None))), list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(None, [0, 1, "", "a"])), list(enumerate("ab", 1)))
print(range(5), range(1, 10, 3), list(range(10, 0, -3)), len(range(0, 10, 3)), 6 in range(0, 10, 3), range(5)[-1], range(10)[2:5], slice(1, 2), sum(range(101)), list(reversed(range(3))), range(0) == range(2, 2))
print(sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([(2, "a"), (1, "b")]), any([]), all([]), any(x > 2 for x in [1, 3]), min([3, 1], [2]), list(reversed([1, 2])))
m = [[1, 2, 3], [4, 5, 6]]
print([row[1] for row in m], [x for row in m for x in row if x % 2], list(zip(*m)), [list(c) for c in zip(*m)], [[0] * 2 for _ in range(2)], {x % 2 for x in [1, 2, 3]}, m[1][::-1])
x = [1]
x.append(x)
print(x, {"self": [1]}, repr([1.0, "a", None, True, (1,)]), str([]), str({}), str(()), [..., Ellipsis])
first, *mid, last = range(6)
(p, q), r = (1, 2), 3
[u, v] = "hi"
print(first, mid, last, p, q, r, u, v)
for f in [lambda: d["nope"], lambda: d[[1]], lambda: {[1]: 2}, lambda: {[]}, lambda: a[5], lambda: [][0], lambda: [1].remove(2), lambda: [1].index(3), lambda: [].pop(), lambda: (1, 2)[5], lambda: [1]["a"], lambda: [1] + (2,), lambda: (1,) + [2], lambda: {}.pop("a"), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: set().pop(), lambda: {1}.remove(2), lambda: 5[0], lambda: None[0], lambda: 5 in 5, lambda: list(5), lambda: [1, 2].foo, lambda: next(iter([])), lambda: range(0, 5, 0), lambda: range(1.5), lambda: [3, "a"].sort(), lambda: sorted([1, None]), lambda: (lambda: 0)(1), lambda: print(sepp=1), lambda: [].append(), lambda: [].append(1, 2), lambda: len(), lambda: len(1, 2), lambda: isinstance(1, "a"), lambda: {} < {}, lambda: zip([1], 5), lambda: tuple(1), lambda: (1).append, lambda: enumerate(), lambda: dict(1), lambda: {1, 2} + {3}, lambda: list(zip([1], [1, 2], strict=True))]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
