package vn.xephang.score;

import java.util.Collection;
import java.util.List;

/** The edge of a quota among these places, best first; units that share a place stand or fall together. */
record QuotaEdge(Collection<Integer> places, int most) {

    QuotaEdge {
        places = List.copyOf(places);
    }

    /** Everybody who shares the place finds room. */
    boolean hasRoomForAll(int place) {
        return places.stream().filter(other -> other <= place).count() <= most;
    }

    /** At least one of those who share the place finds room. */
    boolean hasRoomForOne(int place) {
        return places.stream().filter(other -> other < place).count() < most;
    }
}
