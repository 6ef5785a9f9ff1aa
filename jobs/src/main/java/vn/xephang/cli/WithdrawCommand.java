package vn.xephang.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.xephang.landing.DeliveryLog;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ReleaseStore;

/** Takes a delivery back. */
@Command(
        name = "withdraw",
        description = "Takes a delivery back: an event in the log; the next run publishes without it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  xephang query \"select delivery_id, landing_file from mart.dim_delivery\"",
            "  xephang withdraw 20260301T080000000Z-1a2b3c4d --reason \"sent by mistake\""
        })
final class WithdrawCommand implements Callable<Integer> {

    @Mixin
    private LakeOptions options;

    @Parameters(paramLabel = "DELIVERY", description = "Id of the delivery.")
    private String deliveryId;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept in the log.")
    private String reason;

    @Override
    public Integer call() {
        return Locked.with(options, () -> {
            DeliveryLog log = new DeliveryLog(options.lake());
            if (log.find(deliveryId).isEmpty()) {
                throw new Unusable("No delivery " + deliveryId + " in the log of "
                        + options.lake().root());
            }
            if (log.withdrawn().contains(deliveryId)) {
                System.out.println("Delivery " + deliveryId + " was withdrawn before.");
                return Exit.DONE;
            }
            log.withdraw(deliveryId, reason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
            if (unpinIfBad(options.store())) {
                System.out.println("The pin of the rollback ends with it.");
            }
            System.out.println("Delivery " + deliveryId + " is withdrawn; call 'xephang run' to publish without it.");
            return Exit.DONE;
        });
    }

    /** A rollback pinned an earlier release because of deliveries that came after it; taking one back ends the pin. */
    private boolean unpinIfBad(ReleaseStore store) {
        boolean isLater = store.pinned()
                .filter(store.ids()::contains)
                .map(pinned -> Manifest.read(store.folder(pinned)).inputs().stream()
                        .noneMatch(input -> input.deliveryId().equals(deliveryId)))
                .orElse(false);
        if (isLater) {
            store.unpin();
        }
        return isLater;
    }
}
