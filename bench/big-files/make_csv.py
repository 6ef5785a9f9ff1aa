"""A large CSV in long form with made-up figures: make_csv.py FILE GIGABYTES [SEED]. One block of a million rows, repeated."""

import random
import sys

NAMES = ["An Giang", "Long An", "Hà Nội", "Đắk Lắk", "Cần Thơ"]


def main(file, gigabytes, seed=1):
    rng = random.Random(seed)
    block = "".join(
        f"{2005 + i % 12},{NAMES[i % 5]},pci_entry,{rng.random() * 10!r}\n" for i in range(1_000_000)
    ).encode()
    with open(file, "wb") as out:
        out.write(b"reference_year,org_unit,metric_code,value\n")
        while out.tell() < gigabytes * 10**9:
            out.write(block)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), *map(int, sys.argv[3:]))
