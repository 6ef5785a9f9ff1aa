${reader},
page as (
    -- What the page is about: the chosen scorecard, year and unit; what was not chosen, or does not exist together, is
    -- the first scorecard that has the reader's unit, its last year, the reader's own unit, else the organisation's, else the first in rank.
    {% set chosen_scorecard = filter_values('chosen_scorecard', remove_filter=True) -%}
    {% set chosen_year = filter_values('rank_year', remove_filter=True) or filter_values('chosen_year', remove_filter=True) -%}
    {% set chosen_unit = filter_values('rank_unit', remove_filter=True) or filter_values('chosen_unit', remove_filter=True) -%}
    select s.*
    from mart.rpt_standing s left join reader using (org_unit_id)
    where s.rank_of is not null
    order by
        {% if chosen_scorecard %}s.scorecard_name_${lang} in {{ chosen_scorecard | where_in }} desc,{% endif %}
        min(reader.nearness) over (partition by s.scorecard_code) nulls last,
        s.scorecard_order,
        {% if chosen_year %}s."year" in {{ chosen_year | where_in }} desc,{% endif %}
        s.reference_year desc,
        {% if chosen_unit %}s.org_unit_label_${lang} in {{ chosen_unit | where_in }} desc,{% endif %}
        reader.nearness nulls last,
        s.is_own_unit desc,
        s."rank" nulls last,
        s.org_unit_sort
    limit 1
)
