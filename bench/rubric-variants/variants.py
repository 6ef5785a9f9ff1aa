"""The same as Variants.java by numpy and pandas: whole numbers, so that ties are ties. Prints seconds and a checksum."""

import time

import numpy
import pandas

UNITS, CRITERIA, YEARS, VARIANTS = 63, 100, 15, 1_000


def mixed(index):
    """splitmix64, without its sign bit."""
    z = index.astype(numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> numpy.uint64(31))) >> numpy.uint64(1)).astype(numpy.int64)


values = mixed(numpy.arange(YEARS * UNITS * CRITERIA)).reshape(YEARS, UNITS, CRITERIA) % 1_001
weights = 1 + mixed(1_000_000_000 + numpy.arange(VARIANTS * CRITERIA)).reshape(VARIANTS, CRITERIA) % 1_000

start = time.perf_counter()
checksum = 0
for year in range(YEARS):
    totals = values[year] @ weights.T
    places = pandas.DataFrame(totals).rank(method="min", ascending=False).to_numpy().astype(numpy.int64)
    factors = numpy.arange(1, UNITS + 1)[:, None] * numpy.arange(1, VARIANTS + 1)[None, :] * (year + 1)
    checksum += int((places * factors).sum())
print(f"numpy and pandas {time.perf_counter() - start:.2f} s, checksum {checksum}")
