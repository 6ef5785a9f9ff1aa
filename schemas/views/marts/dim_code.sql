-- grain: One row per code of a closed list
-- key: list_code, code
-- materialized: view
-- column list_code: Closed list, such as rank_reason
-- column code: Code, unique in its list
-- column code_order: Place in its list as declared, from 1; of a rating: 1 is best
-- column name_vi: Name in Vietnamese
-- column name_en: Name in English
-- column meaning: What the code says, in one sentence
select
    list_code,
    code,
    code_order,
    name_vi,
    name_en,
    meaning
from stg.code
