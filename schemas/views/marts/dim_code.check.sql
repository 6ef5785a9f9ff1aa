select 'a code has no name' as problem, concat_ws(' ', list_code, code) as found
from mart.dim_code
where name_vi = '' or name_en = ''
