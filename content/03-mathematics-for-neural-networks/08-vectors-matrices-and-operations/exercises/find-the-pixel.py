from book import draw

h, w = draw.integers(4, 13, 2).tolist()
i = draw.integers(1, h)
j = draw.integers(1, w)
draw.need(h != w and i != j)
answer = i * w + j
slips = {
    "rows_for_columns": i * h + j,
    "by_columns": j * h + i,
    "one_based": (i - 1) * w + j,
    "next": i * w + j + 1,
}
