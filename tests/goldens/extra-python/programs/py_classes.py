class Shape:
    """Base."""
    count = 0
    def __init__(self, name="shape"):
        self.name = name
        Shape.count += 1
    def area(self):
        raise NotImplementedError("area")
    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"
    def __eq__(self, other):
        return isinstance(other, Shape) and self.name == other.name
    def __lt__(self, other):
        return self.area() < other.area()

class Rect(Shape):
    def __init__(self, w, h):
        super().__init__("rect")
        self.w, self.h = w, h
    def area(self):
        return self.w * self.h
    @property
    def diag(self):
        return (self.w ** 2 + self.h ** 2) ** 0.5
    @diag.setter
    def diag(self, value):
        self.w = self.h = value
    @classmethod
    def square(cls, side):
        return cls(side, side)
    @staticmethod
    def unit():
        return Rect(1, 1)

class Vec:
    def __init__(self, *xs):
        self.xs = list(xs)
    def __add__(self, o):
        if not isinstance(o, Vec):
            return NotImplemented
        return Vec(*[a + b for a, b in zip(self.xs, o.xs)])
    def __mul__(self, k):
        return Vec(*[a * k for a in self.xs])
    __rmul__ = __mul__
    def __len__(self):
        return len(self.xs)
    def __getitem__(self, i):
        return self.xs[i]
    def __setitem__(self, i, v):
        self.xs[i] = v
    def __iter__(self):
        return iter(self.xs)
    def __contains__(self, v):
        return v in self.xs
    def __call__(self, i):
        return self.xs[i]
    def __bool__(self):
        return any(self.xs)
    def __neg__(self):
        return Vec(*[-x for x in self.xs])
    def __str__(self):
        return "<" + " ".join(map(str, self.xs)) + ">"
    def __matmul__(self, o):
        return sum(a * b for a, b in zip(self.xs, o.xs))
    def __iadd__(self, o):
        self.xs = [a + b for a, b in zip(self.xs, o.xs)]
        return self
    def __format__(self, spec):
        return "<" + " ".join(format(x, spec) for x in self.xs) + ">"

r = Rect(3, 4)
print(r, r.area(), r.diag, Rect.square(2).area(), Rect.unit(), Shape.count, r == Shape("rect"), r != Shape("x"), r < Rect(9, 9), max([Rect(1, 2), Rect(3, 1)]).area())
r.diag = 5
print(r.w, r.h, isinstance(r, Shape), issubclass(Rect, Shape), type(r), type(r).__name__, Rect.__mro__, Shape.__doc__, r.__dict__, vars(r)["w"], Rect.__name__, hasattr(r, "zz"), getattr(r, "zz", 7))
v = Vec(1, 2)
w = v
w += Vec(1, 1)
v[0] = 10
print(v + Vec(1, 1), 2 * v, v * 2, len(v), v[1], list(v), 3 in v, v(0), bool(Vec(0, 0)), -v, v @ v, str(v), w is v, f"{v:.1f}", [*v], *v)
class Layer:
    def __init__(self, n):
        self.n = n
    def __getattr__(self, name):
        if name.startswith("w"):
            return name + str(self.n)
        raise AttributeError(f"no {name}")
    def __enter__(self):
        print("enter", self.n)
        return self
    def __exit__(self, kind, value, tb):
        print("exit", kind.__name__ if kind else None, value)
        return kind is ValueError
with Layer(3) as l:
    print(l.w1)
with Layer(4):
    raise ValueError("swallowed")
class MyError(ValueError):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code
try:
    raise MyError(7)
except ValueError as e:
    print(repr(e), e.code, e.args, type(e).__mro__[1].__name__)
class A:
    def hi(self): return "A"
class B(A):
    def hi(self): return "B" + super().hi()
class C(A):
    def hi(self): return "C" + super().hi()
class D(B, C):
    def hi(self): return "D" + super().hi()
print(D().hi(), [k.__name__ for k in D.__mro__])
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), 2 in It(3))
for f in [lambda: r.area(1), lambda: Rect(1), lambda: r.nope, lambda: Rect.nope, lambda: r(), lambda: v + 1, lambda: 1 + v, lambda: r + r, lambda: Shape().area(), lambda: len(r), lambda: r[0], lambda: iter(r), lambda: Layer(1).zz, lambda: Shape(1, 2, 3), lambda: object().x, lambda: Rect.area(), lambda: r < 3, lambda: A(1), lambda: {r: 1}]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
