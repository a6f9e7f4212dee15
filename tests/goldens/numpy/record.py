#!/usr/bin/env python3
"""Record what NumPy answers to each line of cases.txt, after setup.py.

usage: OMP_NUM_THREADS=1 python3 record.py < cases.txt > recorded.json

A line is statements and a last expression, whose repr is recorded, or the type
and message of what it raises, with the RuntimeWarnings on the way; `# title`
begins a section.  setup.py is read from the folder of this script.
"""
import ast
import json
import os
import re
import sys
import warnings

import numpy as np

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "setup.py")) as file:
    setup = file.read()
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
PRINTING = np.get_printoptions()
FAULTS = np.geterr()


def answer(line):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        found = evaluate(line)
    runtime = [str(each.message) for each in caught if each.category is RuntimeWarning]
    return {**found, "warns": list(dict.fromkeys(runtime))} if runtime else found


def evaluate(line):
    namespace = {"__name__": "__main__"}
    exec(setup, namespace)
    np.set_printoptions(**PRINTING)
    np.seterr(**FAULTS)
    *body, last = ast.parse(line).body
    try:
        exec(compile(ast.Module(body, []), "<case>", "exec"), namespace)
        if not isinstance(last, ast.Expr):
            exec(compile(ast.Module([last], []), "<case>", "exec"), namespace)
            return {}
        value = eval(compile(ast.Expression(last.value), "<case>", "eval"), namespace)
        return {"repr": ADDRESS.sub(" at 0x…", repr(value))}
    except Exception as error:
        return {"raises": "%s: %s" % (type(error).__name__, error)}


sections = {}
cases = None
for line in sys.stdin.read().splitlines():
    if line.startswith("#"):
        cases = sections.setdefault(line.lstrip("# "), [])
    elif line.strip():
        cases.append({"code": line, **answer(line)})
json.dump({"numpy": np.__version__, "setup": setup, "sections": sections}, sys.stdout, indent=0, ensure_ascii=False)
sys.stdout.write("\n")
