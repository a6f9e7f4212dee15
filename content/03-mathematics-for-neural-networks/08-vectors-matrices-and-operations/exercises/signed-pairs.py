from book import draw

a = draw.integers(-5, 6, 3, nonzero=True)
b = draw.integers(-5, 6, 3, nonzero=True)
answer = a @ b
slips = {
    "sums": a.sum() * b.sum(),
    "pairs_added": (a + b).sum(),
    "signs_lost": abs(a) @ abs(b),
    "flipped": a @ b[::-1],
}
