package vn.xephang.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;

class LandingScanTest {

    @TempDir
    private Path folder;

    private Lake lake;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    @BeforeEach
    void makeLake() {
        lake = new Lake(folder);
    }

    @Test
    void logsANewFileOnceAndKeepsItsBytes() throws IOException {
        put("vcci/a.csv", "one");
        List<LandingFile> arrived = scan().arrived();
        assertEquals(1, arrived.size());
        assertEquals("vcci", arrived.get(0).sourceCode());
        assertEquals("vcci/a.csv", arrived.get(0).landingFile());
        assertEquals("one", Files.readString(Path.of(arrived.get(0).path())));
        assertTrue(scan().arrived().isEmpty());
    }

    @Test
    void takesOneThenAnotherThenTheFirstAgainAsThreeDeliveries() throws IOException {
        for (String text : List.of("A", "B", "A")) {
            put("vcci/a.csv", text);
            scan();
        }
        List<LandingFile> log = new DeliveryLog(lake).standing();
        assertEquals(3, log.size());
        assertEquals(log.get(0).sha256(), log.get(2).sha256());
    }

    @Test
    void logsEqualBytesAtASecondPathOnce() throws IOException {
        put("vcci/a.csv", "same");
        put("vcci/b.csv", "same");
        assertEquals(1, scan().arrived().size());
        put("vcci/c.csv", "same");
        assertTrue(scan().arrived().isEmpty());
    }

    @Test
    void keepsWhatIsSaidBesideAFileWithItsDelivery() throws IOException {
        put("vcci/a.csv", "one");
        put("vcci/a.csv.delivery.yaml", "data_vintage: official");
        LandingFile delivery = scan().arrived().get(0);
        put("vcci/a.csv.delivery.yaml", "data_vintage: preliminary");
        assertEquals("data_vintage: official", Files.readString(delivery.sidecar()));
    }

    @Test
    void takesAFileAgainWhenWhatIsSaidBesideItChanges() throws IOException {
        put("vcci/a.csv", "one");
        assertEquals(1, scan().arrived().size());
        put("vcci/a.csv.delivery.yaml", "data_vintage: preliminary");
        assertEquals(1, scan().arrived().size());
        put("vcci/a.csv.delivery.yaml", "data_vintage: official");
        assertEquals(1, scan().arrived().size());
        assertEquals(0, scan().arrived().size());
        Files.delete(lake.landing().resolve("vcci/a.csv.delivery.yaml"));
        assertEquals(1, scan().arrived().size());
    }

    @Test
    void ignoresWhatProgramsLeaveBehind() throws IOException {
        for (String name : List.of("~$a.xlsx", ".a.csv", "a.tmp", "a.part", "Thumbs.db")) {
            put("vcci/" + name, name);
        }
        assertTrue(scan().arrived().isEmpty());
    }

    @Test
    void forgetsNothingWhenALandedFileIsDeleted() throws IOException {
        put("vcci/a.csv", "one");
        scan();
        Files.delete(lake.landing().resolve("vcci/a.csv"));
        scan();
        assertEquals(1, new DeliveryLog(lake).standing().size());
    }

    @Test
    void takesBackWhatIsWithdrawn() throws IOException {
        put("vcci/a.csv", "one");
        String id = scan().arrived().get(0).deliveryId();
        new DeliveryLog(lake).withdraw(id, "by mistake", now);
        assertTrue(new DeliveryLog(lake).standing().isEmpty());
    }

    private LandingScan.Result scan() {
        now = now.plus(Duration.ofHours(1));
        return new LandingScan(lake, new DeliveryLog(lake), Clock.fixed(now, ZoneOffset.UTC)).scan();
    }

    private void put(String name, String text) throws IOException {
        Path file = lake.landing().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
