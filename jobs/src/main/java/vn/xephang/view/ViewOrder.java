package vn.xephang.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.xephang.schema.DeclarationsRefused;
import vn.xephang.schema.Problem;

/** Puts views in an order in which each stands after those that it reads. */
final class ViewOrder {

    private final SortedMap<String, ViewFile> views;
    private final Map<String, ViewFile> placed = new LinkedHashMap<>();

    private ViewOrder(SortedMap<String, ViewFile> views) {
        this.views = views;
    }

    static List<ViewFile> of(SortedMap<String, ViewFile> views) {
        ViewOrder order = new ViewOrder(views);
        views.values().forEach(view -> order.place(view, List.of()));
        return List.copyOf(order.placed.values());
    }

    private void place(ViewFile view, Collection<String> waiting) {
        if (placed.containsKey(view.name())) {
            return;
        }
        List<String> path = new ArrayList<>(waiting);
        path.add(view.name());
        if (waiting.contains(view.name())) {
            throw new DeclarationsRefused(List.of(new Problem(
                    "views/marts/" + view.name() + ".sql", 0, "Views read one another in a circle: " + path)));
        }
        view.reads().forEach(name -> place(views.get(name), path));
        placed.put(view.name(), view);
    }
}
