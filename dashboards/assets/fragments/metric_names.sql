-- Names of the metrics that have values, with unit of measure and the mark of made-up figures. Made-up ones come last; before
-- them those that no ranking scores.
metric_names as (
    select
        metric_code,
        metric_name_${lang} as metric_name,
        unit_of_measure,
        direction,
        is_synthetic,
        metric_name_${lang} || ' (' || unit_of_measure || case when is_synthetic then '; SYNTHETIC)' else ')' end as metric,
        cast(row_number() over (order by is_synthetic, is_scored desc, year_count desc, metric_code) as integer) as metric_order
    from (
        select
            m.*,
            (select count(distinct t.reference_year) from mart.rpt_metric_trend t where t.metric_code = m.metric_code) as year_count,
            exists (select 1 from mart.dim_criterion c where c.metric_code = m.metric_code) as is_scored,
            coalesce(made_up.is_synthetic, false) as is_synthetic
        from (
            select
                d.metric_code,
                d.metric_name_vi,
                d.metric_name_en,
                d.direction,
                coalesce(measure.name_${lang}, d.unit_of_measure) as unit_of_measure
            from mart.dim_metric d
            left join mart.dim_code measure on measure.list_code = 'unit_of_measure' and measure.code = d.unit_of_measure
        ) m
        left join (
            select metric_code, bool_or(contains(upper(landing_file), 'SYNTHETIC')) as is_synthetic
            from mart.fct_observation_history
            group by metric_code
        ) made_up on made_up.metric_code = m.metric_code
    )
    where year_count > 0
)
