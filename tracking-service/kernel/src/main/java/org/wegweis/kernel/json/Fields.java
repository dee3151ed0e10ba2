package org.wegweis.kernel.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the members of an object one by one and, at the end, refuses what nobody took: a name that is not known is a
 * mistake, never ignored. Errors carry the place as a JSON pointer (RFC 6901).
 */
public final class Fields {
    private static final int MOST_OBJECTS = 500;

    private final Json.Obj object;
    private final String pointer;
    private final Set<String> taken = new HashSet<>();

    private Fields(Json.Obj object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    /** @throws WrongField if it is not an object */
    public static Fields of(Json json) {
        return of(json, "");
    }

    /** The members of an object that stands at that JSON pointer. */
    public static Fields of(Json json, String pointer) {
        if (json instanceof Json.Obj object) return new Fields(object, pointer);
        throw new WrongField(pointer, "must be an object");
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> new WrongField(at(name), "is missing"));
    }

    public Optional<String> optionalText(String name) {
        return take(name).map(json -> {
            if (!(json instanceof Json.Text(String value))) throw new WrongField(at(name), "must be a string");
            // Databases and many programs end a text at U+0000.
            if (value.indexOf('\0') >= 0) throw new WrongField(at(name), "must not contain U+0000");
            return value;
        });
    }

    /** A value that text is parsed into; its {@link IllegalArgumentException} becomes a {@link WrongField}. */
    public <T> T parsed(String name, Function<String, T> parse) {
        return parse(name, text(name), parse);
    }

    public <T> Optional<T> optionalParsed(String name, Function<String, T> parse) {
        return optionalText(name).map(text -> parse(name, text, parse));
    }

    public long integer(String name) {
        return optionalInteger(name).orElseThrow(() -> new WrongField(at(name), "is missing"));
    }

    public Optional<Long> optionalInteger(String name) {
        return take(name).map(json -> {
            if (json instanceof Json.Num(double value)
                    && value == Math.rint(value)
                    && Math.abs(value) <= Json.LARGEST_INTEGER) {
                return (long) value;
            }
            throw new WrongField(at(name), "must be a whole number of at most 2^53");
        });
    }

    /** A value made from a whole number. */
    public <T> T counted(String name, Function<Long, T> make) {
        return parse(name, integer(name), make);
    }

    public <T> Optional<T> optionalCounted(String name, Function<Long, T> make) {
        return optionalInteger(name).map(number -> parse(name, number, make));
    }

    public boolean bool(String name) {
        return optionalBool(name).orElseThrow(() -> new WrongField(at(name), "is missing"));
    }

    public Optional<Boolean> optionalBool(String name) {
        return take(name).map(json -> {
            if (json instanceof Json.Bool(boolean value)) return value;
            throw new WrongField(at(name), "must be true or false");
        });
    }

    public Fields object(String name) {
        return optionalObject(name).orElseThrow(() -> new WrongField(at(name), "is missing"));
    }

    public Optional<Fields> optionalObject(String name) {
        return take(name).map(json -> of(json, at(name)));
    }

    /**
     * What each object of an array means; none if the array is absent.
     *
     * @throws WrongField if it is no array of objects, holds more than {@value #MOST_OBJECTS}, or an object has more than
     *     was asked for
     */
    public <T> List<T> objects(String name, Function<Fields, T> parse) {
        var json = take(name).orElse(new Json.Arr(List.of()));
        if (!(json instanceof Json.Arr(var items))) throw new WrongField(at(name), "must be an array");
        if (items.size() > MOST_OBJECTS) throw new WrongField(at(name), "must hold " + MOST_OBJECTS + " at most");
        var parsed = new ArrayList<T>();
        for (var item : items) {
            var fields = of(item, at(name) + "/" + parsed.size());
            parsed.add(parse.apply(fields));
            fields.noMore();
        }
        return parsed;
    }

    public Optional<Json> take(String name) {
        taken.add(name);
        return Optional.ofNullable(object.members().get(name));
    }

    /** Values that the texts of an array are parsed into, in their order. */
    public <T> List<T> list(String name, Function<String, T> parse) {
        var items = take(name).orElseThrow(() -> new WrongField(at(name), "is missing"));
        if (!(items instanceof Json.Arr(var all))) throw new WrongField(at(name), "must be an array");
        var values = new ArrayList<T>();
        for (int i = 0; i < all.size(); i++) {
            String item = Integer.toString(i);
            values.add(of(Json.Obj.of().with(item, all.get(i)), at(name)).parsed(item, parse));
        }
        return values;
    }

    /** What the name itself of a member means. */
    public <T> T named(String name, Function<String, T> parse) {
        return parse(name, name, parse);
    }

    /** The names that are there, taken or not. */
    public Set<String> names() {
        return object.members().keySet();
    }

    /** @throws WrongField if a member was never asked for */
    public void noMore() {
        for (String name : object.members().keySet()) {
            if (!taken.contains(name)) throw new WrongField(at(name), "is not known here");
        }
    }

    /** The JSON pointer (RFC 6901) of that member. */
    public String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private <F, T> T parse(String name, F from, Function<F, T> parse) {
        try {
            return parse.apply(from);
        } catch (WrongField e) {
            throw e;
        } catch (IllegalArgumentException e) {
            var wrong = new WrongField(at(name), e.getMessage() == null ? "is not valid" : e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
    }
}
