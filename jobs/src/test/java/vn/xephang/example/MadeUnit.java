package vn.xephang.example;

import vn.xephang.model.OrgUnitVersion;

/**
 * A real unit with a made-up size.
 *
 * @param share of the country's total that its figures have
 */
record MadeUnit(OrgUnitVersion version, double share) {

    String id() {
        return version.orgUnitId();
    }

    String name() {
        return version.orgUnitNameVi();
    }

    /** How well it works, around 0; drifts slowly over the years. */
    double quality(int year) {
        double lasting = Seeded.bell(id(), "quality");
        double drift = 0;
        for (int near = year - 1; near <= year + 1; near++) {
            drift += Seeded.bell(id(), "drift", near) / 3;
        }
        return 0.7 * lasting + 0.8 * drift;
    }
}
