"""`from book import draw` for real Python: the functions that the book's own Python has in src/python/modules/book."""
import contextlib
import io
import random

import numpy as np


class DrawAgain(Exception):
    """The numbers are to be drawn again."""


class Draw:
    """What the programs of exercises draw their numbers with; `seed` begins anew."""

    def seed(self, seed):
        self.random = random.Random(seed)

    def integers(self, low, high=None, shape=None, nonzero=False):
        low, high = (0, low) if high is None else (low, high)

        def one():
            while True:
                drawn = self.random.randrange(low, high)
                if drawn != 0 or not nonzero:
                    return drawn

        if shape is None:
            return one()
        return np.array([one() for _ in range(int(np.prod(shape)))]).reshape(shape)

    def one_of(self, *options):
        option = options[self.random.randrange(len(options))]
        return np.array(option) if isinstance(option, list) else option

    def shuffled(self, items):
        mixed = list(items)
        self.random.shuffle(mixed)
        return mixed if isinstance(items, list) else np.array(mixed)

    def signs(self, n):
        return np.array([2 * self.random.randrange(2) - 1 for _ in range(n)])

    def need(self, condition):
        if not condition:
            raise DrawAgain

    def value_of(self, code, **names):
        *lines, last = code.split("\n")
        exec("\n".join(lines), names)
        try:
            expression = compile(last, "<code>", "eval")
        except SyntaxError:
            return exec(last, names)
        return eval(expression, names)

    def shape_or_error(self, code, **names):
        try:
            return tuple(self.value_of(code, **names).shape)
        except Exception:
            return "error"

    def run_lines(self, lines, **names):
        printed, end = io.StringIO(), ""
        with contextlib.redirect_stdout(printed):
            try:
                exec("\n".join(str(line) for line in lines), names)
            except Exception as error:
                end = f"{type(error).__name__}: {error}"
        return f"{printed.getvalue()}{end}".rstrip()


draw = Draw()
draw.seed(0)
