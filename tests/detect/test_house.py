"""How much of the detector is branches and Vietnamese words in code, where rows and lists should hold them: it only falls.

`python tests/detect/test_house.py` prints what each file holds.
"""

import ast
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2] / "desktop" / "detect"
# Held where they are; the aim is 350 statements and 200 words.
MOST = {"if statements": 290, "if expressions": 288, "conditions in comprehensions": 134, "words": 41}
_MARKED = re.compile("[à-ỹđÀ-ỸĐ]")
_WORD = re.compile(r"[^\W\d_]+")


def documented(tree):
    """The constants of a module that are docstrings."""
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, owners) and node.body)
    return {id(body[0].value) for body in bodies if isinstance(body[0], ast.Expr)}


def counted(source):
    """What one source holds: a case of a match is a branch too, and so is each word of a literal that has a Vietnamese one."""
    tree = ast.parse(source)
    told, found = documented(tree), Counter(dict.fromkeys(MOST, 0))
    for node in ast.walk(tree):
        found["if statements"] += isinstance(node, ast.If | ast.match_case)
        found["if expressions"] += isinstance(node, ast.IfExp)
        found["conditions in comprehensions"] += len(node.ifs) if isinstance(node, ast.comprehension) else 0
        literal = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
        found["words"] += len(_WORD.findall(node.value)) if literal and _MARKED.search(node.value) else 0
    return found


def files():
    """What each file of the detector holds."""
    return {path.relative_to(ROOT).as_posix(): counted(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))}


def test_what_is_counted():
    source = '"""một"""\nx = "ba or hai mươi" if a else "gap"\nif x in [y for y in x if y if not a]:\n    pass\n'
    assert dict(counted(source)) == {
        "if statements": 1, "if expressions": 1, "conditions in comprehensions": 2, "words": 4,
    }  # fmt: skip


def test_branches_and_words_in_code_only_fall():
    total = sum(files().values(), Counter())
    assert [name for name, most in MOST.items() if total[name] > most] == []


if __name__ == "__main__":
    rows = {**files(), "all": sum(files().values(), Counter())}
    print("\n".join(f"{path:40} " + " ".join(f"{row[name]:6}" for name in MOST) for path, row in rows.items()))
