package vn.xephang.answer;

/**
 * What becomes of criteria that cannot be carried over to another year.
 *
 * @param missing those without any value that year
 * @param changed those that measured something else under that year's own rules, by the crosswalk
 */
public record Carry(Missing missing, Changed changed) {

    /** Nothing is left out, and what changed is named. */
    public static final Carry AS_IT_IS = new Carry(Missing.REFUSE, Changed.NAME);

    /** About criteria without any value. */
    public enum Missing {
        REFUSE,
        LEAVE_OUT
    }

    /** About criteria that changed their meaning. */
    public enum Changed {
        NAME,
        REFUSE,
        LEAVE_OUT
    }
}
