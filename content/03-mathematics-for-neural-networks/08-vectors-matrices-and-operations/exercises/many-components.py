from book import draw

n = draw.one_of(16, 25, 100, 400, 900, 2500)
c = draw.integers(1, 10) / 10
answer = (n * c**2) ** 0.5
slips = {
    "added": n * c,
    "like_one": c,
    "no_root": n * c * c,
    "root_of_sum": (n * c) ** 0.5,
}
