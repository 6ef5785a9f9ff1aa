package vn.xephang.model;

/** Where a unit stands in a year, and what moved it there, in one sentence in each language. */
public record SummarySentence(
        String scorecardCode,
        int referenceYear,
        String periodCode,
        String orgUnitId,
        String sentenceVi,
        String sentenceEn,
        Boolean isSynthetic) {}
