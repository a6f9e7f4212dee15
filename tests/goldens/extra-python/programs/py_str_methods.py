s = "Weights and Biases"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize())
print(s.find("and"), s.rfind("s"), s.index("B"), s.count("s"), s.find("zz"))
print(s.split(), s.split("s"), s.rsplit(" ", 1), s.split(" ", 1), "a,,b".split(","))
print("  x ".strip(), "xxhixx".strip("x"), "xxhixx".lstrip("x"), "xxhixx".rstrip("x") + "|")
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"))
print("abc".center(9, "*"), "abc".center(8, "*"), "abc".ljust(6, "."), "abc".rjust(6, "."), "-42".zfill(6))
print("a\tb\tc".expandtabs(4), "line1\nline2\r\nline3".splitlines(), "x\n".splitlines(True))
print("abc".isalpha(), "a1".isalnum(), "12".isdigit(), " ".isspace(), "Ab".isupper(), "AB".isupper(), "Hello World".istitle())
print("relu".replace("r", "R"), "aaaa".replace("a", "b", 2), "abc".replace("", "-"))
print("relu_layer".removeprefix("relu_"), "file.py".removesuffix(".py"))
print("-".join(["a", "b"]), "".join(c for c in "hello" if c not in "aeiou"))
print("hello"[1:4], "hello"[::-1], "hello"[-3:], "hello"[10:], "hello"[:2] * 3)
print("abc" < "abd", "Z" < "a", "" < "a", "abc" == "abc", max("hello"), sorted("hello"))
print("é".upper(), "straße".upper(), len("é"), ord("é"), chr(955), "λ".isalpha())
print("abc".startswith(("x", "a")), "abc".endswith("bc", 1), "abc".startswith("b", 1))
print("hello".translate(str.maketrans("el", "ip")), "%s" % "x", "%5d|%-5d|%05d" % (1, 2, 3))
print(repr('it\'s "quoted"'), repr("tab\t nl\n bs\\ \x00 é 😀"), ascii("é😀"))
print("x" in "xyz", "" in "abc", "ab" * 0, "a" "b" 'c')
for bad in [lambda: "abc".index("z"), lambda: "a" + 1, lambda: 1 + "a", lambda: "a" - "b", lambda: "abc"[5],
            lambda: "abc"["a"], lambda: ",".join([1, 2]), lambda: "a".split(""), lambda: "x".foo, lambda: "a" * 2.0,
            lambda: "abc".find(), lambda: "abc".upper(1), lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: ord("ab")]:
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
