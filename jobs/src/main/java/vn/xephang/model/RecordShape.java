package vn.xephang.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The components of a record as columns: names in snake_case, values in order. What writes and reads tables is made
 * from this, so that a record and its table cannot drift apart.
 */
public final class RecordShape<T extends Record> {

    private final Class<T> type;
    private final List<Component> components;
    private final MethodHandle constructor;
    private final MethodHandle[] accessors;

    /** One component. @param column snake_case name */
    public record Component(String column, Class<?> javaType, boolean isPrimitive) {}

    public RecordShape(Class<T> type) {
        this.type = type;
        RecordComponent[] parts = type.getRecordComponents();
        this.components = Arrays.stream(parts)
                .map(part -> new Component(
                        snakeCase(part.getName()),
                        MethodType.methodType(part.getType()).wrap().returnType(),
                        part.getType().isPrimitive()))
                .toList();
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            this.constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            this.accessors = new MethodHandle[parts.length];
            for (int i = 0; i < parts.length; i++) {
                accessors[i] = lookup.unreflect(parts[i].getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("Cannot use the record " + type.getName(), e);
        }
    }

    public List<Component> components() {
        return components;
    }

    /** The values of a record, in the order of its components. */
    public Object[] values(T of) {
        Object[] values = new Object[accessors.length];
        for (int i = 0; i < accessors.length; i++) {
            values[i] = value(of, i);
        }
        return values;
    }

    public Object value(T of, int index) {
        try {
            return accessors[index].invokeExact((Object) of);
        } catch (Throwable e) {
            throw new IllegalStateException(
                    "Cannot read " + components.get(index).column() + " of " + of, e);
        }
    }

    /** The record with these values. */
    public T make(Object[] values) {
        try {
            return type.cast(constructor.invokeExact(values));
        } catch (Throwable e) {
            throw new IllegalArgumentException(
                    "Cannot make " + type.getSimpleName() + " of " + Arrays.toString(values), e);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
