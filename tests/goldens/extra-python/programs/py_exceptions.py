def run(k):
    try:
        print("try", k)
        if k == 1:
            raise ValueError("one")
        if k == 2:
            return "returned"
        if k == 3:
            [][0]
    except ValueError as e:
        print("except", e)
        return "handled"
    except (KeyError, IndexError):
        print("lookup")
    else:
        print("else")
    finally:
        print("finally")
    return "end"
print([run(k) for k in range(4)])
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("fin", i)
else:
    print("no break")
def f():
    try:
        return 1
    finally:
        return 2
print(f())
try:
    try:
        raise KeyError("a")
    except KeyError as e:
        raise ValueError("b") from e
except ValueError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["x"]
except KeyError as e:
    print(e, repr(e), repr(e.__context__))
try:
    try:
        raise TypeError("again")
    except TypeError:
        raise
except TypeError as e:
    print("reraised", e)
for e in [ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), IndexError("i"), Exception(None), AssertionError()]:
    print(str(e), repr(e), e.args)
try:
    assert 1 == 2
except AssertionError as e:
    print("assert", repr(str(e)))
try:
    raise ValueError
except ValueError as e:
    print(repr(e))
try:
    raise 5
except TypeError as e:
    print(e)
class Ctx:
    def __enter__(self):
        return 1
    def __exit__(self, *args):
        print("exit", args[0])
try:
    with Ctx() as a, Ctx() as b:
        print(a + b)
        raise RuntimeError("in with")
except RuntimeError as e:
    print("outer", e)
try:
    with 5:
        pass
except TypeError as e:
    print(e)
try:
    import nonexistent_module
except ImportError as e:
    print(type(e).__name__, e)
try:
    from math import nope
except ImportError as e:
    print(e)
while True:
    try:
        break
    finally:
        print("leaving")
def g():
    for i in range(3):
        try:
            return i
        finally:
            print("cleanup", i)
print(g())
def last(x):
    y = x * 2
    return y / 0
last(3)
