from book import draw

a = draw.integers(-6, 7, 2, nonzero=True)
b0 = draw.integers(-6, 7, nonzero=True)
draw.need(abs(a[0]) != abs(a[1]) and (a[0] * b0 / a[1] * 2) % 1 == 0)
answer = -a[0] * b0 / a[1]
slips = {
    "sign": a[0] * b0 / a[1],
    "crossed": -a[1] * b0 / a[0],
    "opposite": -b0,
}
