def count(n):
    i = 0
    while i < n:
        got = yield i
        if got:
            i = got
        i += 1
    return "done"
g = count(5)
print(next(g), next(g), g.send(3), list(g))
def outer():
    result = yield from count(2)
    print("inner returned", result)
    yield from [10, 20]
print(list(outer()))
squares = (x * x for x in range(4))
print(next(squares), sum(squares), list(squares))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)], next(f, None))
try:
    next(iter([]))
except StopIteration as e:
    print("stop", repr(e), e.value)
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleaned")
c = cleanup()
print(next(c))
c.close()
def catcher():
    try:
        yield 1
    except ValueError as e:
        yield f"caught {e}"
k = catcher()
next(k)
print(k.throw(ValueError("boom")))
def batches(data, size):
    for i in range(0, len(data), size):
        yield data[i:i + size]
for b in batches(list(range(7)), 3):
    print(b)
print(dict(enumerate(x for x in "ab")), max(len(w) for w in ["a", "bbb"]), tuple(i for i in range(3) if i % 2 == 0), any(x > 5 for x in fib()))
pairs = ((i, j) for i in range(2) for j in range(2))
print(list(pairs))
def broken():
    yield 1
    raise RuntimeError("inside")
try:
    for x in broken():
        print(x)
except RuntimeError as e:
    print("got", e)
it = iter(lambda: 4, 4)
print(list(it), list(map(str, (1, 2))), zip, next(zip([1], [2])))
