"""Bakes an archive with Spark: every line of the input is an article, {"id": …, "html": …}, and so is every line of the output.

    spark-submit bake_archive.py --deck deck.json articles/ baked/

Program and decks are named as the workers find them: on a disk that all share, or sent along with `--files`. An article that cannot
be baked comes out as {"id": …, "error": …} and stops nothing. A process that ends badly fails its task (`checkCode`), which Spark runs
again; one that goes on failing fails the job, which then leaves no `_SUCCESS` in its output.
"""

import argparse
import shlex
import time

from pyspark.sql import SparkSession


def arguments():
    parser = argparse.ArgumentParser(description="Bakes an archive of articles, a JSON record a line.")
    parser.add_argument("input", help="files or folders of records, as Spark names them")
    parser.add_argument("output", help="a folder that is not there yet")
    parser.add_argument("--deck", required=True, action="append", help="a deck; earlier ones win")
    parser.add_argument("--command", default="context-cards", help="the program, where it is not on every worker's path")
    parser.add_argument("--partitions", type=int, help="processes in all, each with its part of the archive; default: four a core")
    return parser.parse_args()


def main():
    options = arguments()
    context = SparkSession.builder.appName("context-cards").getOrCreate().sparkContext
    # An archive in few large or compressed files would keep few workers busy.
    partitions = options.partitions or 4 * context.defaultParallelism
    # One article at a time: there are as many processes as there are cores.
    decks = [part for deck in options.deck for part in ("--deck", deck)]
    command = shlex.join([options.command, "bake", "--ndjson", "-", "--jobs", "1", *decks])
    start = time.monotonic()
    articles = context.textFile(options.input).repartition(partitions)
    articles.pipe(command, checkCode=True).saveAsTextFile(options.output)
    print(f"baked in {time.monotonic() - start:.1f} seconds")


if __name__ == "__main__":
    main()
