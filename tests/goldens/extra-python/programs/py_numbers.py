print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2)
print(2 ** 10, 2 ** -2, (-2) ** 3, 2 ** 0.5, 0 ** 0, 0.0 ** 0, 10 ** 25, -2 ** 2, 2 ** 3 ** 2)
print(1 / 3, 10 / 2, 1e308 * 10, -1e308 * 10, 5 / 2, 7 / 7, 2 ** 100 / 3, 10 ** 30 / 10 ** 29)
print(1 == 1.0, 1 is True, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 0.1 + 0.2 == 0.3)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1250, -2), round(1350, -2), round(0.5), round(1.5, 0))
print(int("42"), int(" -7 "), int("ff", 16), int("0b101", 0), int(3.99), int(-3.99), int(True), int("1_000"))
print(float("1e3"), float(" .5 "), float("-inf"), float("nan"), float(3), float("1_0.5"), float("Infinity"))
print(bool(0.0), bool(-1), bool([]), bool(" "), bool(None), True + True, True * 3, False == 0, ~5, -True)
print(5 & 3, 5 | 3, 5 ^ 3, 1 << 10, 1024 >> 3, -5 >> 1, True & False, True | 2, 6 & -2)
print(abs(-3), abs(-2.5), abs(True), divmod(17, 5), divmod(-17, 5), divmod(7.5, 2), pow(2, 10), pow(2, 10, 1000), pow(2, -1))
print(min(3, 1, 2), max([4, 9, 2]), min("b", "a"), max(1, 2.5), max([1, 2], key=lambda v: -v), min([], default=0), sum([0.1] * 10), sum([1, 2.5]), sum([[1], [2]], []))
print(0.1 + 0.2, 1e-5, 1e16, 123456789012345680.0, 1.0, 1e22, 5e-324, 1.7976931348623157e308, 100.0, 1e-4, 0.0001234)
print((255).bit_length(), (3.0).is_integer(), (0.5).as_integer_ratio(), hex(255), bin(10), oct(8), hex(-255), (10).real)
print(1_000_000, 0xff, 0o17, 0b11, 1e3, .5, 5., 1E-2)
print(3 < 5 < 7, 3 < 5 > 4, 1 < 3 < 2, 1 == 1 == 1.0, not 1 < 2, 1 < 2 and 2 < 3 or False, not True or True, 0 or "x" and "y")
big = 2 ** 200
print(big, big % 1000007, big // 3 ** 50, -big, float(big), big > 1e60, str(big)[:5], hash(1) == hash(1.0))
print(int(1e20), int(2.0 ** 70), 1e20 == 10 ** 20, float(2 ** 53 + 1), 3 * 0.1, 1 - 0.9, 4.35 * 100, 1.1 * 1.1)
import math
print(math.sqrt(2), math.pi, math.floor(-2.5), math.ceil(2.1), math.exp(1), math.log(10), math.log(8, 2), math.hypot(3, 4), math.isclose(0.1 + 0.2, 0.3))
print(math.factorial(20), math.gcd(12, 18), math.comb(5, 2), math.inf, math.nan, math.isnan(math.nan), math.tanh(0.5), math.sin(1), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.trunc(-2.7), math.log2(8), math.log10(1000), math.dist([0, 0], [3, 4]), math.degrees(math.pi), math.radians(180))
for f in [lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: divmod(1, 0),
          lambda: int("x"), lambda: int("3.5"), lambda: float("abc"), lambda: int(None), lambda: float([]), lambda: int(float("nan")), lambda: int(float("inf")),
          lambda: math.sqrt(-1), lambda: math.log(0), lambda: 10 ** 400 * 1.0, lambda: 2.0 ** 5000, lambda: math.exp(1000), lambda: round("a"), lambda: abs("a"),
          lambda: -"a", lambda: 1 < "a", lambda: [1] < 2, lambda: max(), lambda: max([]), lambda: max(1), lambda: sum(["a"]), lambda: sum(1), lambda: 1 << -1, lambda: 1.5 & 2, lambda: math.sqrt("a"), lambda: pow(2, 3, 0), lambda: None + 1, lambda: len(5), lambda: round(1.5, "a"), lambda: chr(-1), lambda: int("12", 99), lambda: 5 @ 3, lambda: ~1.5, lambda: math.factorial(-1), lambda: math.floor("a")]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
