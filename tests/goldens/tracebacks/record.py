#!/usr/bin/env python3
"""Record the whole tracebacks of short programs in real Python, without the frames of the libraries.

usage: OMP_NUM_THREADS=1 python3 record.py < programs.txt > recorded.json

In programs.txt a line `## title` begins a program. The file is called <program>.
"""
import contextlib
import io
import json
import linecache
import re
import sys
import traceback
import types

LIBRARY = re.compile(r'  File "(?!<program>)[^\n]*\n(?:    [^\n]*\n)*')


def run(program):
    module = types.ModuleType("__main__")
    linecache.cache["<program>"] = (len(program), None, program.splitlines(True), "<program>")
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            exec(compile(program, "<program>", "exec", dont_inherit=True), module.__dict__)
        except Exception as error:
            error.__traceback__ = error.__traceback__.tb_next
            return LIBRARY.sub("", "".join(traceback.format_exception(error))).removesuffix("\n")
    return None


recorded = []
for each in re.split(r"^## ", sys.stdin.read(), flags=re.M)[1:]:
    title, source = each.split("\n", 1)
    recorded.append({"title": title, "source": source, "traceback": run(source)})
json.dump(recorded, sys.stdout, indent=1)
sys.stdout.write("\n")
