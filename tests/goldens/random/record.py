#!/usr/bin/env python3
"""Record what the real libraries draw, for one file of cases.

usage: ATEN_CPU_CAPABILITY=default OMP_NUM_THREADS=1 python3 record.py < numpy.txt > numpy.json

`# title` begins a section, a line that starts with `+ ` adds statements that run before each later case of the section,
and every other line is statements and a last expression, joined by `; `, whose repr is recorded, or the type and message
of what it raises.
"""
import ast
import json
import re
import sys
import warnings

warnings.simplefilter("ignore")
ADDRESS = re.compile(r"0x[0-9a-fA-F]+")


def answer(setup, line):
    try:
        names = {"__name__": "__main__"}
        exec(setup, names)
        *body, last = ast.parse(line).body
        exec(compile(ast.Module(body, []), "<case>", "exec"), names)
        value = eval(compile(ast.Expression(last.value), "<case>", "eval"), names)
        return {"repr": ADDRESS.sub("0x…", repr(value))}
    except Exception as error:
        return {"raises": ADDRESS.sub("0x…", "%s: %s" % (type(error).__name__, error))}


sections = []
for line in sys.stdin.read().splitlines():
    if line.startswith("# "):
        sections.append({"title": line[2:], "setup": "", "cases": []})
    elif line.startswith("+ "):
        sections[-1]["setup"] += line[2:] + "\n"
    elif line.strip():
        sections[-1]["cases"].append({"code": line, **answer(sections[-1]["setup"], line)})
json.dump(sections, sys.stdout, indent=1, ensure_ascii=False)
print()
