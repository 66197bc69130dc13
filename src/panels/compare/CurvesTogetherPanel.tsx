import { useMemo } from 'react'
import { corpusStyle } from '../../charts/corporaCompared/corpusStyle.ts'
import { OptimaTogetherChart } from '../../charts/corporaCompared/OptimaTogetherChart.tsx'
import { optimaTogether, smallMultiples } from '../../charts/corporaCompared/series.ts'
import { SmallMultiplesChart } from '../../charts/corporaCompared/SmallMultiplesChart.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { Figure } from '../../components/Figure.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { trustedOptima } from '../../scaling/estimators/isoFlop/analyseSweep.ts'
import { selectFitSettings } from '../../store/analysisSelectors.ts'
import { useDashboardStore } from '../../store/dashboardContext.tsx'
import { METRIC_LABELS } from '../../words/metricLabels.ts'
import { Legend, LineKey } from '../text/LegendKey.tsx'
import { Scientific } from '../text/Scientific.tsx'
import { useCorpora, type Corpus } from './useCorpora.ts'

/** IsoFLOP curves of every corpus on shared axes, and their minima on one chart; by scale metric, which must be one. */
export function CurvesTogetherPanel() {
  const corpora = useCorpora()
  const groups = useMemo(() => {
    const found = new Map<string, Corpus[]>()
    for (const corpus of corpora) {
      if (corpus.analysis === null || corpus.scale === null || corpus.range === null) continue
      const key = `${corpus.metric}/${corpus.lossUnit}`
      found.set(key, [...(found.get(key) ?? []), corpus])
    }
    return [...found]
  }, [corpora])
  return groups.map(([key, members]) => <Together key={key} corpora={members} />)
}

function Together({ corpora }: { readonly corpora: readonly Corpus[] }) {
  const words = useWords()
  const said = words.compare.together
  const store = useDashboardStore()
  const [first] = corpora
  const multiples = useMemo(
    () =>
      smallMultiples(
        corpora.map(({ id, name, analysis }) => ({
          ...{ id, name, profiles: analysis?.scaleProfiles ?? [] },
        })),
      ),
    [corpora],
  )
  const together = useMemo(
    () =>
      optimaTogether(
        corpora.flatMap(({ id, name, scale, range, analysis }) =>
          scale === null || range === null || analysis === null
            ? []
            : [
                {
                  ...{ id, name, scale, range },
                  optima: trustedOptima(
                    analysis.scaleProfiles,
                    selectFitSettings(store.getState(), id),
                  ).map(({ computeFlops, value }) => ({ x: computeFlops, y: value })),
                },
              ],
        ),
      ),
    [corpora, store],
  )
  if (first === undefined) return null
  const scaleTitle = words.quantities.scaleAxis(first.metric)
  const rows = together.corpora.flatMap(({ name, optima }) =>
    optima.map(({ x, y }) => ({ name, x, y })),
  )
  return (
    <Figure
      title={said.title(METRIC_LABELS[first.metric].symbol, first.lossUnit)}
      caption={said.caption}
      legend={
        <Legend>
          {together.corpora.map(({ id, name }, i) => (
            <LineKey key={id} style={corpusStyle(i)}>
              {name}
            </LineKey>
          ))}
        </Legend>
      }
      tableLabel={said.tableLabel}
      table={
        <DataTable
          caption={said.table}
          rows={rows}
          rowKey={({ name, x }) => `${name} ${x}`}
          columns={[
            {
              key: 'name',
              heading: words.compare.worth.corpus,
              numeric: false,
              cell: ({ name }) => name,
            },
            {
              key: 'c',
              heading: 'C (FLOPs)',
              numeric: true,
              cell: ({ x }) => <Scientific value={x} />,
            },
            {
              key: 'scale',
              heading: scaleTitle,
              numeric: true,
              cell: ({ y }) => <Scientific value={y} digits={4} />,
            },
          ]}
        />
      }
    >
      <div className="grid gap-2 [grid-template-columns:repeat(auto-fit,minmax(280px,1fr))]">
        {multiples.corpora.map((corpus) => (
          <div key={corpus.id} className="min-w-0">
            <h3 className="truncate text-sm font-medium">{corpus.name}</h3>
            <SmallMultiplesChart
              corpus={corpus}
              axes={multiples}
              xTitle={scaleTitle}
              yTitle={words.quantities.lossAxis(first.lossUnit)}
              description={said.curvesOf(corpus.name, corpus.curves.length)}
            />
          </div>
        ))}
      </div>
      <OptimaTogetherChart
        series={together}
        xTitle={words.quantities.computeAxis}
        yTitle={scaleTitle}
        description={said.optimaOf(together.corpora.length)}
      />
    </Figure>
  )
}
