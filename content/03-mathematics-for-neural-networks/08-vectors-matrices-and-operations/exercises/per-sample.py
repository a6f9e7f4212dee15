from book import draw

n = draw.integers(2, 6)
op = draw.one_of("+", "-", "*")
Z = draw.integers(-5, 6, (n, n), nonzero=True)
c = draw.integers(1, 9, n)
draw.need(len(set(c.tolist())) == n)


def line(column):
    return f"Z {op} {column}"


answer = line("c.reshape(-1, 1)")
slips = {
    "plain": line("c"),
    "dot_T": line("c.T"),
    "row": line("c.reshape(1, -1)"),
    "total": line("c.sum()"),
}
