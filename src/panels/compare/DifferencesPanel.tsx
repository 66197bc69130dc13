import { useMemo } from 'react'
import { DataTable } from '../../components/DataTable.tsx'
import { ScrollRegion } from '../../components/ScrollRegion.tsx'
import { useWords } from '../../components/WordsContext.tsx'
import { levelText } from '../../format/formatNumber.ts'
import { useDashboard } from '../../store/dashboardContext.tsx'
import {
  excludesZero,
  exponentDifference,
  powerLossDifference,
  type Compared,
  type Incomparable,
} from '../../study/comparison/pair.ts'
import { differencesByMethod, toldApart } from '../../study/comparison/toldApart.ts'
import { Difference } from './Difference.tsx'
import { useCorpora } from './useCorpora.ts'

/** Every pair of loaded sweeps: the differences of their exponents, and whether they are told apart. */
export function DifferencesPanel() {
  const { compare } = useWords()
  const said = compare.differences
  const corpora = useCorpora()
  const level = useDashboard((state) => state.intervals.level)
  const rows = useMemo(
    () =>
      corpora.flatMap((a, i) =>
        corpora.slice(i + 1).map((b) => {
          const byMethod = differencesByMethod(a, b, level)
          return {
            ...{ id: `${a.id} ${b.id}`, a: a.name, b: b.name, byMethod },
            ofScale: exponentDifference(a, b, 'scale', level),
            ofTokens: exponentDifference(a, b, 'tokens', level),
            ofLoss: powerLossDifference(a, b, level),
            isToldApart: toldApart(byMethod),
          }
        }),
      ),
    [corpora, level],
  )
  const differenceOf = (compared: Compared | Incomparable) => <Difference compared={compared} />
  return (
    <section className="card flex min-w-0 flex-col gap-2 p-3 sm:p-4" aria-label={said.title}>
      <h2 className="text-[15px] font-semibold">{said.title}</h2>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{corpora.length === 0 ? said.none : said.one}</p>
      ) : (
        <ScrollRegion label={said.caption} className="max-h-96">
          <DataTable
            caption={said.caption}
            captionHidden
            rows={rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'pair',
                heading: said.pair,
                numeric: false,
                cell: ({ a, b }) => `${a} − ${b}`,
              },
              {
                key: 'a',
                heading: 'a',
                numeric: true,
                cell: ({ ofScale }) => differenceOf(ofScale),
              },
              {
                key: 'b',
                heading: 'b',
                numeric: true,
                cell: ({ ofTokens }) => differenceOf(ofTokens),
              },
              {
                key: 'loss',
                heading: 'γ',
                numeric: true,
                cell: ({ ofLoss }) => differenceOf(ofLoss),
              },
              {
                key: 'verdict',
                heading: said.verdict,
                numeric: false,
                cell: ({ byMethod, isToldApart, ofScale }) => {
                  if (typeof ofScale === 'string') return '—'
                  const with0 = byMethod.filter(
                    ({ compared }) =>
                      typeof compared !== 'string' && excludesZero(compared) === true,
                  ).length
                  return said.verdicts(isToldApart, with0, byMethod.length)
                },
              },
            ]}
          />
        </ScrollRegion>
      )}
      <p className="text-xs leading-relaxed text-muted">{said.note(levelText(level))}</p>
    </section>
  )
}
