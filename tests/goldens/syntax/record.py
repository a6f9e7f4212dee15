#!/usr/bin/env python3
"""Record what CPython says of programs that it does not read.

usage: python3 record.py < programs.txt > recorded.json

Each line of programs.txt is a program, written as a Python string. Recorded is the type, the message and the line of
its error, or null where the program is right.
"""
import ast
import json
import sys


def problem(source):
    try:
        compile(source, "<program>", "exec", dont_inherit=True)
    except SyntaxError as error:
        return {"type": type(error).__name__, "message": error.msg, "line": error.lineno}
    return None


recorded = [{"source": source, "problem": problem(source)} for source in map(ast.literal_eval, filter(str.strip, sys.stdin))]
json.dump(recorded, sys.stdout, indent=1, ensure_ascii=False)
sys.stdout.write("\n")
