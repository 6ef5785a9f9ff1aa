"""What is asked of the page itself, in its own language. Charts of a tab that is not open do not count."""

# Superset keeps the drawing library to itself; its instance hangs in a React ref a few steps above the canvas. A chart that is
# being replaced still has an instance, which answers no question any more.
_INSTANCE_OF = """
  const instanceOf = chart => {
    const canvas = chart.querySelector('[_echarts_instance_]');
    let fiber = canvas && canvas[Object.keys(canvas).find(key => key.startsWith('__reactFiber'))];
    for (let step = 0; fiber && step < 10; step++, fiber = fiber.return) {
      for (let hook = fiber.memoizedState; hook && hook.next !== undefined; hook = hook.next) {
        const instance = hook.memoizedState && hook.memoizedState.current;
        if (instance && instance.getOption && instance.convertToPixel && instance.getOption()) return instance;
      }
    }
    return null;
  };
"""

CHARTS_STILL_LOADING = """
() => {""" + _INSTANCE_OF + """
  return [...document.querySelectorAll('[data-test="chart-grid-component"]')]
    .filter(chart => chart.getClientRects().length)
    .filter(chart => !chart.querySelector('[role="alert"]'))
    .filter(chart => {
      const body = chart.querySelector('[data-test="slice-container"]');
      return !body || chart.querySelector('[data-test="loading-indicator"], .loading')
        || (chart.querySelector('[_echarts_instance_]') ? !instanceOf(chart) : !body.querySelector('canvas') && !body.innerText.trim());
    })
    .map(chart => chart.dataset.testChartName);
}
"""

PAGE_HEIGHT = """
() => Math.max(...[...document.querySelectorAll('.dashboard, .dragdroppable-root')].map(e => e.scrollHeight + e.getBoundingClientRect().top))
"""

# Error boxes say role=alert. An empty chart answers with status 200 and says so in words only, in either language.
CHART_STATES = """
() => {""" + _INSTANCE_OF + """
  const valueOf = point => point && typeof point === 'object' && 'value' in point ? point.value : point;
  const graph = instance => {
    const option = instance.getOption();
    const axis = (option.yAxis || [])[0];
    return {
      series: (option.series || []).map(each => ({
        name: String(each.name), type: each.type, data: (each.data || []).map(valueOf), end_label: Boolean(each.endLabel && each.endLabel.show),
      })),
      x: option.xAxis && option.xAxis[0] ? option.xAxis[0].data || [] : [],
      y: axis ? axis.data || [] : [],
      inverse: Boolean(axis && axis.inverse),
      y_of: axis && axis.type === 'value' ? [1, 2].map(value => instance.convertToPixel({yAxisIndex: 0}, value)) : null,
    };
  };
  return [...document.querySelectorAll('[data-test="chart-grid-component"]')].filter(chart => chart.getClientRects().length).map(chart => {
    const body = chart.querySelector('[data-test="slice-container"]');
    const words = body ? body.innerText.trim() : '';
    const empty = words.match(/^(No data|No results were returned.*|Không có dữ liệu.*)$/m);
    const alert = chart.querySelector('[role="alert"]');
    const refused = words.match(/violates the following Content Security Policy.*/);
    const instance = instanceOf(chart);
    return {
      id: Number(chart.dataset.testChartId),
      name: chart.dataset.testChartName,
      viz: chart.dataset.testVizType,
      alert: alert ? alert.innerText.trim() || 'an alert without text' : refused ? refused[0] : '',
      empty: empty ? empty[0] : '',
      drawn: Boolean(body && (body.querySelector('canvas') || words.length > 0)),
      text: words,
      foot: getComputedStyle(chart.parentElement, '::after').content,
      graph: instance ? graph(instance) : null,
    };
  });
}
"""


TABS = '[data-test="dashboard-component-tabs"] [role="tab"]'


def open_tab(page, number):
    """False when there is no such tab; without tabs, number 0 is the page itself."""
    tabs = page.locator(TABS)
    if number >= max(tabs.count(), 1):
        return False
    if number:
        tabs.nth(number).dispatch_event("click")  # on a phone some lie beyond the edge
        page.wait_for_selector(f'#{tabs.nth(number).get_attribute("aria-controls")} [data-test="chart-grid-component"]')
    return True
