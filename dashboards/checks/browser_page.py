"""What is asked of the page itself, in its own language. Charts of a tab that is not open do not count."""

CHARTS_STILL_LOADING = """
() => [...document.querySelectorAll('[data-test="chart-grid-component"]')]
  .filter(chart => chart.getClientRects().length)
  .filter(chart => chart.querySelector('[data-test="loading-indicator"], .loading')
    || !chart.querySelector('[data-test="slice-container"], [role="alert"]'))
  .map(chart => chart.dataset.testChartName)
"""

# Error boxes say role=alert. An empty chart answers with status 200 and says so in words only, in either language.
CHART_STATES = """
() => [...document.querySelectorAll('[data-test="chart-grid-component"]')].filter(chart => chart.getClientRects().length).map(chart => {
  const body = chart.querySelector('[data-test="slice-container"]');
  const words = body ? body.innerText.trim() : '';
  const empty = words.match(/^(No data|No results were returned.*|Không có dữ liệu.*)$/m);
  const alert = chart.querySelector('[role="alert"]');
  const refused = words.match(/violates the following Content Security Policy.*/);
  return {
    id: Number(chart.dataset.testChartId),
    name: chart.dataset.testChartName,
    viz: chart.dataset.testVizType,
    alert: alert ? alert.innerText.trim() || 'an alert without text' : refused ? refused[0] : '',
    empty: empty ? empty[0] : '',
    drawn: Boolean(body && (body.querySelector('canvas') || words.length > 0)),
  };
})
"""

# Superset keeps the drawing library to itself; its instance hangs in a React ref a few steps above the canvas.
BUMP_AXIS = """
() => {
  const chart = document.querySelector('[data-test-viz-type="echarts_timeseries_smooth"]');
  const canvas = chart && chart.querySelector('[_echarts_instance_]');
  if (!canvas) return null;
  let fiber = canvas[Object.keys(canvas).find(key => key.startsWith('__reactFiber'))];
  for (let step = 0; fiber && step < 10; step++, fiber = fiber.return) {
    for (let hook = fiber.memoizedState; hook && hook.next !== undefined; hook = hook.next) {
      const instance = hook.memoizedState && hook.memoizedState.current;
      if (!instance || !instance.getOption || !instance.convertToPixel) continue;
      const option = instance.getOption();
      const values = option.series.flatMap(each => (each.data || []).map(point => Array.isArray(point) ? point[1] : point))
        .filter(value => typeof value === 'number');
      const last = Math.max(...values);
      return {
        inverse: option.yAxis[0].inverse,
        last: last,
        y_of_first: instance.convertToPixel({yAxisIndex: 0}, 1),
        y_of_last: instance.convertToPixel({yAxisIndex: 0}, last),
        series_count: option.series.length,
        end_labels: option.series.every(each => each.endLabel && each.endLabel.show),
        chosen: option.series.map(each => String(each.name)).filter(name => name.startsWith('★')),
      };
    }
  }
  return null;
}
"""


TABS = '[data-test="dashboard-component-tabs"] [role="tab"]'


def open_tab(page, number):
    """False when there is no such tab; without tabs, number 0 is the page itself."""
    tabs = page.locator(TABS)
    if number >= max(tabs.count(), 1):
        return False
    if number:
        tabs.nth(number).click()
    return True


def read_bump_axis(page):
    return page.evaluate(BUMP_AXIS)
