pi = 3.14159265
n = 1234567
print(f"{pi:.3f}|{pi:10.2f}|{pi:<10.2f}|{pi:^10.2f}|{pi:+.1f}|{pi:010.3f}|{pi:e}|{pi:.2E}|{pi:g}|{pi:.3g}")
print(f"{n:,}|{n:_}|{n:x}|{n:X}|{n:#x}|{n:b}|{n:o}|{n:e}|{n:15,}|{n:<15}|{n:^15}|{n:+d}|{n: d}")
print(f"{'abc':5}|{'abc':>5}|{'abc':^5}|{'abc':*^9}|{'abcdef':.3}|{True}|{True:d}|{None}|{None!r:>6}")
print(f"{0.5:%}|{0.1234:.1%}|{1e10:g}|{1e-10:g}|{100000.0:g}|{1e6:g}|{float('nan'):.2f}|{float('inf'):8.1f}|{-0.0:.1f}")
w, p = 10, 3
print(f"{pi:{w}.{p}f}|{pi:>{w}}|{'x':{'*'}^{w}}|{pi!r}|{[1.5, 'a']}|{ {'a': 1}['a']}|{(lambda x: x * 2)(4)}")
print(f"{pi=}|{pi=:.2f}|{n = }|{w+p=}|{'a'!r}|{{literal}}|{w!s:>4}")
print("{:.2f} {:>5} {0!r}".format(1.005, "a") if False else "{0:.2f} {1:>5} {0!r} {name}".format(1.005, "a", name="z"))
print("{0[1]} {1.real} {a[k]}".format([1, 2], 3, a={"k": "v"}), "{:{}}".format("x", 5) + "|")
print("%d %i %f %.2f %e %g %s %r %x %o %%" % (3, 4.7, 1.5, 2.345, 12345.678, 0.0001, "s", "r", 255, 8))
print("%(a)s is %(b)5.1f" % {"a": "x", "b": 2.25}, "%s %s" % ("a", [1]), "%c%c" % ("A", 66), "%+d % d" % (1, 2))
print(format(3.7, ".0f"), format(2.5, ".0f"), format(1e20, "f"), format(12, "5") + "|", format("a", "<4") + "|")
print(f"{1.0}", f"{1e16}", f"{123456789.123456789}", f"{1/3}", f"{2**70}", f"{-7:05d}", f"{3:>+6}")
for spec, v in [("d", 1.5), (".2f", "a"), ("z", 3), ("s", 3), (",s", "a"), ("=5", "a"), (".3d", 4), ("5.2", None)]:
    try:
        print(format(v, spec))
    except Exception as e:
        print(type(e).__name__, e)
for t in ["%d" , "%s %s", "%q", "%"]:
    try:
        print(t % ("x",))
    except Exception as e:
        print(type(e).__name__, e)
