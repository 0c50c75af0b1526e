"""Run every benchmark and print its ratios: python -m tests.benchmarks [NAME...]"""

import sys
from importlib import import_module
from pathlib import Path

for path in sorted(Path(__file__).parent.glob("bench_*.py")):
    if not sys.argv[1:] or path.stem.removeprefix("bench_") in sys.argv[1:]:
        print(f"\n{path.stem.removeprefix('bench_')}", flush=True)
        import_module(f"tests.benchmarks.{path.stem}").main()
