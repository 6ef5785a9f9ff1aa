package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schemas check} proves of lives and changes, on a country of four provinces made up for it. */
class OrgUnitDeclarationsTest {

    private static final String UNITS = """
            org_unit_id,org_unit_level_code,org_unit_code,org_unit_name_vi,org_unit_name_en,org_unit_type,parent_org_unit_id,region_code,valid_from_on,valid_to_on,certainty,source
            SYN,country,SYN,Nước,Land,country,,,2000-01-01,,verified,synthetic
            SYN.a,province,01,A,A,province,SYN,,2000-01-01,2009-12-31,verified,synthetic
            SYN.b,province,02,B,B,province,SYN,,2000-01-01,2009-12-31,verified,synthetic
            SYN.ab-2010,province,01,AB,AB,province,SYN,,2010-01-01,,verified,synthetic
            SYN.c,province,03,C,C,province,SYN,,2000-01-01,2004-12-31,verified,synthetic
            SYN.c,province,03,C mới,New C,province,SYN,,2005-01-01,,verified,synthetic
            SYN.d,province,04,D,D,province,SYN,,2012-01-01,,verified,synthetic
            SYN.c.x,district,301,X,X,town,SYN.c,,2000-01-01,2014-12-31,verified,synthetic
            """;

    private static final String CHANGES = """
            change_id,effective_on,change_type,from_org_unit_id,to_org_unit_id,identity,weight_family,weight,territory_changed,legal_basis,certainty,source,note
            1,2010-01-01,merge,SYN.a,SYN.ab-2010,new,all,1,true,,verified,synthetic,
            2,2010-01-01,merge,SYN.b,SYN.ab-2010,new,all,1,true,,verified,synthetic,
            3,2005-01-01,rename,SYN.c,SYN.c,continues,all,1,false,,verified,synthetic,
            4,2012-01-01,split,SYN.c,SYN.c,continues,population,0.75,true,,verified,synthetic,
            5,2012-01-01,split,SYN.c,SYN.d,new,population,0.25,true,,verified,synthetic,
            6,2012-01-01,split,SYN.c,SYN.c,continues,area,0.5,true,,verified,synthetic,
            7,2012-01-01,split,SYN.c,SYN.d,new,area,0.5,true,,verified,synthetic,
            8,2015-01-01,close,SYN.c.x,,ends,,,true,,verified,synthetic,
            """;

    private static final String RECORDS = """
            org_unit_id,org_unit_level_code,recorded_from_on,certainty,source
            SYN,province,2000-01-01,judgement,synthetic
            SYN,district,2000-01-01,judgement,synthetic
            """;

    @TempDir
    Path schemas;

    @BeforeEach
    void listsThatNobodyChanges() throws IOException {
        Files.createDirectories(schemas.resolve("codelists"));
        write("org_unit_names.csv", "org_unit_name_as_written,org_unit_id,valid_from_on,valid_to_on,source\n");
        write("org_unit_type_words.csv", "type_word,org_unit_type\ntỉnh,province\n");
        write("org_unit_records.csv", RECORDS);
    }

    @Test
    void acceptsLivesThatTheirChangesExplain() throws IOException {
        assertEquals(List.of(), problems(UNITS, CHANGES));
    }

    @Test
    void acceptsASplitWhoseSharesNobodyKnows() throws IOException {
        String unknown = CHANGES.replace("population,0.75", "unknown,").replace("population,0.25", "unknown,");
        assertEquals(List.of(), problems(UNITS, without(unknown, "6,2012-01-01", "7,2012-01-01")));
    }

    @Test
    void acceptsUnitsOfAnOrganisationInAFileOfTheirOwn() throws IOException {
        write("org_units_own.csv", """
                org_unit_id,org_unit_level_code,org_unit_code,org_unit_name_vi,org_unit_name_en,org_unit_type,parent_org_unit_id,region_code,valid_from_on,valid_to_on,certainty,source
                SYN.c.y,district,302,Y,Y,town,SYN.c,,2000-01-01,,verified,synthetic
                """);
        assertEquals(List.of(), problems(UNITS, CHANGES));
    }

    @Test
    void flagsAGapAnOverlapAndALifeThatEndsBeforeItBegins() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_units.csv:5: SYN.ab-2010 ends on 2009-06-30, before it begins",
                        "codelists/org_units.csv:7: Versions of SYN.c leave a gap or overlap at 2005-01-02",
                        "codelists/org_unit_changes.csv:2: SYN.ab-2010 receives on 2010-01-01 but does not live",
                        "codelists/org_unit_changes.csv:3: SYN.ab-2010 receives on 2010-01-01 but does not live",
                        "codelists/org_unit_changes.csv:4: SYN.c receives on 2005-01-01 but does not live",
                        "codelists/org_units.csv:5: Nothing says why SYN.ab-2010 ended on 2009-06-30; add a row to"
                                + " org_unit_changes.csv",
                        "codelists/org_units.csv:7: Nothing says how SYN.c became what it is on 2005-01-02; add a row"
                                + " to org_unit_changes.csv"),
                problems(
                        UNITS.replace("SYN,,2010-01-01,,", "SYN,,2010-01-01,2009-06-30,")
                                .replace("SYN,,2005-01-01", "SYN,,2005-01-02"),
                        CHANGES));
    }

    @Test
    void flagsOrphansAndParentsThatDoNotLiveAsLong() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_units.csv:3: SYN.a belongs to no unit; only a country may",
                        "codelists/org_units.csv:4: Parent 'SYN.z' of SYN.b is unknown",
                        "codelists/org_units.csv:9: Parent 'SYN.d' lives from 2012-01-01 to now, not as long as SYN.c.x"
                                + " belongs to it"),
                problems(
                        UNITS.replace("A,A,province,SYN,", "A,A,province,,")
                                .replace("B,B,province,SYN,", "B,B,province,SYN.z,")
                                .replace("X,X,town,SYN.c,", "X,X,town,SYN.d,"),
                        CHANGES));
    }

    @Test
    void flagsACircleOfParents() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_units.csv:3: Parent 'SYN.b' of SYN.a is of the level province, not of a higher"
                                + " one than province",
                        "codelists/org_units.csv:4: Parent 'SYN.a' of SYN.b is of the level province, not of a higher"
                                + " one than province",
                        "codelists/org_units.csv:3: Parents run in a circle: SYN.a -> SYN.b -> SYN.a"),
                problems(
                        UNITS.replace("A,A,province,SYN,", "A,A,province,SYN.b,")
                                .replace("B,B,province,SYN,", "B,B,province,SYN.a,"),
                        CHANGES));
    }

    @Test
    void flagsACodeThatTwoUnitsBearOnOneDay() throws IOException {
        assertEquals(
                List.of("codelists/org_units.csv:4: Code '01' of SYN.b is borne by SYN.a too on 2000-01-01"),
                problems(UNITS.replace("SYN.b,province,02", "SYN.b,province,01"), CHANGES));
    }

    @Test
    void acceptsACodeThatPassesOnWhenItsBearerEnds() throws IOException {
        assertEquals(List.of(), problems(UNITS.replace("AB-2010,province,01", "AB-2010,province,02"), CHANGES));
    }

    @Test
    void flagsSharesThatDoNotAddUpTo1() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_unit_changes.csv:5: Shares of SYN.c on 2012-01-01 by 'population' add up to 0.95,"
                                + " not to 1"),
                problems(UNITS, CHANGES.replace("population,0.25", "population,0.20")));
    }

    @Test
    void flagsSharesThatAreKnownInPart() throws IOException {
        assertEquals(
                List.of("codelists/org_unit_changes.csv:5: Shares of SYN.c on 2012-01-01 are in part unknown; state all"
                        + " of them or none"),
                problems(UNITS, CHANGES.replace("population,0.25", "unknown,")));
    }

    @Test
    void flagsAWeightOutsideItsBoundsAndAFamilyThatNobodyKnows() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_unit_changes.csv:2: Weight 1.5 of 1 is not within 0 and 1",
                        "codelists/org_unit_changes.csv:3: Weight family 'guess' of 2 is none of [all, area, count,"
                                + " population, stated, unknown]",
                        "codelists/org_unit_changes.csv:4: Change 3 needs a weight, or the weight family 'unknown' and no"
                                + " weight",
                        "codelists/org_unit_changes.csv:9: Change 8 moves nothing and has no weight",
                        "codelists/org_unit_changes.csv:2: Shares of SYN.a on 2010-01-01 by 'all' add up to 1.5, not to"
                                + " 1",
                        "codelists/org_unit_changes.csv:4: Shares of SYN.c on 2005-01-01 by 'all' add up to 0, not to"
                                + " 1"),
                problems(
                        UNITS,
                        CHANGES.replace("SYN.a,SYN.ab-2010,new,all,1", "SYN.a,SYN.ab-2010,new,all,1.5")
                                .replace("SYN.b,SYN.ab-2010,new,all,1", "SYN.b,SYN.ab-2010,new,guess,1")
                                .replace("SYN.c,SYN.c,continues,all,1", "SYN.c,SYN.c,continues,all,")
                                .replace("SYN.c.x,,ends,,,", "SYN.c.x,,ends,all,1,")));
    }

    @Test
    void flagsBirthsEndsAndNewVersionsThatNoChangeExplains() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_units.csv:3: Nothing says why SYN.a ended on 2009-12-31; add a row to"
                                + " org_unit_changes.csv",
                        "codelists/org_units.csv:7: Nothing says how SYN.c became what it is on 2005-01-01; add a row to"
                                + " org_unit_changes.csv",
                        "codelists/org_units.csv:9: Nothing says why SYN.c.x ended on 2014-12-31; add a row to"
                                + " org_unit_changes.csv",
                        "codelists/org_units.csv:8: Nothing says how SYN.d became what it is on 2012-01-01; add a row to"
                                + " org_unit_changes.csv"),
                problems(UNITS, without(CHANGES, "1,", "3,", "4,", "5,", "6,", "7,", "8,")));
    }

    @Test
    void flagsChangesThatSayAnotherThingThanTheLives() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_unit_changes.csv:2: SYN.ab-2010 is born on 2010-01-01 and cannot continue",
                        "codelists/org_unit_changes.csv:3: Unknown org unit 'SYN.q' in change 2",
                        "codelists/org_unit_changes.csv:4: SYN.c has the change 'retype' on 2005-01-01 but stays"
                                + " 'province'",
                        "codelists/org_unit_changes.csv:5: SYN.c is called new on 2012-01-01 but lives since 2000-01-01",
                        "codelists/org_unit_changes.csv:9: Change type 'close' of 8 has the identity 'new'; continues,"
                                + " new, or of a 'close' ends",
                        "codelists/org_units.csv:4: Nothing says why SYN.b ended on 2009-12-31; add a row to"
                                + " org_unit_changes.csv"),
                problems(
                        UNITS,
                        CHANGES.replace("SYN.a,SYN.ab-2010,new", "SYN.a,SYN.ab-2010,continues")
                                .replace("merge,SYN.b", "merge,SYN.q")
                                .replace("rename", "retype")
                                .replace("SYN.c,SYN.c,continues,population", "SYN.c,SYN.c,new,population")
                                .replace("ends", "new")));
    }

    @Test
    void flagsAnUnknownLevelAMissingSourceAndALevelThatChanges() throws IOException {
        assertEquals(
                List.of(
                        "codelists/org_units.csv:3: SYN.a needs a source, and a certainty: verified, memory or"
                                + " judgement",
                        "codelists/org_units.csv:4: Level 'county' of SYN.b is none of [country, region, province,"
                                + " district, commune]",
                        "codelists/org_units.csv:7: SYN.c changes its level from province to region; give it a new id"),
                problems(
                        UNITS.replace(
                                        "2000-01-01,2009-12-31,verified,synthetic\nSYN.b,province",
                                        "2000-01-01,2009-12-31,sure,synthetic\nSYN.b,county")
                                .replace("SYN.c,province,03,C mới", "SYN.c,region,03,C mới"),
                        CHANGES));
    }

    private List<String> problems(String units, String changes) throws IOException {
        write("org_units.csv", units);
        write("org_unit_changes.csv", changes);
        Problems problems = new Problems();
        OrgUnitLists.load(new SchemaFiles(List.of(schemas)), problems).check(problems);
        return problems.found().stream().map(Problem::toString).toList();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(schemas.resolve("codelists").resolve(name), text);
    }

    private static String without(String rows, String... starts) {
        return rows.lines()
                .filter(row -> List.of(starts).stream().noneMatch(row::startsWith))
                .reduce("", (all, row) -> all + row + "\n");
    }
}
