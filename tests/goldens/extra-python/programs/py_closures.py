def make_counter():
    n = 0
    def inc(step=1):
        nonlocal n
        n += step
        return n
    return inc
c1, c2 = make_counter(), make_counter()
print(c1(), c1(5), c2(), c1())
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
total = 0
def add(v):
    global total
    total += v
add(3)
add(4)
print(total)
def outer():
    x = "outer"
    def inner():
        def innermost():
            return x
        return innermost()
    x = "changed"
    return inner()
print(outer())
def append(v, to=[]):
    to.append(v)
    return to
print(append(1), append(2), append(3, []))
def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
def deco(f):
    def wrapper(*args, **kw):
        print("calling", f.__name__, args, kw)
        return f(*args, **kw)
    return wrapper
@deco
def mul(a, b=2, *, c=1):
    """Multiply."""
    return a * b * c
print(mul(3), mul(3, b=4), mul(3, c=5), mul.__name__)
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
print(fact(20), fact(100))
def kw(a, /, b, *, c, **rest):
    return a, b, c, rest
print(kw(1, 2, c=3), kw(1, b=2, c=3, d=4), kw(*[1, 2], **{"c": 5, "e": 6}))
if (n := len("abc")) > 2:
    print("walrus", n, [y := 5, y ** 2], y)
print([(last := x) for x in range(3)], last)
x = 10
def shadow():
    x = 20
    return [x for x in range(2)], x
print(shadow(), x)
for bad in [lambda: kw(), lambda: kw(1), lambda: kw(1, 2), lambda: kw(1, 2, 3, c=1), lambda: kw(a=1, b=2, c=3), lambda: mul(), lambda: fact(), lambda: fact(1, 2), lambda: fact(m=1), lambda: fact(1, n=2), lambda: fact(**{"n": 1, "q": 2}), lambda: fact(*5), lambda: fact(**5), lambda: undefined_name, lambda: fact.nope, lambda: make_counter(1)]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
def unbound():
    print(x)
    x = 1
try:
    unbound()
except UnboundLocalError as e:
    print(e)
def free():
    def use():
        return later
    use()
    later = 1
try:
    free()
except NameError as e:
    print(e)
