from book import draw
import numpy as np

a, b, c = draw.shuffled(list(range(2, 8)))[:3]
answer = draw.shape_or_error("P + Q", P=np.zeros((a, 1, c)), Q=np.zeros((b, 1)))
slips = {
    "left": "error",
    "first_wins": (a, 1, c),
    "second_wins": (a, b, 1),
    "joined": (a, 1, c, b, 1),
}
