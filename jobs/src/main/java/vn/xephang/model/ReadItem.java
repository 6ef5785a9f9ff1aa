package vn.xephang.model;

import java.io.Serializable;

/** What reading a landing file yields, in the order of the file: cells, and findings about its structure. */
public sealed interface ReadItem extends Serializable permits RawCell, Finding {

    /** The same, of a member of an archive: the member's name stands in front of the sheet. */
    ReadItem in(String member);
}
