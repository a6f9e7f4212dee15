from book import draw

n = draw.one_of(2, 3)
Z = draw.integers(-4, 5, (n, n)) * n * 1.0
draw.need(len(set(Z.sum(axis=1).tolist())) > 1)
given = {"Z": Z}
lines = ["m = Z.mean(axis=1)", "m = m.reshape(-1, 1)", "Z = Z - m", "print(Z)"]


def run(*order):
    return draw.run_lines([lines[k] for k in order], **given)


answer = run(0, 1, 2, 3)
slips = {"as_a_row": run(0, 2, 1, 3), "no_mean": run(1, 0, 2, 3), "print_early": run(0, 1, 3, 2)}
