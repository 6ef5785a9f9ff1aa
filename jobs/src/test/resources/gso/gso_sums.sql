-- Broken sums of the GSO tables of population and area, straight from the CSVs: written apart from the program that
-- it is held against, and without its registry (a province belongs to the region above it in the table).
-- Tolerances: 0.35 between a total and its parts, 0.05 between a unit and the units below it.
with population_lines as (
    select line, trim(fields[1]) as unit, fields
    from (
        select row_number() over () as line, string_split(replace(row_text, '"', ''), ';') as fields
        from read_csv('{gso}/Average population by province.csv',
            delim = '\0', quote = '', header = false, columns = {'row_text': 'varchar'}, skip = 3, strict_mode = false)
    )
    where len(fields) > 1
),

area_lines as (
    select line, trim(fields[1]) as unit, fields
    from (
        select row_number() over () as line, string_split(replace(row_text, '"', ''), ';') as fields
        from read_csv('{gso}/Area, population and population density by province.csv',
            delim = '\0', quote = '', header = false, columns = {'row_text': 'varchar'}, skip = 3, strict_mode = false)
    )
    where len(fields) > 1
),

-- Column B is the second field. Population: 22 years each of total, male, female, urban, rural. Area: area,
-- population, density of each year.
cells as (
    select 'population' as gso_table, line, unit, field, fields[field] as text,
        ['total', 'male', 'female', 'urban', 'rural'][1 + (field - 2) // 22] as metric,
        1995 + (field - 2) % 22 as year
    from population_lines, range(2, 112) as columns (field)
    union all
    select 'area' as gso_table, line, unit, field, fields[field] as text,
        ['area', 'total', 'density'][1 + (field - 2) % 3] as metric,
        2011 + (field - 2) // 3 as year
    from area_lines, range(2, 20) as columns (field)
),

placed as (
    select
        gso_table, line, unit, metric, year, field,
        case when field > 26 then chr(cast(64 + (field - 1) // 26 as integer)) else '' end
            || chr(cast(65 + (field - 1) % 26 as integer)) || (line + 3) as cell,
        cast(text as decimal(18, 1)) as value,
        case
            when unit = 'WHOLE COUNTRY' then 'country'
            when unit in ('Red River Delta', 'Northern midlands and mountain areas',
                'Northern Central area and Central coastal area', 'Central Highlands', 'South East',
                'Mekong River Delta') then 'region'
            else 'province'
        end as level
    from cells
    where metric <> 'density' and text not in ('', '..')
),

figures as (
    select *, sum(case when level = 'region' then 1 else 0 end)
        over (partition by gso_table, metric, year order by line) as region
    from placed
),

-- Every sum with its total and its parts, one row per figure; sign says on which side it stands.
members as (
    select 'r' || part.region as rule, 0.05 as tolerance, total.gso_table, total.metric, total.year,
        total.cell as total_cell, total.value as total_value, part.cell, part.value
    from figures as total
    join figures as part
        on part.gso_table = total.gso_table and part.metric = total.metric and part.year = total.year
        and part.region = total.region and part.level = 'province'
    where total.level = 'region' and total.metric in ('total', 'area')
    union all
    select part.level as rule, 0.05, total.gso_table, total.metric, total.year,
        total.cell, total.value, part.cell, part.value
    from figures as total
    join figures as part
        on part.gso_table = total.gso_table and part.metric = total.metric and part.year = total.year
        and part.level in ('region', 'province')
    where total.level = 'country' and total.metric in ('total', 'area')
    union all
    select
        case when part.metric in ('male', 'female') then 'sex ' else 'urban ' end || total.line as rule, 0.35,
        total.gso_table, total.metric, total.year, total.cell, total.value, part.cell, part.value
    from figures as total
    join figures as part
        on part.gso_table = total.gso_table and part.line = total.line and part.year = total.year
        and part.metric in ('male', 'female', 'urban', 'rural')
    where total.gso_table = 'population' and total.metric = 'total'
),

sums as (
    select gso_table, metric, year, rule, tolerance, total_cell, total_value,
        sum(value) as parts_value,
        total_value - sum(value) as difference,
        abs(total_value - sum(value)) > tolerance as is_broken
    from members
    group by gso_table, metric, year, rule, tolerance, total_cell, total_value
),

reads as (
    select gso_table, metric, year, rule, cell, -1 as side from members
    union
    select gso_table, metric, year, rule, total_cell, 1 from members
),

-- A cell explains its sums: at least two, all broken, by one amount within their tolerances.
explains as (
    select reads.gso_table, reads.year, reads.cell,
        list(sums.metric || sums.rule order by sums.metric || sums.rule) as rules
    from reads
    join sums using (gso_table, metric, year, rule)
    group by reads.gso_table, reads.year, reads.cell
    having count(*) > 1 and bool_and(sums.is_broken)
        and max(reads.side * sums.difference) - min(reads.side * sums.difference) <= 2 * min(sums.tolerance)
),

-- It is named where no other cell explains one of its sums, but by fewer sums than it.
wrong_cells as (
    select this.*
    from explains as this
    where not exists (
        from explains as other
        where other.gso_table = this.gso_table and other.year = this.year and other.cell <> this.cell
            and list_has_any(other.rules, this.rules)
            and not (list_has_all(this.rules, other.rules) and len(other.rules) < len(this.rules))
    )
),

told as (
    select sums.*
    from sums
    where sums.is_broken and not exists (
        from wrong_cells
        where wrong_cells.gso_table = sums.gso_table and wrong_cells.year = sums.year
            and list_contains(wrong_cells.rules, sums.metric || sums.rule)
    )
)

select gso_table, year, 'CELL_BREAKS_SUMS' as code, cell, '' as found
from wrong_cells
union all
select gso_table, year, 'SUM_BROKEN' as code, total_cell as cell,
    string_agg(distinct text, '; ' order by text) as found
from (
    select *,
        regexp_replace(cast(total_value as varchar), '\.0$', '') || ' ≠ '
        || regexp_replace(cast(parts_value as varchar), '\.0$', '')
        || ' (' || case when difference > 0 then '+' else '' end
        || regexp_replace(cast(difference as varchar), '\.0$', '') || ')' as text
    from told
)
group by gso_table, year, total_cell
order by gso_table, year, code, cell
