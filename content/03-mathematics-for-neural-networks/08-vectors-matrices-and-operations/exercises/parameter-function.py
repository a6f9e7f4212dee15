from book import draw

inputs = [([3, 2],), ([3, 2, 1],), (draw.shuffled(list(range(2, 9)))[:4],)]


def answer(sizes):
    return sum(n * m + m for n, m in zip(sizes, sizes[1:]))


slips = {
    "no_bias": lambda sizes: sum(n * m for n, m in zip(sizes, sizes[1:])),
    "bias_per_input": lambda sizes: sum(n * m + n for n, m in zip(sizes, sizes[1:])),
    "one_bias": lambda sizes: sum(n * m + 1 for n, m in zip(sizes, sizes[1:])),
    "first_to_last": lambda sizes: sizes[0] * sizes[-1] + sizes[-1],
}
