package vn.xephang.run;

import java.nio.file.Path;
import vn.xephang.read.RealBooks;

/** The twelve real workbooks, delivered to one lake and run once for all tests that only ask. */
public final class TwelveBooks {

    private static TestLake served;

    private TwelveBooks() {}

    /** The lake after its one run; tests may ask it, copy it, and must not change it. */
    public static synchronized TestLake lake() {
        if (served == null) {
            Path root = Path.of(System.getProperty("xephang.home", "."), "target", "lakes", "twelve-books")
                    .toAbsolutePath()
                    .normalize();
            TestLake.delete(root);
            TestLake lake = new TestLake(root);
            RealBooks.pciYears().forEach(year -> lake.deliver(landingFile(year), RealBooks.pci(year)));
            lake.run();
            served = lake;
        }
        return served;
    }

    /** {@code vcci/PCI_2013.xlsx}. */
    public static String landingFile(int year) {
        return "vcci/" + RealBooks.pci(year).getFileName();
    }
}
