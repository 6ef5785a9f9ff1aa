select 'a sentence does not begin with the unit that it is about' as problem,
    concat_ws(' ', scorecard_code, reference_year, org_unit_id, sentence_vi) as found
from mart.rpt_summary_sentence
where not starts_with(sentence_vi, org_unit_name_vi || ': ')
