package vn.xephang.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.xephang.model.ConformedValue;

class NewestFirstTest {

    @Test
    void takesTheLatestDelivery() {
        List<NewestFirst.Settled> settled =
                NewestFirst.settle(List.of(value(1, "official", 0), value(2, "official", 1)));
        assertEquals(2.0, settled.get(0).value().value());
        assertEquals(Optional.empty(), settled.get(0).supersededBy());
        assertEquals(Optional.of(1), settled.get(1).supersededBy());
    }

    @Test
    void keepsTheOfficialValueWhenAPreliminaryOneArrivesLater() {
        List<NewestFirst.Settled> settled =
                NewestFirst.settle(List.of(value(1, "official", 0), value(2, "preliminary", 1)));
        assertEquals(1.0, settled.get(0).value().value());
        assertEquals(Optional.of(1), settled.get(1).supersededBy());
    }

    @Test
    void anEarlyPreliminaryValueEndsWithTheOfficialOneNotWithThePreliminaryOneAfterIt() {
        List<NewestFirst.Settled> settled = NewestFirst.settle(
                List.of(value(1, "preliminary", 0), value(2, "official", 1), value(3, "preliminary", 2)));
        assertEquals(
                List.of("2.0 Optional.empty", "1.0 Optional[1]", "3.0 Optional[2]"),
                settled.stream()
                        .map(one -> one.value().value() + " " + one.supersededBy())
                        .toList());
    }

    @Test
    void theFormThatTakesPrecedenceCountsWhicheverArrivesLater() {
        for (int order : List.of(0, 1)) {
            List<NewestFirst.Settled> settled =
                    NewestFirst.settle(List.of(value(1, "preliminary", order, 1), value(2, "official", 1 - order, 2)));
            assertEquals(1.0, settled.get(0).value().value());
            assertEquals(Optional.of(1), settled.get(1).supersededBy());
        }
    }

    @Test
    void betweenSourcesWithoutPrecedenceArrivalDoesNotDecide() {
        for (int order : List.of(0, 1)) {
            List<NewestFirst.Settled> settled = NewestFirst.settle(
                    List.of(value(1, "official", order), value(2, "official", 1 - order)),
                    delivery -> delivery == order ? "gso" : "mof");
            assertEquals(1.0, settled.get(0).value().value());
        }
    }

    @Test
    void usesNeitherOfTwoValuesThatOneDeliveryGives() {
        assertTrue(NewestFirst.settle(List.of(value(1, "official", 0), value(2, "official", 0)))
                .isEmpty());
    }

    @Test
    void keepsAnEarlierDeliveryWhenALaterOneGivesTheKeyTwice() {
        List<NewestFirst.Settled> settled =
                NewestFirst.settle(List.of(value(1, "official", 0), value(2, "official", 1), value(3, "official", 1)));
        assertEquals(1, settled.size());
        assertEquals(1.0, settled.get(0).value().value());
    }

    @Test
    void doesNotDependOnTheOrderOfArrivalInMemory() {
        List<ConformedValue> values = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            values.add(value(i, i % 2 == 0 ? "official" : "preliminary", i));
        }
        List<NewestFirst.Settled> expected = NewestFirst.settle(values);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(values, random);
            assertEquals(expected, NewestFirst.settle(values));
        }
    }

    private static ConformedValue value(double value, String vintage, int deliveryOrder) {
        return value(value, vintage, deliveryOrder, 1);
    }

    private static ConformedValue value(double value, String vintage, int deliveryOrder, int precedence) {
        return new ConformedValue(
                "metric:pci_entry",
                "VNM.long-an",
                2013,
                "Y",
                null,
                vintage,
                "normal",
                value,
                "" + value,
                precedence,
                deliveryOrder,
                "S!B2");
    }
}
