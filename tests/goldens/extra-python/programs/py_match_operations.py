def run(ops):
    stack = []
    for op in ops:
        match op:
            case ("push", v):
                stack.append(v)
            case "add":
                stack.append(stack.pop() + stack.pop())
            case "pop":
                stack.pop()
            case _:
                raise ValueError(op)
    return stack
print(run([("push", 1), ("push", 2), "add", "pop"]))
match 4:
    case 1 | 2:
        print("low")
    case n if n % 2 == 0:
        print("even", n)
    case _:
        print("else")
match "zz":
    case 1:
        pass
print("done")
run(["x"])
