"""
`python3 main.py TASK METHOD --input FILE --output FILE`: a textbook baseline over a file of JSON Lines, written in the
form in which the product writes the same task. Prints one line of JSON with the most memory that was held.
"""

import argparse
import json
import resource
import sys
import warnings

import cause
import cluster
import similar
from records import read_records, write_records

TASKS = {
    "similar": (similar.find_similar, similar.METHODS),
    "cluster": (cluster.group_records, cluster.METHODS),
    "cause": (cause.predict_causes, cause.METHODS),
}


def main() -> None:
    parser = argparse.ArgumentParser(description="A textbook baseline over a file of JSON Lines.")
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("method")
    parser.add_argument("--input", required=True)
    parser.add_argument("--output", required=True)
    options = parser.parse_args()
    run, methods = TASKS[options.task]
    if options.method not in methods:
        parser.error(f'{options.task} knows no method "{options.method}": choose one of {", ".join(methods)}')
    # A class with fewer records than folds is split as far as it goes.
    warnings.filterwarnings("ignore", message="The least populated class")
    records = read_records(options.input)
    write_records(options.output, run(records, options.method))
    print(json.dumps({"records": len(records), "peakMemoryMb": peak_memory_mb()}))


def peak_memory_mb() -> int:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts in bytes, Linux in KiB.
    return round(most / (1_048_576 if sys.platform == "darwin" else 1_024))


if __name__ == "__main__":
    main()
