package org.wegweis.kernel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanonicalObjectTest {

    @Test
    void it_writes_what_an_object_of_the_same_members_does() {
        var object = Json.Obj.of()
                .with("a", "ä \"\\\u0001\n")
                .with("b", 7)
                .with("c", Json.Obj.of().with("d", true))
                .with("f", "\uD83D\uDE9B");
        var written = new CanonicalObject()
                .with("a", "ä \"\\\u0001\n")
                .with("b", 7)
                .with("c", Json.Obj.of().with("d", true))
                .with("e", Optional.empty())
                .with("f", Optional.of("\uD83D\uDE9B"));
        assertThat(written.text() + "}").isEqualTo(object.canonical());
    }

    @Test
    void names_come_once_and_in_canonical_order() {
        var object = new CanonicalObject().with("b", 1);
        assertThatThrownBy(() -> object.with("a", 1)).hasMessageContaining("a stands before b");
        assertThatThrownBy(() -> object.with("b", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lone_surrogate_is_no_text() {
        assertThatThrownBy(() -> new CanonicalObject().with("a", "x\uD83D")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> new CanonicalObject().with("a", "\uDE9Bx")).hasMessageContaining("surrogate");
    }
}
