"""Measures bake_archive.py in Spark's local cluster, and holds it to its word: `make archive` runs it.

Generated articles, bad ones among them, are baked by one process alone, then by clusters of one, two and four workers. Of these,
processes are killed in the middle; Spark has to run their part again, and what comes out has to be the same, in whatever order.
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pyspark

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = ROOT / "target" / "archive-run"
DECK = ROOT / "www" / "decks" / "el-salvador.json"
#: A bad article in so many: no HTML, a record that is no JSON, one without its HTML.
BAD_EVERY = 500
WORDS = "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all".split()


def articles(count, terms):
    """Articles of about 600 words each, a term of the deck in every other paragraph; the same ones every time."""
    chance = random.Random(10)
    for number in range(count):
        if number % BAD_EVERY == 3:
            yield ["{\"id\": broken", json.dumps({"id": number}), json.dumps({"id": number, "html": "%PDF-1.7"})][number // BAD_EVERY % 3]
            continue
        paragraphs = []
        for _ in range(8):
            words = [chance.choice(WORDS) for _ in range(75)]
            if chance.random() < 0.5:
                words[chance.randrange(75)] = chance.choice(terms)
            paragraphs.append(f"<p>{' '.join(words)}.</p>")
        yield json.dumps({"id": number, "html": f"<article><h1>Article {number}</h1>{''.join(paragraphs)}</article>"})


def records(lines):
    """What came out, in no order. Where a bad line stands is another number in every part of an archive."""
    found = [json.loads(line) for line in lines]
    return sorted(json.dumps({**record, "line": None}, sort_keys=True) for record in found)


def alone(command, lines):
    """What one process makes of all articles, and in how many seconds."""
    start = time.monotonic()
    with lines.open("rb") as source:
        done = subprocess.run([*command, "bake", "--ndjson", "-", "--jobs", "1", "--deck", DECK], stdin=source, stdout=subprocess.PIPE, check=False)
    if done.returncode > 1:
        sys.exit(f"the program ended with {done.returncode}")
    seconds = time.monotonic() - start
    return records(done.stdout.splitlines()), seconds


def environment():
    """Spark as it is installed beside this Python, heard on this machine alone."""
    home = Path(pyspark.__file__).parent
    return {**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}


def cluster(workers, lines, command):
    """What a cluster makes of them, and in how many seconds, without its start."""
    output = WORK / f"baked-{workers}"
    shutil.rmtree(output, ignore_errors=True)
    submit = [str(Path(sys.executable).with_name("spark-submit")), "--master", f"local-cluster[{workers},1,1024]", "--conf", "spark.ui.enabled=false"]
    quiet = ["--conf", "spark.log.level=FATAL"]
    job = [str(HERE / "bake_archive.py"), "--deck", str(DECK), "--command", str(command), str(lines), str(output)]
    done = subprocess.run([*submit, *quiet, *job], check=True, env=environment(), stdout=subprocess.PIPE, text=True)
    seconds = float(re.search(r"baked in ([\d.]+) seconds", done.stdout)[1])
    if not (output / "_SUCCESS").exists():
        sys.exit(f"{output} is not whole")
    return records(line for part in output.glob("part-*") for line in part.read_bytes().splitlines()), seconds


def main():
    parser = argparse.ArgumentParser(description="Measures baking an archive in Spark's local cluster.")
    parser.add_argument("--command", required=True, help="the program")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--workers", default="1,2,4")
    options = parser.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    cards = json.loads(DECK.read_text())["cards"]
    terms = [term for card in cards for term in card["terms"] if isinstance(term, str)]
    lines = WORK / "articles.ndjson"
    lines.write_text("\n".join(articles(options.articles, terms)) + "\n")
    expected, seconds = alone([options.command], lines)
    failed = sum(bool(json.loads(record).get("error")) for record in expected)
    print(f"{options.articles} articles, {failed} of them bad\n\none process alone: {options.articles / seconds:,.0f} articles a second")
    print("\n| workers | articles a second | processes killed |\n|---|---|---|", flush=True)
    for workers in map(int, options.workers.split(",")):
        kills = WORK / f"kills-{workers}"
        kills.mkdir()
        killing = WORK / "killing.sh"
        # The first two processes are killed while they work: a folder can be made once only.
        killing.write_text(f"""#!/bin/sh
for one in 1 2; do
  if mkdir {kills}/$one 2>/dev/null; then (head -n 50; sleep 1) | {options.command} "$@"; kill -9 $$; fi
done
exec {options.command} "$@"
""")
        killing.chmod(0o755)
        baked, seconds = cluster(workers, lines, killing)
        if baked != expected:
            sys.exit(f"{workers} workers made something else: {len(baked)} records, {len(expected)} expected")
        print(f"| {workers} | {options.articles / seconds:,.0f} | {len(list(kills.iterdir()))} |", flush=True)


if __name__ == "__main__":
    main()
