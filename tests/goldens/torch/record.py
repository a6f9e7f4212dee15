#!/usr/bin/env python3
"""Record what PyTorch answers to many small expressions.

usage: python3 record.py < expressions.txt > expressions.json

In expressions.txt a line `## name: statements` begins a table whose expressions see those variables; every other line
is an expression. Each is evaluated by itself, after the statements were run anew. expressions.json holds, for each
table, its statements and for each expression its `repr`, or the type and message of its exception.
"""
import json
import re
import sys
import warnings

import torch

warnings.simplefilter("ignore")
ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
START = "import torch\nimport torch.nn as nn\nimport torch.nn.functional as F\nimport numpy as np\n"


def answer(statements, expression):
    torch.set_printoptions(profile="default")
    names = {}
    exec(START + statements, names)
    try:
        return {"repr": ADDRESS.sub("0x…", repr(eval(expression, names)))}
    except Exception as error:
        return {"error": type(error).__name__, "message": ADDRESS.sub("0x…", str(error))}


tables = []
for line in sys.stdin.read().split("\n"):
    if line.startswith("## "):
        name, _, statements = line[3:].partition(": ")
        tables.append({"name": name, "statements": statements.replace("; ", "\n"), "cases": []})
    elif line.strip():
        tables[-1]["cases"].append({"expression": line, **answer(tables[-1]["statements"], line)})
json.dump(tables, sys.stdout, indent=1, ensure_ascii=False)
print()
